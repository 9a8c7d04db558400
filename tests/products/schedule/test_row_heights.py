"""How high rows are: as their time, with air below texts of several lines."""

import pytest

from mi_print.products.schedule.row_heights import row_end, scales


@pytest.mark.parametrize(
    ("time", "lines", "exact", "end"),
    [
        (3, 2, False, 3),
        (2, 2, False, 2.5),
        (2, 2, True, 2),
        (1, 2, True, 2.5),
        (0, 1, False, 1),
    ],
)
def test_a_text_of_several_lines_stands_clear_of_the_next_rule(
    time: float, lines: float, end: float, *, exact: bool
) -> None:
    assert row_end(time, lines, lines, 0.5, exact=exact) == end


def test_air_is_worth_a_coarser_scale_and_comes_before_none() -> None:
    found = list(scales((15, 60)))
    assert found == [
        (15, 1),
        (15, 0.5),
        (60, 1),
        (60, 0.5),
        (15, 0.25),
        (60, 0.25),
        (15, 0),
        (60, 0),
    ]
    assert list(scales((15, 60), spare=False)) == [(15, 0), (60, 0)]
