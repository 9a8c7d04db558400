"""Dates, times and lists as they are written, whatever the machine's language."""

import datetime as dt

import pytest

from mi_print.layout.text import typography

DAY = dt.date(2025, 12, 7)


def test_days_are_named_in_full_and_in_short() -> None:
    assert typography.weekday(DAY) == "Sunday"
    assert typography.day_month(DAY) == "7\xa0December"
    assert typography.full_day(DAY) == "7\xa0December\xa02025"
    assert typography.short_day(DAY) == "\u20077\xa0Dec"
    assert typography.short_day(dt.date(2026, 5, 31)) == "31\xa0May"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_and_weekdays_agree_with_the_calendar(month: int) -> None:
    day = dt.date(2024, month, 29)
    assert typography.full_day(day).replace("\xa0", " ") == f"{day:%d %B %Y}"
    assert typography.weekday(day) == f"{day:%A}"


def test_times_stand_under_each_other() -> None:
    assert typography.clock(dt.time(9, 5)) == "\u20079:05"
    assert typography.clock(dt.time(14, 30)) == "14:30"
    assert typography.stretch(dt.time(9, 5), dt.time(10)) == "9:05–10:00"


@pytest.mark.parametrize(("number", "said"), [(0, "zero"), (1, "one"), (12, "twelve"), (13, "13")])
def test_small_numbers_are_words(number: int, said: str) -> None:
    assert typography.numeral(number) == said


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
    assert typography.ranges(numbers) == said


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
