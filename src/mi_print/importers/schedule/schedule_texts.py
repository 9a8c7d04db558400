"""The texts of a schedule, cleaned, with what is said of them."""

import re
from collections.abc import Iterator

from mi_print.importers.attendees.person_names import changed
from mi_print.importers.clean_text import FORMULA, clean, formula, quiet_title
from mi_print.importers.schedule.plain_text import LONGEST, without_emoji, without_markup
from mi_print.problem import Problem, warning
from mi_print.source.wording import shown

_LONGEST = {"bio": 5000, "abstract": LONGEST}
_MOST, _SHORT = 12, 40  # texts that a message names, and characters of each


class ScheduleTexts:
    """Cleans texts, and keeps what is to be said of them."""

    def __init__(self, file: str) -> None:
        """Begin with nothing said; `file` is how problems name the schedule."""
        self._file = file
        self._problems: list[Problem] = []
        self._marked: list[str] = []
        self._emoji: list[str] = []

    def said(self) -> Iterator[Problem]:
        """Yield what was changed."""
        yield from self._problems
        for rule, found, what in (
            ("markup", self._marked, "HTML or Markdown is"),
            ("emoji", self._emoji, "emoji, which no font of print has, are"),
        ):
            if found:
                listed = f"{', '.join(found[:_MOST])}{', …' if len(found) > _MOST else ''}"
                message = f"{what} taken out of {listed}"
                hint = "see whether they read well"
                yield warning(rule, message, hint, file=self._file)

    def title(self, title: str) -> str:
        """Return a title, with capitals at its words only if it is all in capitals."""
        quiet, said = quiet_title(self.text(title, "title", title))
        if said:
            self._problems.append(warning(*said, file=self._file))
        return quiet

    def text(self, text: str, field: str, of: str) -> str:
        """Return a text cleaned, its paragraphs apart; nothing of one that is too long."""
        if field in _LONGEST:
            whole = text.replace("\r\n", "\n").replace("\r", "\n")
            text = without_markup(whole)
            if text != whole:
                self._marked.append(f'the {field} of "{shown(of, _SHORT)}"')
            lines = (" ".join(line.split()) for line in text.split("\n"))
            text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        else:
            text = " ".join(text.split())
        if field != "name" and (plain := without_emoji(text)) != text:
            self._emoji.append(f'the {field} of "{shown(of, _SHORT)}"')
            text = plain
        if FORMULA.match(text):
            self._problems.append(formula(text, self._file, None))
        text, notes = clean(text, name=field == "name")
        self._problems += [warning(*said, file=self._file) for said in changed(notes)]
        most = _LONGEST.get(field, 500)
        if len(text) > most:
            message = f"a text has {len(text):,} characters, of {most:,} at most, and is left out"
            hint = f'"{text[:40]}…": shorten it, or write it into the data by hand'
            self._problems.append(warning("too-long", message, hint, file=self._file))
            return ""
        return text
