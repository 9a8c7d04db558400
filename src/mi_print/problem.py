"""One thing that is wrong: where, what, and what to do about it.

Checks yield `Problem`s instead of raising at the first fault, because an
organizer wants the whole list at once.  A problem names its place either in a
source file (file, 1-based line and column) or on a page (1-based number and a
box in points from the trim's top left corner).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypedDict, Unpack

ProblemBox = tuple[float, float, float, float]
"""Left, top, width and height in points; down from the trim's top left corner."""


class Severity(StrEnum):
    """An error stops the run; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Place(TypedDict, total=False):
    """Where a problem is: the fields of `Problem` for it, those that apply."""

    file: str | None
    line: int | None
    column: int | None
    page: int | None
    box: ProblemBox | None
    record: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong (`message`), where, and what to do about it (`hint`).

    `text` is a text of the data that it is about, for whoever knows where that stands.
    `record` is the id of the item of the data that has it, or the name of a colour: what
    `accept` in `print.yaml` calls it by.
    """

    severity: Severity
    rule: str
    message: str
    hint: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    box: ProblemBox | None = None
    record: str | None = None
    text: str = ""

    @property
    def place(self) -> str:
        """The place as compilers write it; nothing if there is none."""
        place, inside = self.file or "", self.place_in_file
        if place and inside:
            place += ":" if self.line else ", "
        return in_one_line(place + inside)

    @property
    def place_in_file(self) -> str:
        """The place without the file: line and column, or page and box."""
        found = ":".join(str(part) for part in (self.line, self.column) if part)
        if self.page is not None:
            found += f", page {self.page}" if found else f"page {self.page}"
        if self.box is not None:
            x, y, width, height = self.box
            found += " " if found else ""
            found += f"[{x:.0f} {y:.0f} {width:.0f}×{height:.0f} pt]"
        return found

    def __str__(self) -> str:
        """Return one line as compilers write it, and the hint on a second."""
        line = in_one_line(f"{self.severity} {self.rule}: {self.message}")
        line = f"{self.place}: {line}" if self.place else line
        return f"{line}\n    {in_one_line(self.hint)}" if self.hint else line

    def as_json(self) -> dict[str, object]:
        """Return the keys that apply, for `--json`."""
        pairs = {name: getattr(self, name) for name in self.__slots__ if name != "text"}
        pairs["box"] = list(self.box) if self.box else None
        return {name: value for name, value in pairs.items() if value not in (None, "")}


def error(rule: str, message: str, hint: str = "", **place: Unpack[Place]) -> Problem:
    """Return an error."""
    return Problem(Severity.ERROR, rule, message, hint, **place)


def warning(rule: str, message: str, hint: str = "", **place: Unpack[Place]) -> Problem:
    """Return a warning."""
    return Problem(Severity.WARNING, rule, message, hint, **place)


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    """Return those problems that stop a run."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line, column and page, each once."""
    return sorted(
        dict.fromkeys(problems),
        key=lambda p: (p.file or "", p.line or 0, p.column or 0, p.page or 0, p.rule, p.message),
    )


def shown_path(path: Path, root: Path) -> str:
    """Return `path` as a problem names it: relative to the project where it lies inside."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def in_one_line(text: str) -> str:
    """Return a text whose line breaks, which could forge a message, are numbers."""
    return text.replace("\n", "\\u000a")
