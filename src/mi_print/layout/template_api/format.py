"""Functions of templates that write dates, times, numbers and names as English print does.

Days and months are named here and not by the machine's locale: the same data
must give the same bytes everywhere.
"""

import datetime as dt
from collections.abc import Sequence

from mi_print.layout.text.typography import (
    FIGURE_SPACE,
    NO_BREAK_SPACE,
    bound,
    direction,
    settled,
    short_address,
    undivided,
)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def weekday(day: dt.date) -> str:
    """Return "Sunday"."""
    return _DAYS[day.weekday()]


def day_month(day: dt.date) -> str:
    """Return "7 December"."""
    return f"{day.day}{NO_BREAK_SPACE}{_MONTHS[day.month - 1]}"


def short_day(day: dt.date) -> str:
    """Return "7 Dec", the day padded to two figures."""
    return f"{day.day:2}".replace(" ", FIGURE_SPACE) + NO_BREAK_SPACE + _MONTHS[day.month - 1][:3]


def full_day(day: dt.date) -> str:
    """Return "7 December 2025"."""
    return f"{day_month(day)}{NO_BREAK_SPACE}{day.year}"


def clock(time: dt.time) -> str:
    """Return "9:30", padded to two figures so that times stand under each other."""
    return f"{time.hour:2}".replace(" ", FIGURE_SPACE) + f":{time.minute:02}"


def stretch(start: dt.time, end: dt.time | None) -> str:
    """Return "9:30–10:00", or "9:30" if there is no end."""
    return "–".join(clock(time).strip(FIGURE_SPACE) for time in (start, end) if time)


def numeral(number: int) -> str:
    """Return small numbers as words, others in figures."""
    return _ONES[number] if number < len(_ONES) else str(number)


def ranges(numbers: Sequence[int]) -> str:
    """Return "1–4, 7, 9–10"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


WORDS = {
    function.__name__: function
    for function in (
        *(weekday, day_month, short_day, full_day, clock, stretch),
        *(numeral, ranges, bound, settled, short_address),
        *(direction, undivided),
    )
}
"""What templates may call, and use as filters."""
