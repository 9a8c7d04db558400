"""What a rule finds on one page, and how many like findings become one problem."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mi_print.geometry import Rectangle
from mi_print.preflight.interpreter.display_list import (
    Painted,
    PaintedImage,
    PaintedShading,
    PaintedShape,
    PaintedText,
)
from mi_print.preflight.pdf.open_file import OpenPage
from mi_print.problem import Problem, Severity
from mi_print.source.wording import shown

_LONGEST = 24
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule."""

    rule: str
    severity: Severity
    subject: Painted | str
    """What it is; its words are only made for the one that is shown."""
    fault: str
    """What is wrong with it: the rest of the sentence."""
    hint: str
    box: Rectangle | None = None
    """Where, for a subject without a box of its own."""


def size_in_words(size: float) -> str:
    """Return a length in points as people write it."""
    return f"{size:.{_SHOWN}f}".rstrip("0").rstrip(".") + " pt"


def described(subject: Painted | str) -> str:
    """Return a subject in words."""
    if isinstance(subject, str):
        return subject
    if isinstance(subject, PaintedText):
        text = " ".join(subject.font.text(subject.codes).split())
        return (
            f"text “{shown(text, _LONGEST)}” in {size_in_words(subject.size)} {subject.font.name}"
        )
    if isinstance(subject, PaintedShape):
        width = subject.width
        return "an area" if width is None else f"a line {size_in_words(width)} thick"
    if isinstance(subject, PaintedImage):
        return f"an image of {subject.pixels[0]}×{subject.pixels[1]} pixels"
    return "a gradient" if isinstance(subject, PaintedShading) else subject.said


def problems(findings: Iterable[Finding], open_page: OpenPage, file: str) -> Iterator[Problem]:
    """Yield one problem for findings that only differ in what they were found on."""
    groups: dict[tuple[str, Severity, str, str], list[Finding]] = {}
    for found in findings:
        groups.setdefault((found.rule, found.severity, found.fault, found.hint), []).append(found)
    for (rule, severity, fault, hint), group in groups.items():
        first = group[0]
        box = first.box if isinstance(first.subject, str) else first.subject.box
        more = f" ({len(group) - 1} more on this page)" if len(group) > 1 else ""
        message = f"{described(first.subject)} {fault}".strip() + more
        place = None if box is None else open_page.boxes.placed(box)
        yield Problem(severity, rule, message, hint, file=file, page=open_page.number, box=place)
