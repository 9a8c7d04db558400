"""Badges with slots: few masters, and the same picture as a badge that is typeset whole."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pypdfium2
import pytest

from mi_print.event.badges import Badge
from mi_print.event.model import BadgeRole
from mi_print.layout import art
from mi_print.layout.filled import FilledLine, FilledPicture, FilledText, Filling
from mi_print.layout.fit import check_keep_outs, check_pages, check_slots
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.lettering import Line, Place, Row, lettered
from mi_print.layout.manifest import Series
from mi_print.layout.slot import Kind, Slot
from mi_print.layout.slots import check_fields, slots
from mi_print.layout.typeset import Pages
from mi_print.layout.variants import Variant, variants
from mi_print.products.badge_record import badge_record
from tests.products.test_badges import HARD, SIZES, press, typeset

VARY = ("role", "direction", "beside?")
TEXTS = {"called", "surname", "whole", "single", "below", "beside", "name", "url"}
PLAIN = [
    Badge(
        *("1", "Ada King Lovelace", BadgeRole.SPEAKER, "Ada", "Lovelace"),
        affiliation="Analytical Society",
        url="https://example.org/~ada",
    ),
    Badge("2", "Ekdeep Singh Lubana", BadgeRole.ATTENDEE, affiliation="Example University"),
    Badge("3", "Jürgen Schmidhuber", BadgeRole.ORGANIZER, "Jürgen", "Schmidhuber"),
    Badge("4", "王小明", BadgeRole.STUDENT, "小明", "王", "見本大学大学院", lang="zh-Hans"),
    Badge("5", "Plato", BadgeRole.OTHER, pronouns="he/him", url="https://example.org/~plato"),
]


def masters(size: str, found: Sequence[Variant], filled: Sequence[Filling] | None = None) -> Pages:
    table = press(size)
    prepared = table.prepared
    given = {"workshop": prepared.event.workshop, "day": table.day}
    html = prepared.compose("slots", {**given, "badges": [each.record for each in found]})
    return prepared.typesetter.set(html, prepared.layout.folder, "slots.html.j2", filled)


@cache
def template() -> str:
    folder = press("4x3in").prepared.layout.folder
    return (folder / "slots.html.j2").read_text("utf-8")


@pytest.mark.parametrize("size", SIZES)
def test_two_hundred_names_need_a_master_for_each_role_and_direction(size: str) -> None:
    records = [badge_record(badge) for badge in HARD]
    found = variants(records, VARY, "layout.yaml")
    assert sum(len(each.records) for each in found) == len(HARD)
    assert len(found) <= len(BadgeRole) * 2 * 2
    some = found[:4]
    pages = masters(size, some)
    read = slots(pages, "slots.html.j2", template())
    assert {slot.name for slot in read} <= TEXTS
    assert check_fields(read, list(records[0]), "slots.html.j2") == []
    assert {slot.stack.name if slot.stack else "" for slot in read} == {"name", ""}
    job = press(size).job
    series = Series.model_validate({"mode": "slots", "vary": VARY})
    manifest = job.layout.manifest.model_copy(update={"series": series})
    assert check_pages(pages, manifest, "badges", len(some)) == []
    assert check_keep_outs(pages, job.spec, job.grid, "badges") == []
    assert check_slots(read, job.spec, job.grid, "badges") == []


def test_of_what_a_person_is_called_a_badge_has_one() -> None:
    for badge in HARD:
        record = badge_record(badge)
        assert sum(bool(record[each]) for each in ("called", "whole", "single")) == 1
        assert bool(record["called"]) == bool(record["surname"])
        assert record["below"] or not badge.affiliation


def test_a_spare_says_nothing() -> None:
    record = badge_record(Badge("spare-1", "", BadgeRole.PRESS))
    assert [field for field in TEXTS if record[field]] == []
    assert (record["role"], record["direction"]) == ("press", "ltr")


def row(slot: Slot, text: str, above: Slot | None) -> Row:
    fit = slot.fit
    drop = (slot.baseline or 0) - (above.baseline or 0) if above else 0
    bounds = {"least": fit.least, "floor": fit.smallest, "drop": drop, "width": slot.box[2]}
    return Row(text, slot.name, slot.face, few=fit.few, most=fit.lines, **bounds)


def filled_text(lines: Sequence[Line], lang: str) -> FilledText:
    """Return lines of lettering as they stand in a slot: from their boxes to their baselines."""
    size = lines[0].face.size
    return FilledText(
        [
            FilledLine(line.text, line.left, line.baseline - (0.5 + HALF_CAP + number) * size)
            for number, line in enumerate(lines)
        ],
        *(size, size, lines[0].face.tracking, lang),
    )


def fillings(size: str, found: Sequence[Slot], badge: Badge) -> list[Filling]:
    """Return what stands in the slots of a badge, set as the whole page sets it."""
    record, lang = badge_record(badge), badge.lang or "en"
    given = {slot: str(record[slot.name]) for slot in found}
    made: dict[Slot, Filling] = dict.fromkeys(found)
    for stack in dict.fromkeys(slot.stack or slot for slot in found if slot.kind is Kind.TEXT):
        some = [slot for slot in found if stack in (slot.stack, slot) and given[slot]]
        rows = [
            row(slot, given[slot], above) for slot, above in zip(some, [None, *some], strict=False)
        ]
        _, _, width, height = stack.box
        place = Place(width, height, some[0].baseline or 0)
        for slot, lines in zip(some, lettered(rows, place, lang), strict=True):
            made[slot] = filled_text(lines, badge.lang or "")
    colour = press(size).prepared.desk.theme.colours["ink"].srgb
    for slot in found:
        if slot.kind is Kind.CODE and given[slot]:
            svg = art.code(given[slot], slot.box[2], colour=colour, title="Code")
            made[slot] = FilledPicture(str(svg))
    return list(made.values())


def pictures(pages: Pages) -> list[np.ndarray]:
    with pypdfium2.PdfDocument(pages.pdf(tagged=False)) as book:
        return [page.render(scale=100 / 72).to_numpy().astype(int) for page in book]


@pytest.mark.parametrize("size", SIZES)
def test_a_badge_with_slots_is_the_picture_of_one_without(size: str) -> None:
    found = variants([badge_record(badge) for badge in PLAIN], VARY, "layout.yaml")
    assert [each.records for each in found] == [(number,) for number in range(len(PLAIN))]
    read = slots(masters(size, found), "slots.html.j2", template())
    both = [
        [slot for slot in read if (slot.page - 1) // 2 == number] for number in range(len(PLAIN))
    ]
    filled = [
        each
        for some, badge in zip(both, PLAIN, strict=True)
        for each in fillings(size, some, badge)
    ]
    stamped, whole = pictures(masters(size, found, filled)), pictures(typeset(size, PLAIN))
    differing = [
        float((np.abs(one - other).max(axis=2) > 32).mean())
        for one, other in zip(stamped, whole, strict=True)
    ]
    assert max(differing) < 0.0005, [f"{each:.4f}" for each in differing]
