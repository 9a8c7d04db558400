"""How the paper of an event speaks: its words, dates, times, and numbers."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mi_print.language import cldr
from mi_print.language.word_tables import FALLBACK, ORDINAL, Phrase, filled, language_of, table
from mi_print.source.wording import nearest

FIGURE_SPACE = "\u2007"

_ONE_DIGIT = re.compile(r"\d(?!\d)")


@dataclass(frozen=True, slots=True)
class PrintLocale:
    """A language, and what an event says otherwise.

    Attributes:
        lang: the language's tag (BCP 47).
        hours: 12 or 24; None for what is usual in the language.
        own: words that go before those of the table, by key.
    """

    lang: str = FALLBACK
    hours: int | None = None
    own: Mapping[str, Phrase] = field(default_factory=dict)

    @property
    def phrases(self) -> dict[str, Phrase]:
        """All words by key, each as it is said or as the forms that a number chooses from."""
        return {**table(language_of(self.lang) or FALLBACK).words, **self.own}

    def word(self, key: str, **values: object) -> str:
        """Return a word of the table with values in it; `n` chooses the plural form.

        Raises:
            ValueError: no word has this key, or a value is missing.
        """
        phrase, lang = self._phrase(key)
        if not isinstance(phrase, str):
            if "n" not in values:
                raise ValueError(f'the word "{key}" is chosen by a number: n=…')
            form_of = cldr.ordinal_form if key == ORDINAL else cldr.plural_form
            phrase = phrase.get(form_of(int(str(values["n"])), lang), phrase["other"])
        return filled(phrase, values)

    def weekday(self, day: dt.date) -> str:
        """Return "Sunday", with a capital as at the beginning of a line."""
        return capitalized(cldr.weekday(day, self.lang))

    def day_month(self, day: dt.date) -> str:
        """Return "7 December"."""
        return cldr.date(day, "MMMMd", self.lang)

    def short_day(self, day: dt.date) -> str:
        """Return "7 Dec", padded so that dates stand under each other."""
        return _padded(self.day_short(day))

    def day_short(self, day: dt.date) -> str:
        """Return "7 Dec", as in running text."""
        return cldr.date(day, "MMMd", self.lang)

    def full_day(self, day: dt.date) -> str:
        """Return "7 December 2025"."""
        return cldr.date(day, "yMMMMd", self.lang)

    def weekday_month(self, day: dt.date) -> str:
        """Return "Sunday, 7 December"."""
        return self._with_weekday(day, self.day_month(day))

    def weekday_full(self, day: dt.date) -> str:
        """Return "Sunday, 7 December 2025"."""
        return self._with_weekday(day, self.full_day(day))

    def day_range(self, first: dt.date, last: dt.date) -> str:
        """Return "4–6 May 2026"; of one day its full date."""
        return cldr.date_range(min(first, last), max(first, last), self.lang)

    def day_span(self, days: Sequence[dt.date]) -> str:
        """Return "4–6 May 2026", or days that do not follow each other one by one."""
        first, last = min(days), max(days)
        if (last - first).days + 1 == len(days):
            return self.day_range(first, last)
        return self.listed([self.day_month(day) for day in days])

    def short_span(self, days: Sequence[dt.date]) -> str:
        """Return "4–6 May" of several days, whatever is between them, or "4 May" of one."""
        first, last = min(days), max(days)
        same = first == last
        return self.short_day(first) if same else cldr.short_date_range(first, last, self.lang)

    def clock(self, time: dt.time | None) -> str:
        """Return "9:30" or "9:30 am", padded so that times stand under each other."""
        return _padded(self.time(time)) if time else ""

    def clocks(self, times: Sequence[dt.time | None]) -> list[str]:
        """Return times that stand under each other, padded only if one of them has two digits."""
        padded = [self.clock(time) for time in times]
        if all(time.startswith(FIGURE_SPACE) for time in filter(None, padded)):
            return [time.removeprefix(FIGURE_SPACE) for time in padded]
        return padded

    def time(self, time: dt.time) -> str:
        """Return "9:30" or "9:30 am", as in running text."""
        return cldr.time(time, self.lang, hours=self._hours)

    def stretch(self, start: dt.time, end: dt.time | None) -> str:
        """Return "9:30–10:00" or "9:30–10:00 am", or the start alone if there is no end."""
        if end is None:
            return self.time(start)
        first, last = self.time(start), self.time(end)
        period = cldr.period(start, self.lang) if self._hours == 12 else ""  # noqa: PLR2004 - hours
        if period and period == cldr.period(end, self.lang):
            if first.endswith(period):
                first = first.removesuffix(period).rstrip()
            else:
                last = last.removeprefix(period).lstrip()
        return self.word("time-range", start=first, end=last)

    def numeral(self, number: int) -> str:
        """Return small numbers as words, others in figures."""
        key = f"number-{number}"
        return self.word(key) if key in table(FALLBACK).words else str(number)

    def ordinal(self, number: int) -> str:
        """Return "1st"."""
        return self.word(ORDINAL, n=number)

    def listed(self, texts: Sequence[str]) -> str:
        """Return "A, B and C"."""
        return cldr.listed(texts, self.lang)

    def separated(self, texts: Iterable[str]) -> str:
        """Return "A, B, C"."""
        between = self.word("more-texts", first="", second="")
        return between.join(texts)

    @property
    def _hours(self) -> int:
        return self.hours or cldr.usual_hours(self.lang)

    def _with_weekday(self, day: dt.date, date: str) -> str:
        weekday = cldr.weekday(day, self.lang)
        return capitalized(self.word("weekday-date", weekday=weekday, date=date))

    def has(self, key: str) -> bool:
        """Return whether there is a word of this key."""
        return key in self.own or key in table(language_of(self.lang) or FALLBACK).words

    def _phrase(self, key: str) -> tuple[Phrase, str]:
        """Return what a key says, and the language whose plural forms it has."""
        if key in self.own:
            return self.own[key], self.lang
        language = language_of(self.lang) or FALLBACK
        words = table(language).words
        if key not in words:
            hint = nearest(key, words)
            raise ValueError(f'no word is called "{key}"' + (f"; {hint}" if hint else ""))
        return words[key], language


def capitalized(text: str) -> str:
    """Return a text whose first letter is a capital; the others stay as they are."""
    return text[:1].upper() + text[1:]


def _padded(text: str) -> str:
    return FIGURE_SPACE + text if _ONE_DIGIT.match(text) else text
