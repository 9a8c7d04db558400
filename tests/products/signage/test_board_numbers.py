"""The numbers of board cards: one size for all, and what happens to long labels."""

from collections.abc import Sequence

import pytest

from mi_print.event.queries import poster_sessions
from mi_print.layout.checks.legibility import cap_height
from mi_print.products.signage.board_cards import boards
from mi_print.products.signage.board_numbers import NumberSetting, number_setting
from tests.products import made_up
from tests.products.made_up import POSTERS, paper

LEAST = cap_height(5)


def setting(labels: Sequence[int | str], sessions: int = 1) -> NumberSetting:
    rows = [
        {**POSTERS, "id": f"p{n}", "start": f"{9 + n:02}:00", "end": f"{9 + n:02}:45"}
        for n in range(sessions)
    ]
    papers = [
        paper(f"{n}-{label}", label, session=f"p{n}") for label in labels for n in range(sessions)
    ]
    shown = boards(poster_sessions(made_up.event(rows, papers)))
    return number_setting(shown, made_up.context("letter-landscape", "board-cards"), LEAST)


def test_numbers_of_two_digits_have_the_largest_size() -> None:
    assert setting([1, 2, 88]) == NumberSetting(480)


@pytest.mark.parametrize("sessions", [1, 2, 4, 6])
def test_all_numbers_have_the_size_of_the_widest(sessions: int) -> None:
    alone, among = setting(["120a"], sessions), setting([1, 2, "120a"], sessions)
    assert alone == among
    assert 190 < among.size < 480
    assert among.lines == 1


def test_long_labels_have_two_lines_that_can_be_read_from_afar() -> None:
    found = setting([1, "GRAPHENE-12"])
    assert (found.lines, found.size * 0.7276 >= LEAST) == (2, True)
    assert found.arcs < 1
