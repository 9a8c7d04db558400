"""Labels of boards and their order."""

import random

import pytest
from pydantic import TypeAdapter, ValidationError

from mi_print.event.model.board import BoardLabel, board_order

LABEL = TypeAdapter[int | str](BoardLabel)


ORDERED: list[int | str | None] = [1, 2, 10, 12, "12a", "12b", 13, "126a", "A2", "A10", "B1", None]


def test_boards_are_in_natural_order() -> None:
    shuffled = random.Random(1).sample(ORDERED, len(ORDERED))  # noqa: S311 - no secret
    assert sorted(shuffled, key=board_order) == ORDERED


@pytest.mark.parametrize(
    ("written", "label"),
    [
        (12, 12),
        ("12", 12),
        ("012", "012"),
        ("126a", "126a"),
        (" A7 ", "A7"),
        ("Säule 3", "Säule 3"),
    ],
)
def test_plain_digits_are_a_number_however_they_are_written(
    written: object, label: int | str
) -> None:
    found = LABEL.validate_python(written)
    assert (found, type(found)) == (label, type(label))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (0, "0 is too small; write 1 or more"),
        ("0", "0 is too small; write 1 or more"),
        (10_000, "10000 is too large; write 9999 or less"),
        (3.1, "3.1 is a number with a point, which YAML may have shortened; put the label in"),
        (True, "true or false stands where a board should; write digits, or a label in quotes"),
        ([1], "a list stands where a board should; write digits, or a label in quotes"),
        ("", "this is empty; write it or take the key out"),
    ],
)
def test_what_is_no_label_is_told_how_to_write_one(written: object, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        LABEL.validate_python(written)
    (fault,) = caught.value.errors()
    assert str(fault["ctx"]["error"]).startswith(said)
