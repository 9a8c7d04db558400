"""How dates, times and lists are written in English print.

Days and months are named here and not by the machine's locale: the same data
must give the same bytes everywhere.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

FIGURE_SPACE = "\u2007"
EM_SPACE = "\u2003"
NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
_SHORT = 10  # characters of a word that should not stand alone


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


def stretch(start: dt.time, end: dt.time) -> str:
    """Return "9:30–10:00"."""
    return f"{clock(start).strip(FIGURE_SPACE)}–{clock(end).strip(FIGURE_SPACE)}"


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


def bound(name: str) -> str:
    """Return a name that stays on one line.

    Its spaces become U+00A0.  A word joiner follows each hyphen: it leaves no
    trace in what is printed, whereas a non-breaking hyphen would no longer be
    found by searching, and before an element that may not be broken the
    typesetter can end a line after its first name.
    """
    return name.replace(" ", NO_BREAK_SPACE).replace("-", f"-{WORD_JOINER}")


def settled(text: str) -> str:
    """Return a paragraph whose last line is never a single short word."""
    rest, space, last = text.rpartition(" ")
    return f"{rest}{NO_BREAK_SPACE}{last}" if space and len(last) < _SHORT else text


def short_address(address: str) -> str:
    """Return a web address as people write it on paper: no scheme, no last slash."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")


def direction(text: str) -> str:
    """Return "rtl" for a text that begins in a script read from right to left, else "ltr"."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def undivided(name: str) -> bool:
    """Return whether a name is Chinese, Japanese or Korean, which stands in one line."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and all(unicodedata.east_asian_width(c) in "WF" for c in letters)


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def typographic(text: str) -> str:
    """Return the text with typewriter apostrophes inside words made real ones."""
    return _APOSTROPHE.sub("’", text)


WORDS = {
    function.__name__: function
    for function in (
        *(weekday, day_month, short_day, full_day, clock, stretch),
        *(numeral, ranges, bound, settled, short_address),
        *(direction, undivided),
    )
}
"""What templates may call, and use as filters."""
