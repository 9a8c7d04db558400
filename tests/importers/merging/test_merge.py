"""Merging: updates instead of duplicates, and whoever edited by hand has the last word."""

from collections.abc import Callable

import pytest

from mi_print.event.names.folding import folded
from mi_print.importers.merging.last_import import LastImport, as_text, read_last
from mi_print.importers.merging.merge import Merged, SourceFields, merged
from mi_print.importers.merging.record import DataRecord


def key(record: DataRecord) -> str:
    return folded(str(record.get("name", "")))


def first(*records: DataRecord) -> Merged:
    return merged(None, records, {}, key)


def kinds(result: Merged) -> list[tuple[str, str, str]]:
    return [(str(each.merging), each.id, each.field) for each in result.changes]


ADA: DataRecord = {"id": "1", "name": "Ada Sample", "affiliation": "Sample University"}
BO: DataRecord = {"id": "2", "name": "Bo Sample"}


def test_twice_is_no_change() -> None:
    once = first(ADA, BO)
    assert kinds(once) == [("added", "1", ""), ("added", "2", "")]
    again = merged(once.records, [ADA, BO], once.last, key)
    assert (again.records, again.changes, again.last) == (once.records, [], once.last)


def test_an_edit_by_hand_stays_and_a_newer_export_comes() -> None:
    once = first(ADA, BO)
    edited = [{**ADA, "name": "Ada S. Sample"}, BO]
    newer = [{**ADA, "name": "Ada Sample-Example", "affiliation": "Other"}, BO, {**BO, "id": "3"}]
    again = merged(edited, newer, once.last, key)
    assert again.records[0] == {"id": "1", "name": "Ada S. Sample", "affiliation": "Other"}
    assert kinds(again) == [
        ("kept", "1", "name"),
        ("changed", "1", "affiliation"),
        ("added", "3", ""),
    ]
    kept = again.changes[0]
    assert (kept.data, kept.source) == ("Ada S. Sample", "Ada Sample-Example")
    third = merged(again.records, newer, again.last, key)
    assert kinds(third) == [("kept", "1", "name")]
    assert third.records == again.records


@pytest.mark.parametrize(
    ("change", "there", "after", "kind"),
    [
        # Taken out of the source: out of the data too, unless it was edited there.
        (lambda a: a.pop("affiliation"), {}, None, "changed"),
        (lambda a: a.pop("affiliation"), {"affiliation": "Mine"}, "Mine", "kept"),
    ],
)
def test_a_field_that_the_source_no_longer_has(
    change: Callable[[DataRecord], object], there: DataRecord, after: str | None, kind: str
) -> None:
    once = first(ADA)
    newer = dict(ADA)
    change(newer)
    fields = SourceFields(said=frozenset({"affiliation"}))
    again = merged([{**ADA, **there}], [newer], once.last, key, fields)
    assert again.records[0].get("affiliation") == after
    assert kinds(again) == [(kind, "1", "affiliation")]


def test_a_field_of_which_the_source_has_no_column_stays() -> None:
    once = first(ADA, BO)
    fewer: list[DataRecord] = [{"id": "1", "name": "Ada Sample"}, BO]
    again = merged(once.records, fewer, once.last, key)
    assert (again.records, again.changes) == (once.records, [])
    # What was imported before is still known as that, and no edit by hand.
    third = merged(again.records, [{**ADA, "affiliation": "Other"}, BO], again.last, key)
    assert kinds(third) == [("changed", "1", "affiliation")]


def test_what_left_the_source_is_listed_and_stays() -> None:
    once = first(ADA, BO)
    again = merged(once.records, [ADA], once.last, key)
    assert again.records == once.records
    assert kinds(again) == [("left", "2", "")]


def test_what_was_taken_out_of_the_data_does_not_come_back() -> None:
    once = first(ADA, BO)
    again = merged([ADA], [ADA, BO], once.last, key)
    assert again.records == [ADA]
    assert kinds(again) == [("deleted", "2", "")]
    assert kinds(merged(None, [ADA, BO], once.last, key)) == [
        ("added", "1", ""),
        ("added", "2", ""),
    ]


def test_somebody_is_found_by_the_name_and_keeps_the_id() -> None:
    mine: DataRecord = {"id": "ada", "name": "SAMPLE, Ada", "pronouns": "she/her"}
    once = merged([mine], [ADA], {}, key)
    assert once.records == [{**mine, "affiliation": "Sample University"}]
    assert kinds(once) == [("kept", "ada", "name"), ("changed", "ada", "affiliation")]
    renamed = [{**once.records[0], "name": "Ada E."}]
    again = merged(renamed, [ADA], once.last, key)
    assert [each["id"] for each in again.records] == ["ada"]


def test_of_several_with_one_name_none_is_taken_for_another() -> None:
    mine: list[DataRecord] = [{"id": "a", "name": "Bo Sample"}, {"id": "b", "name": "Bo Sample"}]
    assert kinds(merged(mine, [BO], {}, key)) == [("added", "2", "")]
    # Who has the id of a record to come is that record.
    pair: list[DataRecord] = [
        {"id": "2", "name": "Somebody Else"},
        {"id": "x", "name": "Bo Sample"},
    ]
    assert kinds(merged(pair, [BO], {}, key)) == [("kept", "2", "name")]


def test_what_is_remembered_are_digests() -> None:
    last: dict[str, LastImport] = {"sample": first(ADA).last}
    text = as_text(last)
    assert "Ada" not in text
    assert "University" not in text
    assert read_last(text) == last


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"b": {"id": 1}}}', "[" * 9999])
def test_a_memory_that_is_none_is_nothing(text: str) -> None:
    assert read_last(text) == {}
