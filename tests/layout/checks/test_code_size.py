"""A code's modules are as wide as its place and its text let them be; none are below 0.4 mm."""

import pytest

from mi_print.layout.checks.code_size import no_code
from mi_print.problem import Severity


def said(text: str, side: float) -> list[str]:
    return str(no_code(text, side, page=3)).splitlines()


def test_it_says_the_size_and_how_many_letters_would_do() -> None:
    assert said("https://example.org/" + "a" * 143, 50) == [
        (
            "page 3: warning no-code: the QR code of"
            " “https://example.org/aaaaaaaaaaaaaaaaaaa…” (163 characters)"
            " would have modules of 0.333 mm, below 0.4 mm, and is not printed"
        ),
        (
            "    shorten it to 106 characters, order a larger size,"
            " or give the code more room in the layout"
        ),
    ]


def test_in_a_place_too_small_for_any_code_nothing_can_be_shortened() -> None:
    assert said("7", 10)[1] == "    order a larger size, or give the code more room in the layout"


def test_a_text_that_no_code_can_say_is_said_too() -> None:
    assert said("字" * 2_000, 100)[0].endswith(
        "…” (2000 characters): no QR code can say so much, and is not printed"
    )


@pytest.mark.parametrize("text", ["https://example.org", "x"])
def test_it_keeps_its_text_for_whoever_knows_its_place(text: str) -> None:
    found = no_code(text, 5)
    assert found.severity is Severity.WARNING
    assert found.text == text
    assert "text" not in found.as_json()
