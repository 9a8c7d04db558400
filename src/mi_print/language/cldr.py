"""Dates, times, plurals and lists by language, from the Unicode CLDR.

The only importer of Babel, whose tables come with it.  All English has one form, and a language
that Babel does not know has that too: 7 December 2025, 9:30, A, B and C.
https://cldr.unicode.org/
"""

import datetime as dt
import functools
import re
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_day_names,
    get_month_names,
)
from babel.lists import format_list

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"

_SKELETONS = {12: "hm", 24: "Hm"}
_ENGLISH = {"MMMd": "d MMM", "Hm": "H:mm"}
"""What differs from the CLDR's British English: Sep, 9:30."""

_SPACE = re.compile("[ \u2009\u202f]")
_PARTED = re.compile("(?<=[\u3400-\u9fff\uac00-\ud7a3])(?=[\u3400-\u9fff\uac00-\ud7a3\\d])")
"""Where a line would end within 오후 or 午後."""
_DASH = re.compile("\u00a0*–\u00a0*")
_SHORT_MONTH = re.compile("(?<![ML])([ML])\\1\\1(?!\\1)")
_FULL_MONTH = re.compile("MMMM|LLLL")
_LITERAL = re.compile(r"'[^']*'")
_PERIOD = re.compile("[abB]")


@functools.cache
def locale(lang: str) -> Locale:
    """Return Babel's locale of a language tag (BCP 47)."""
    language = lang.lower().partition("-")[0]
    for tag in (lang, language) if language != "en" else ():
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def knows(lang: str) -> bool:
    """Return whether there are dates, times and plurals in a language."""
    return locale(lang).language == lang.lower().partition("-")[0]


def plural_form(number: int, lang: str) -> str:
    """Return the form of a counted word: `one`, `few`, `other` …."""
    return str(locale(lang).plural_form(number))


def ordinal_form(number: int, lang: str) -> str:
    """Return the form of an ordinal: in English `one` for 1st and 21st."""
    return str(locale(lang).ordinal_form(number))


def plural_forms(lang: str) -> frozenset[str]:
    """Return all forms of counted words that a language has."""
    return frozenset(locale(lang).plural_form.tags | {"other"})


def ordinal_forms(lang: str) -> frozenset[str]:
    """Return all forms of ordinals that a language has."""
    return frozenset(locale(lang).ordinal_form.tags | {"other"})


def weekday(day: dt.date, lang: str) -> str:
    """Return "Sunday", as it stands by itself."""
    return str(get_day_names("wide", "stand-alone", locale(lang))[day.weekday()])


def months(lang: str) -> dict[str, int]:
    """Return the numbers of the months by their names and short names, without letter case."""
    there = locale(lang)
    return {
        name.casefold().rstrip("."): number
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, there).items()
    }


@functools.cache
def date(day: dt.date, skeleton: str, lang: str) -> str:
    """Return a date with the fields of a skeleton, such as `yMMMMd`, held in one line."""
    found = locale(lang)
    if found.language == "en" and skeleton in _ENGLISH:
        text = format_date(day, _ENGLISH[skeleton], Locale("en"))
    else:
        text = format_skeleton(skeleton, day, locale=found)
    return _held(text)


def date_range(first: dt.date, last: dt.date, lang: str) -> str:
    """Return "4–6 May 2026", with months as in a full date; `first` is the earlier day.

    Only behind a dash between spaces may the line break.
    """
    if first == last:
        return date(first, "yMMMMd", lang)
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    pattern = locale(lang).interval_formats.get("yMMMd", {}).get(field)
    if pattern is None:
        text = "–".join(date(day, "yMMMMd", lang) for day in (first, last))
    else:
        named = _FULL_MONTH.search(locale(lang).date_formats["long"].pattern)  # not in Chinese
        month = r"\1\1\1\1" if named else r"\g<0>"
        full = (re.sub("d+", "d", _SHORT_MONTH.sub(month, part)) for part in pattern)
        days = zip((first, last), full, strict=True)
        text = _held("".join(format_date(day, part, locale(lang)) for day, part in days))
    return _DASH.sub("–" if field == "d" else "\u00a0– ", text)


def short_date_range(first: dt.date, last: dt.date, lang: str) -> str:
    """Return "4–6 May", with months in short; `first` is the earlier day."""
    field = "M" if (first.year, first.month) != (last.year, last.month) else "d"
    pattern = locale(lang).interval_formats.get("MMMd", {}).get(field)
    if pattern is None:
        return "–".join(date(day, "MMMd", lang) for day in (first, last))
    days = zip((first, last), pattern, strict=True)
    text = "".join(format_date(day, part, locale(lang)) for day, part in days)
    return _DASH.sub("–", _held(text))


@functools.cache
def time(moment: dt.time, lang: str, *, hours: int) -> str:
    """Return "9:30" or "9:30 am", held in one line; `hours` is 12 or 24."""
    found, skeleton = locale(lang), _SKELETONS[hours]
    if found.language == "en" and skeleton in _ENGLISH:
        return str(format_time(moment, _ENGLISH[skeleton], locale=found))
    text = _held(format_skeleton(skeleton, moment, locale=found))
    return _PARTED.sub(WORD_JOINER, text)


@functools.cache
def period(moment: dt.time, lang: str) -> str:
    """Return the "am" or "pm" of a time in twelve hours."""
    found = locale(lang)
    sign = _PERIOD.search(_LITERAL.sub("", found.datetime_skeletons[_SKELETONS[12]].pattern))
    text = _held(format_time(moment, sign[0], locale=found)) if sign else ""
    return _PARTED.sub(WORD_JOINER, text)


@functools.cache
def usual_hours(lang: str) -> int:
    """Return in how many hours a language counts, 12 or 24."""
    pattern = locale(lang).time_formats["short"].pattern
    return 12 if _PERIOD.search(_LITERAL.sub("", pattern)) else 24


def listed(texts: Sequence[str], lang: str) -> str:
    """Return "A, B and C"."""
    return format_list(texts, locale=locale(lang))


def _held(text: str) -> str:
    return _SPACE.sub(NO_BREAK_SPACE, text)
