"""Spellings of one name are folded alike, and other names are not."""

import pytest

from mi_print.event.names.folding import folded


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
