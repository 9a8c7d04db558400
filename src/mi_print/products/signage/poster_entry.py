"""A paper's title and authors, broken into lines and as large as there is room for."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.event.model import Paper
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.balance import balanced, greedy
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.word_breaks import parts

SCALES = tuple(percent / 100 for percent in range(100, 69, -3))
"""What type is tried at, of its wished size: the first at which everything fits."""


@dataclass(frozen=True, slots=True)
class PosterEntry:
    """A title and the authors' names below it."""

    title: FittedTitle
    authors: FittedTitle

    @property
    def height(self) -> float:
        """Of all its lines, in points."""
        return sum(len(part.lines) * part.face.leading for part in (self.title, self.authors))

    def within(self, widths: tuple[float, float], lang: str) -> bool:
        """Whether every line of both is as narrow as its width."""
        return all(
            measure(line, part.face, lang).width <= width
            for part, width in zip((self.title, self.authors), widths, strict=True)
            for line in part.lines
        )


def poster_entry(
    paper: Paper, context: LayoutContext, faces: tuple[Face, Face], widths: tuple[float, float]
) -> PosterEntry:
    """Return a paper's title and authors, each in its face and width."""
    title = balanced(paper.title, widths[0], faces[0], context.lang)
    return PosterEntry(
        FittedTitle(title, faces[0]),
        FittedTitle(_authors(paper.authors, faces[1], widths[1], context), faces[1]),
    )


def widest(
    paper: Paper, context: LayoutContext, faces: tuple[Face, Face], widths: tuple[float, float]
) -> tuple[float, str]:
    """Return by how many points the widest word is wider than its lines, and the text it is in."""
    texts = [(paper.title, faces[0], widths[0])]
    texts += [(name, faces[1], widths[1]) for name in paper.authors]
    return max(
        (measure(word.rstrip(" "), face, context.lang).width - width, text)
        for text, face, width in texts
        for word in parts(text)
    )


def scaled(face: Face, scale: float) -> Face:
    """Return the face so many times as large."""
    size, leading = round(face.size * scale, 2), round(face.leading * scale, 2)
    return dataclasses.replace(face, size=size, leading=leading)


def _authors(names: Sequence[str], face: Face, width: float, context: LayoutContext) -> list[str]:
    """Return lines that are broken between names, never in one that has room on a line."""

    def measured(line: str) -> float:
        return measure(line, face, context.lang).width

    pieces: list[str] = []
    separator = context.locale.separated(["", ""])
    for at, name in enumerate(names, 1):
        written = name if at == len(names) else f"{name}{separator}"
        fits = measured(written.rstrip(" ")) <= width
        lines = [written] if fits else greedy(parts(written), width, measured)
        pieces += [line if fits else f"{line} " for line in lines]
    return greedy(pieces, width, measured)
