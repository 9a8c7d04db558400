"""Sessions in the order of time."""

import pytest

from mi_print.event.chronology import in_time
from mi_print.event.model import Session

ROOMS = ("Main Hall", "Attic")


def session(identifier: str, room: str | None, end: str, **more: str) -> Session:
    """Return a session from 13:30."""
    row = {"id": identifier, "start": "13:30", "end": end, "kind": "talk", "title": identifier}
    return Session.model_validate(row | {"room": room} | more)


@pytest.mark.parametrize(
    ("sessions", "wanted"),
    [
        ([("b", "Attic", "14:10"), ("a", "Main Hall", "15:00")], "a b"),
        ([("b", "Elsewhere", "13:40"), ("a", "Attic", "15:00")], "a b"),
        ([("b", "Attic", "13:40"), ("a", None, "15:00")], "a b"),
        ([("b", "Attic", "15:00"), ("a", "Attic", "14:00")], "a b"),
    ],
)
def test_those_that_start_together_stand_in_the_order_of_their_rooms(
    sessions: list[tuple[str, str | None, str]], wanted: str
) -> None:
    found = in_time([session(*each) for each in sessions], ROOMS)
    assert " ".join(each.id for each in found) == wanted


def test_without_rooms_what_ends_earlier_comes_first_and_what_is_within_one_follows_it() -> None:
    block = session("block", None, "16:00")
    inner = session("inner", "Attic", "14:00", within="block")
    other = session("other", "Main Hall", "15:00")
    assert in_time([other, inner, block], ()) == [other, block, inner]
    assert in_time([other, inner, block], ROOMS) == [other, block, inner]
