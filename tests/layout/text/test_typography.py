"""Names that stay together, addresses, apostrophes."""

import pytest

from mi_print.layout.text import typography


def test_a_name_stays_on_one_line() -> None:
    assert typography.bound("Ada de la Cruz") == "Ada\xa0de\xa0la\xa0Cruz"
    assert typography.bound("Ana-Lena O'Hara") == "Ana-\u2060Lena\xa0O'Hara"


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("It ends on it.", "It ends on\xa0it."),
        ("Consider interpretability.", "Consider interpretability."),
        ("One", "One"),
        ("", ""),
    ],
)
def test_a_paragraph_never_ends_on_a_short_word_alone(text: str, settled: str) -> None:
    assert typography.settled(text) == settled


def test_addresses_lose_what_nobody_types() -> None:
    assert typography.short_address("https://example.org/a/") == "example.org/a"
    assert typography.short_address("http://example.org") == "example.org"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("It's O'Hara's", "It’s O’Hara’s"), ("'quoted'", "'quoted'"), ("rock 'n' roll", None)],
)
def test_apostrophes_inside_words_are_real(typed: str, printed: str | None) -> None:
    assert typography.typographic(typed) == (printed or typed)
