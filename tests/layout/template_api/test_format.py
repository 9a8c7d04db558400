"""What templates write with: the functions of every language, and lists of numbers."""

import datetime as dt
import re

import pytest

from mi_print.language.print_locale import PrintLocale
from mi_print.layout.template_api.format import css_string, formats, ranges


def test_the_functions_speak_the_language() -> None:
    german = formats(PrintLocale("de"))
    assert german["full_day"](dt.date(2025, 12, 7)) == "7.\xa0Dezember\xa02025"
    assert german["bound"]("Ada Sample") == "Ada\xa0Sample"


def test_a_string_of_css_ends_nowhere() -> None:
    text = css_string('Fin "1" </style> \\ 終')
    assert not set('"<>\\ ') & set(re.sub(r"\\[0-9A-F]+ ", "", text))
    assert css_string("Notes終") == "Notes終"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([7], "7"),
        ([1, 2, 3, 4, 7, 9, 10], "1–4, 7, 9–10"),
        ([3, 1, 2, 2], "1–3"),
    ],
)
def test_numbers_in_a_row_are_ranges(numbers: list[int], said: str) -> None:
    assert ranges(numbers) == said
