"""A paper's title, its authors, and what is special about it, broken into lines."""

import dataclasses
import functools
from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.event.model import Paper
from mi_print.event.model.papers import SPOTLIGHT
from mi_print.language.print_locale import capitalized
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.balance import balanced, greedy
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other
from mi_print.layout.text.word_breaks import parts

_ORDINARY = "poster"
"""The type of a paper of which nothing is said where all are posters."""
_APART = 0.06  # em between the ink of two lines that would touch
_LEAST = 0.01  # points by which a line must be wider than its room to be too wide


@dataclass(frozen=True, slots=True)
class PosterEntry:
    """A title, the authors' names below it, and lines on its type and prizes, if it has any.

    Attributes:
        parts: these three; the last two may have no lines.
        tops: where the first line of each begins, in points below the entry's top.
        height: of all lines, in points.
        fits: whether all lines are within their width.
    """

    parts: tuple[FittedTitle, FittedTitle, FittedTitle]
    tops: tuple[float, ...]
    height: float
    fits: bool

    @property
    def title(self) -> FittedTitle:
        """The title."""
        return self.parts[0]

    @property
    def authors(self) -> FittedTitle:
        """The authors."""
        return self.parts[1]


@dataclass(frozen=True, slots=True)
class EntryFaces:
    """How the parts of an entry are set: their faces at a size of 1, and how many times larger."""

    title: Face
    authors: Face
    notes: Face
    scale: float = 1.0


def poster_entry(
    paper: Paper, noted: Sequence[str], context: LayoutContext, faces: EntryFaces, width: float
) -> PosterEntry:
    """Return a paper's entry, with what is noted of it, within a width.

    Texts are measured at a scale of 1, whatever theirs is, so that each is measured once.
    """
    room, lang = width / faces.scale, paper.lang or context.lang
    names = [str(name) for name in paper.authors]
    notes = context.locale.separated(noted)
    unscaled = (
        FittedTitle(balanced(paper.title, room, faces.title, lang), faces.title),
        FittedTitle(_authors(names, faces.authors, room, context), faces.authors),
        FittedTitle(balanced(notes, room, faces.notes, lang) if notes else [], faces.notes),
    )
    fits = all(
        measure(line, part.face, lang).width <= room + _LEAST
        for part in unscaled
        for line in part.lines
    )
    opened = [_opened(part, lang) for part in unscaled]
    tops, height = _tops(opened, lang)
    title, authors, about = (
        FittedTitle(part.lines, scaled(part.face, faces.scale)) for part in opened
    )
    tops = [faces.scale * top for top in tops]
    return PosterEntry((title, authors, about), tuple(tops), faces.scale * height, fits)


def _opened(part: FittedTitle, lang: str) -> FittedTitle:
    """Return lines with so much leading that those of tall scripts don't run into each other."""
    return FittedTitle(part.lines, clear_of_each_other(part.lines, part.face, lang))


def _tops(parts: Sequence[FittedTitle], lang: str) -> tuple[list[float], float]:
    """Return where each part begins, and where the last one ends; no ink of one is in the next."""
    tops, foot = [], 0.0
    above: tuple[float, float] | None = None
    for part in parts:
        face = part.face
        if above and part.lines:
            baseline = foot + face.leading / 2 + HALF_CAP * face.size
            ink = above[1] + measure(part.lines[0], face, lang).ink_top
            foot += max(0.0, above[0] + ink + _APART * face.size - baseline)
        tops.append(foot)
        if part.lines:
            foot += len(part.lines) * face.leading
            last = foot - face.leading / 2 + HALF_CAP * face.size
            above = last, measure(part.lines[-1], face, lang).ink_bottom
    return tops, foot


def paper_notes(paper: Paper) -> list[str]:
    """Return what is said of a paper besides its spotlight talk: another type, its prizes."""
    kind = paper.type or ""
    special = [] if kind.casefold() in {"", SPOTLIGHT, _ORDINARY} else [capitalized(kind)]
    return [*special, *paper.awards]


def widest(
    paper: Paper, context: LayoutContext, faces: EntryFaces, width: float
) -> tuple[float, str]:
    """Return by how many points the widest word is wider than its lines, and the text it is in."""
    texts = [(paper.title, faces.title)]
    texts += [(str(name), faces.authors) for name in paper.authors]
    texts += [(text, faces.notes) for text in paper_notes(paper)]
    return max(
        (faces.scale * measure(word.rstrip(" "), face, context.lang).width - width, text)
        for text, face in texts
        for word in parts(text)
    )


def scaled(face: Face, scale: float) -> Face:
    """Return the face so many times as large."""
    size, leading = round(face.size * scale, 3), round(face.leading * scale, 3)
    return dataclasses.replace(face, size=size, leading=leading)


def _authors(names: Sequence[str], face: Face, width: float, context: LayoutContext) -> list[str]:
    """Return lines that are broken between names, never in one that has room on a line."""
    lang = context.lang

    @functools.cache
    def measured(line: str) -> float:
        return measure(line, face, lang).width

    if not names:
        return []
    separator = context.locale.separated(["", ""])
    whole = [name if at == len(names) else f"{name}{separator}" for at, name in enumerate(names, 1)]
    lines = greedy(whole, width, measured)
    if all(measured(line) <= width for line in lines):
        return lines
    pieces: list[str] = []
    for written in whole:
        fits = measured(written.rstrip(" ")) <= width
        parted = [written] if fits else greedy(parts(written), width, measured)
        pieces += [line if fits else f"{line} " for line in parted]
    return greedy(pieces, width, measured)
