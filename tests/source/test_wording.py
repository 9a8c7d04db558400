"""The known word that was probably meant."""

import pytest

from mi_print.source.wording import nearest

KNOWN = ("up", "right", "up-right", "Half Letter")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("rigth", 'did you mean "right"?'),
        ("right-up", 'did you mean "up-right"?'),
        ("LETTER_half", 'did you mean "Half Letter"?'),
        ("x", "known here: Half Letter, right, up, up-right"),
    ],
)
def test_the_nearest_word_is_meant(written: str, hint: str) -> None:
    assert nearest(written, KNOWN) == hint
