"""The days that a page names, and what is on them."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mi_print.importers.site.page import PageBlock
from mi_print.language import cldr

_DAY = r"(?:[0-2]?\d|3[01])(?!\d)"
_END = r"(?:st|nd|rd|th|\.)?"
_JOIN = r"\s*(?P<join>or|oder|/|-|–|—|to|through|and|und|bis|&)\s*"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?"
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_EITHER = {"or", "oder", "/"}
_ZONE = re.compile(
    r"\b(?P<aoe>AoE|anywhere on (?:the )?earth|UTC\s?[-–−]\s?12)\b|"
    r"\b(?P<iana>[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+|UTC|GMT|CET|EET|WET|MET)\b|"
    r"\b(?P<short>P[SD]?T|E[SD]?T|CEST)\b",
    re.IGNORECASE,
)
_SHORT = {"P": "America/Los_Angeles", "E": "America/New_York", "C": "CET"}


class Means(StrEnum):
    """What is on a day."""

    EVENT = "event"
    DEADLINE = "deadline"
    NOTIFICATION = "notification"
    OPENS = "opens"
    OTHER = "other"


_MEANS = re.compile(
    r"(?P<other>camera[- ]ready\w*|final versions?|registration\w*|early[- ]bird|"
    r"abstract (?:submission )?(?:deadline|due)|(?:last )?updated|published|posted)|"
    r"(?P<notification>notif\w+(?: of acceptance)?|decisions?|acceptance|benachrichtigung)|"
    r"(?P<opens>submissions? (?:site |portal |system )?opens?|call opens?|opens? on|opening of)|"
    r"(?P<deadline>(?:submission )?deadline|due\b|submissions? (?:due|closes?)|"
    r"papers? submissions?|submissions?|submit by|einreich\w*|\w{0,40}frist)|"
    r"(?P<event>held|takes? place|taking place|workshop(?: dates?)?|conference|"
    r"event dates?|when|dates?|wann|termin|findet)",
    re.IGNORECASE,
)


class NamedDay(NamedTuple):
    """A day, or several, as a page writes them.

    Attributes:
        text: as it is written.
        line: where it stands.
        month, day: of the first.
        last: the same of the last, if there are several.
        either: whether it is one of them, which is not known yet.
        year: if it is written.
        means: what is on it; nothing if no word says that.
        zone: behind it; nothing if there is none.
        extended: whether the sentence says that it was put off.
    """

    text: str
    line: int
    month: int
    day: int
    last: tuple[int, int] | None
    either: bool
    year: int | None
    means: Means | None = None
    zone: str = ""
    extended: bool = False

    def days(self, year: int) -> list[dt.date]:
        """Return the days.

        Raises:
            ValueError: there is no such day.
        """
        first = dt.date(self.year or year, self.month, self.day)
        if self.last is None:
            return [first]
        last = dt.date(first.year, *self.last)
        if last < first:
            raise ValueError("the last day is before the first")
        count = (last - first).days + 1
        if self.either or count > 30:  # noqa: PLR2004 - no event has more
            return [first, last]
        return [first + dt.timedelta(days=each) for each in range(count)]


def named_days(blocks: Sequence[PageBlock], lang: str) -> Iterator[NamedDay]:
    """Yield the days in texts and headings, in their order."""
    patterns = _patterns(lang)
    for block in blocks:
        for sentence in block.sentences:
            found = sorted(
                (match for pattern in patterns for match in pattern.finditer(sentence)),
                key=lambda match: (match.start(), -match.end()),
            )
            end = 0
            for at, match in enumerate(found):
                if match.start() < end:
                    continue  # a part of the one before
                after = next((e.start() for e in found[at + 1 :] if e.start() >= match.end()), None)
                means = _means(sentence, match.start(), match.end(), after)
                zone = zone_in(sentence[match.end() : after])
                extended = "exten" in sentence.casefold()
                named = _named(match, lang, block.line)
                yield named._replace(means=means, zone=zone, extended=extended)
                end = match.end()


def zone_in(text: str) -> str:
    """Return the zone that a text names first, as the data has it."""
    for found in _ZONE.finditer(text):
        if found["aoe"]:
            return "AoE"
        if found["short"] and found[0].isupper():
            return _SHORT[found[0][0]]
        if found["iana"] and _is_zone(found[0]):
            return found[0]
    return ""


def _is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (OSError, ValueError, KeyError):
        return False


def _means(sentence: str, start: int, end: int, after: int | None) -> Means | None:
    """Return what the nearest word before a day says, or behind it if there is none before."""
    before = [*_MEANS.finditer(sentence, 0, start)]
    nearest = before[-1] if before else _MEANS.search(sentence, end, after or len(sentence))
    return Means(str(nearest.lastgroup)) if nearest else None


def _named(match: re.Match[str], lang: str, line: int) -> NamedDay:
    given, months = match.groupdict(), _months(lang)

    def month(name: str) -> int:
        return months.get((given.get(name) or "").casefold().rstrip("."), 0)

    first = month("month") or int(given["month"]) if given["month"] else 0
    last = None
    if given.get("last"):
        last = (month("month2") or first, int(given["last"]))
    year = int(given["year"]) if given["year"] else None
    either = (given.get("join") or "").casefold() in _EITHER
    day = int(given["day"])
    return NamedDay(match[0], line, first, day, last, either, year)


@cache
def _months(lang: str) -> dict[str, int]:
    return cldr.months("en") | cldr.months(lang)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(_months(lang), key=len, reverse=True)
    month = rf"(?:{'|'.join(map(re.escape, names))})\b\.?"
    first = (
        rf"\b(?P<month>{month})\s+(?P<day>{_DAY}){_END}"
        rf"(?:{_JOIN}(?:(?P<month2>{month})\s+)?(?P<last>{_DAY}){_END})?{_YEAR}"
    )
    second = (
        rf"\b(?P<day>{_DAY}){_END}(?:{_JOIN}(?P<last>{_DAY}){_END})?\s+(?:of\s+)?"
        rf"(?P<month>{month}){_YEAR}"
    )
    both = (
        rf"\b(?P<day>{_DAY}){_END}\s+(?P<month>{month}){_JOIN}"
        rf"(?P<last>{_DAY}){_END}\s+(?P<month2>{month}){_YEAR}"
    )
    return _ISO, *(re.compile(each, re.IGNORECASE) for each in (first, second, both))
