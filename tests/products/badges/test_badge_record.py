"""What the slots of badges hold, and how few masters that takes."""

from mi_print.event.badges import Badge
from mi_print.event.model import Role, RoleTable
from mi_print.layout.slots.variants import variants
from mi_print.products.badges.badge_record import badge_record
from tests.products.badges.test_stamped_badges import HARD, job

TEXTS = {"called", "surname", "whole", "single", "below", "beside", "name", "url"}
TEXTS |= {"beside_surname", "beneath", "beside_beneath"}


def test_two_hundred_names_need_few_masters() -> None:
    records = [badge_record(badge) for badge in HARD]
    vary = job("4x3in").layout.manifest.series.vary
    assert set(vary) == {"role", "direction", "url?", "heading?", "blank"}
    found = variants(records, vary, "layout.yaml")
    assert sum(len(each.records) for each in found) == len(HARD)
    assert len(found) <= len(RoleTable().on_badges) * 4


def test_of_what_a_person_is_called_a_badge_has_one() -> None:
    for badge in HARD:
        record = badge_record(badge)
        assert sum(bool(record[each]) for each in ("called", "whole", "single")) == 1
        assert bool(record["called"]) == bool(record["surname"])
        assert record["below"] or not badge.affiliation


def test_pronouns_stand_once_beside_the_family_name_if_the_name_is_divided() -> None:
    where = ("beside_surname", "beneath", "beside_beneath")
    given = {"given": "Ada", "family": "Sample"}
    cases: list[tuple[dict[str, str], str]] = [
        (given | {"affiliation": "Lab"}, "beside_surname"),
        (given, "beside_surname"),
        ({"affiliation": "Lab"}, "beside_beneath"),
        ({}, "beneath"),
    ]
    for more, there in cases:
        record = badge_record(Badge("1", "Ada Sample", Role.PRESS, pronouns="she/her", **more))
        assert [field for field in where if record[field] == "she/her"] == [there]
        assert not more.get("affiliation") or record["beneath"] == "Lab"


def test_a_spare_says_nothing() -> None:
    record = badge_record(Badge("spare-1", "", Role.PRESS))
    assert [field for field in TEXTS if record[field]] == []
    assert (record["role"], record["direction"]) == ("press", "ltr")
