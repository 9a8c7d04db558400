"""Dates, times and lists as they are written, whatever the machine's language."""

import datetime as dt

import pytest

from mi_print.layout.template_api import format as written

DAY = dt.date(2025, 12, 7)


def test_days_are_named_in_full_and_in_short() -> None:
    assert written.weekday(DAY) == "Sunday"
    assert written.day_month(DAY) == "7\xa0December"
    assert written.full_day(DAY) == "7\xa0December\xa02025"
    assert written.short_day(DAY) == "\u20077\xa0Dec"
    assert written.short_day(dt.date(2026, 5, 31)) == "31\xa0May"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_and_weekdays_agree_with_the_calendar(month: int) -> None:
    day = dt.date(2024, month, 29)
    assert written.full_day(day).replace("\xa0", " ") == f"{day:%d %B %Y}"
    assert written.weekday(day) == f"{day:%A}"


def test_times_stand_under_each_other() -> None:
    assert written.clock(dt.time(9, 5)) == "\u20079:05"
    assert written.clock(dt.time(14, 30)) == "14:30"
    assert written.stretch(dt.time(9, 5), dt.time(10)) == "9:05–10:00"


@pytest.mark.parametrize(("number", "said"), [(0, "zero"), (1, "one"), (12, "twelve"), (13, "13")])
def test_small_numbers_are_words(number: int, said: str) -> None:
    assert written.numeral(number) == said


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
    assert written.ranges(numbers) == said
