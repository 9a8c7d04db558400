"""How an event's paper speaks, read from its data, the tables of words, and the Unicode CLDR."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, get_day_names
from babel.lists import format_list

import mi_print
from tests.generated.rows import Row

_TABLES = Path(mi_print.__file__).parent / "language" / "words"
_FIGURES = re.compile(r"\d+\D?\d+")
_KNOWN = (
    *("keynote", "panelist", "organizer", "speaker", "lightning", "volunteer"),
    *("sponsor", "press", "student", "other", "attendee"),
)


@cache
def _words(language: str) -> Row:
    """Return the words of a language's table, in English if it has none."""
    path = _TABLES / f"{language}.yaml"
    table = yaml.safe_load((path if path.exists() else _TABLES / "en.yaml").read_text("utf-8"))
    words: Row = table["words"]
    return words


class Speech:
    """The words, dates, and times of one event, written anew."""

    def __init__(self, workshop: Row) -> None:
        """Take what the workshop says of its language."""
        self._workshop = workshop
        self._lang: str = workshop.get("lang", "en")
        self._words: Row = _words(self._lang.partition("-")[0]) | workshop.get("words", {})

    def word(self, key: str, **values: object) -> str:
        """Return a word of the table."""
        phrase = self._words[key]
        if isinstance(phrase, dict):
            form = self._locale.plural_form(values["n"])  # type: ignore[arg-type]
            phrase = phrase.get(form, phrase["other"])
        return str(phrase).format(**values)

    def role(self, role: str) -> str:
        """Return what a role is called on a badge."""
        own = self._workshop.get("roles", {})
        if "label" in own.get(role, {}):
            return str(own[role]["label"])
        if role in _KNOWN:
            return self.word(f"role-{role}")
        return role[:1].upper() + role[1:]

    def plural(self, role: str, key: str) -> str:
        """Return what stands above those who have a role, for which there is a word."""
        return str(self._workshop.get("roles", {}).get(role, {}).get("plural") or self.word(key))

    @cached_property
    def _locale(self) -> Locale:
        for tag in (self._lang, self._lang.partition("-")[0]):
            if tag.startswith("en"):
                break
            try:
                return Locale.parse(tag, sep="-")
            except UnknownLocaleError:
                continue
        return Locale("en", "GB")

    # Days

    def full_day(self, day: dt.date) -> str:
        """Return "7 December 2025"."""
        return self._date(day, "yMMMMd")

    def day_month(self, day: dt.date) -> str:
        """Return "7 December"."""
        return self._date(day, "MMMMd")

    def short_day(self, day: dt.date) -> str:
        """Return "7 Dec"."""
        if self._locale.language == "en":
            return f"{day.day} {day:%b}"
        return self._date(day, "MMMd")

    def weekday(self, day: dt.date) -> str:
        """Return "Sunday"."""
        name = get_day_names("wide", "stand-alone", self._locale)[day.weekday()]
        return str(name[:1].upper() + name[1:])

    def span(self, days: Sequence[dt.date]) -> tuple[str, ...]:
        """Return "4–6 May 2026", or each day if they do not follow each other."""
        first, last = days[0], days[-1]
        if (last - first).days + 1 != len(days):
            return (format_list([self.day_month(day) for day in days], locale=self._locale),)
        text = format_interval(first, last, "yMMMd", locale=self._locale)
        for day in {first.month: first, last.month: last}.values():
            for short in ("MMM", "LLL"):
                month = format_date(day, short, self._locale)
                text = re.sub(
                    rf"{re.escape(month)}(?!\w)",
                    format_date(day, short + short[0], self._locale),
                    text,
                )
        return (text,)

    def _date(self, day: dt.date, skeleton: str) -> str:
        return str(format_skeleton(skeleton, day, locale=self._locale))

    # Times

    @property
    def _twelve(self) -> bool:
        usual = {"ko": 12, "zh-Hant": 12}.get(self._lang.partition("-")[0], 24)
        return bool(self._workshop.get("clock", usual) == 12)

    def time(self, clock: str) -> str:
        """Return "9:30" or "9:30 am" of a time as the data has it."""
        moment = dt.time.fromisoformat(clock)
        if self._locale.language == "en" and not self._twelve:
            return clock.removeprefix("0")
        skeleton = "hm" if self._twelve else "Hm"
        return str(format_skeleton(skeleton, moment, locale=self._locale))

    def stretch(self, session: Row) -> tuple[str, ...]:
        """Return from when until when a session is, in the ways in which it may be written."""
        start = self.time(session["start"])
        if "end" not in session:
            return (start,)
        end = self.time(session["end"])
        times = [(start, end)]
        if self._twelve and (session["start"] < "12:00") == (session["end"] < "12:00"):
            bare, later = (_FIGURES.findall(time)[0] for time in (start, end))
            times += [(bare, end), (start, later), (bare.zfill(5), end), (start, later.zfill(5))]
        return tuple(self.word("time-range", start=one, end=other) for one, other in times)
