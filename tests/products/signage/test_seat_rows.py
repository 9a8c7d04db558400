"""The sessions on a reserved seat, from one to very many."""

import pytest

from mi_print.event.model import Session
from mi_print.products.signage.seat_rows import SeatRows, seat_rows
from tests.products import made_up

TITLE = "Instandhaltungsrückstandsbewältigung als Gemeinschaftsaufgabe aller Beteiligten"


def rows(count: int, title: str = "A Session", height: float = 120, room: str = "") -> SeatRows:
    context = made_up.context("half-letter-landscape", "reserved-seats")
    given = [made_up.session(f"s{n}", f"{8 + n // 4:02}:00", "", title=title) for n in range(count)]
    sessions = [Session.model_validate({**each, "end": None}) for each in given]
    return seat_rows(
        sessions,
        lambda session: f"{session.start:%H:%M}",
        context,
        lambda _: room,
        width=540,
        height=height,
    )


@pytest.mark.parametrize(
    ("count", "step"), [(1, "door-title"), (3, "door-title"), (4, "list-authors")]
)
def test_few_sessions_stand_in_large_type(count: int, step: str) -> None:
    found = rows(count)
    assert (found.step, len(found.columns), found.fits) == (step, 1, True)


@pytest.mark.parametrize("count", [1, 4, 8, 12, 18])
@pytest.mark.parametrize("title", ["A Session", "A Session of a Rather Long Name"])
def test_as_many_as_there_are_have_room(count: int, title: str) -> None:
    found = rows(count, title)
    assert sum(map(len, found.columns)) == count
    assert found.height <= 120
    assert found.fits


def test_a_long_title_takes_lines_and_rows_stand_below_each_other() -> None:
    (column,) = rows(2, TITLE).columns
    assert len(column[0].lines) > 1
    assert column[1].top == len(column[0].lines) * 15


def test_sessions_of_few_lines_are_as_large_as_one() -> None:
    (column,) = rows(2, "A Session of a Rather Long Name").columns
    assert [(row.top, len(row.lines)) for row in column] == [(0, 1), (19, 1)]


@pytest.mark.parametrize(
    ("title", "said"), [("A Session", "A Session, Hall A"), ("Why?", "Why? (Hall A)")]
)
def test_the_room_stands_behind_the_title_where_there_are_several(title: str, said: str) -> None:
    ((row,),) = rows(1, title, room="Hall A").columns
    assert row.lines == [said]


def test_what_is_too_high_says_so() -> None:
    found = rows(60)
    assert (found.step, len(found.columns)) == ("card-authors", 2)
    assert found.height > 120
