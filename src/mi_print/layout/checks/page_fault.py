"""What is wrong on a page, with the text by which its record is found in the data."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from mi_print.geometry import Area, Rectangle
from mi_print.layout.typeset.contents import PageContents, SetText
from mi_print.problem import Place, Problem, error
from mi_print.source import wording

_SHOWN = 39  # characters of a text in a message
SHORTEN = "shorten the text, or make room for it in the layout"
"""What to do about a text that does not fit."""


FaultTexts = tuple[tuple[str, ...], ...]
"""Texts of a page, each with ever more of what is set around it."""


class PageFault(NamedTuple):
    """An error of typeset pages.

    Attributes:
        rule: which one it breaks.
        message: what is wrong.
        hint: what to do.
        page: from 1, where it can be known.
        box: where on the page.
        texts: what is wrong there, the first known to the data being it; none if it is
            the layout's alone.
    """

    rule: str
    message: str
    hint: str
    page: int | None = None
    box: Area | None = None
    texts: FaultTexts = ()

    def problem(self, place: Place) -> Problem:
        """Return it as a problem of a place in the data or in the layout."""
        there: Place = {**place, "page": self.page, "box": self.box}
        found = error(self.rule, self.message, self.hint, **there)
        return replace(found, text=self.texts[0][0] if self.texts else "")


def of_text(  # noqa: PLR0913 - of a fault, and of what texts
    contents: PageContents,
    text: SetText,
    rule: str,
    message: str,
    hint: str,
    *,
    box: Area | None = None,
    other: SetText | None = None,
) -> PageFault:
    """Return what is wrong with a text, and another; without a box, at its ink."""
    texts = [(each.text, *contents.around(each.element)) for each in (text, other) if each]
    box = box or area(text.ink or text.bounds)
    return PageFault(rule, message, hint, text.page, box, tuple(texts))


def problems(faults: Iterable[PageFault], file: str) -> list[Problem]:
    """Return faults as problems of the layout's file."""
    return [fault.problem({"file": file}) for fault in faults]


def quoted(text: str) -> str:
    """Return a text as a message quotes it."""
    return f"“{wording.shown(' '.join(text.split()), _SHOWN)}”"


def area(box: Rectangle) -> Area:
    """Return a rectangle with its width and height."""
    left, top, right, bottom = box
    return left, top, right - left, bottom - top
