"""No line is wider than its column, whatever stands there."""

import pytest

from mi_print.layout.text.pango import measure
from mi_print.products.flyer.line_breaks import address_lines, lines_of
from tests.products.made_up import context

FACE = context("letter", "cfp").face("text")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("A line that is longer than its column and has many words", "en"),
        ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrente", "de"),
        ("x" * 80, "en"),
        ("計測結果の読み方と伝え方についての長い題名", "ja"),
    ],
)
def test_every_line_fits_and_all_letters_are_there(text: str, lang: str) -> None:
    lines = lines_of(text, 80, FACE, lang, running=True)
    assert len(lines) > 1
    assert all(measure(line, FACE, lang).width <= 80 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")


def test_long_words_of_running_text_are_divided_but_not_in_english() -> None:
    german = lines_of("Einige Betriebssicherheitsverordnungen", 130, FACE, "de", running=True)
    assert german[0].endswith("-")
    assert german[0].startswith("Einige B")
    compound = lines_of("Am Ende die Bauwerksüberwachung", 110, FACE, "de", running=True)
    assert compound == ["Am Ende die Bauwerks-", "überwachung"]
    short = lines_of("In vielen Mühlewassergräben", 118, FACE, "de", running=True)
    assert len(short[-1]) > 3, "no line of two or three letters"
    english = lines_of("Some internationalizations", 90, FACE, "en", running=True)
    assert english == ["Some", "internationalizations"]


def test_an_address_is_divided_at_what_joins_it_then_anywhere() -> None:
    assert address_lines("example.org/one/two", 60, FACE, "en") == ["example.org/", "one/two"]
    assert address_lines("someone@example.org", 60, FACE, "en") == ["someone", "@example", ".org"]
    lines = address_lines("example.org/" + "a" * 60, 100, FACE, "en")
    assert all(measure(line, FACE, "en").width <= 100 for line in lines)
    assert "".join(lines) == "example.org/" + "a" * 60
