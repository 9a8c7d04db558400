"""Spellings of one name are folded alike, and other names are not."""

import pytest

from mi_print.event.names.folding import as_spoken, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José García", "jose garcia"),
        ("Lovelace, Ada", "Ada Lovelace"),
        ("Łukasz Müller-Groß", "Lukasz Muller Gross"),
        ("Jose\u0301", "José"),
    ],
)
def test_two_spellings_have_one_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_two_names_have_two_keys() -> None:
    assert folded("Ada Byron") != folded("Ada Lovelace")


def test_the_order_in_which_words_are_spoken_tells_people_apart() -> None:
    assert as_spoken("Prof. Lovelace, Ada") == as_spoken("ada LOVELACE")
    assert as_spoken("Bo Sample, Jr.") == as_spoken("Bo Sample Jr")
    assert as_spoken("Li Wei") != as_spoken("Wei Li")
    assert as_spoken("ا د") != as_spoken("د أ")
