"""The flyer's head: its title, the notes beside it, and the line that says until when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mi_print.event.model import Workshop
from mi_print.layout.copyfit.line_breaks import text_parts
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle, TitlePlace, fitted_title
from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import Division, balanced, greedy
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other
from mi_print.layout.text.shaping.shape import shape
from mi_print.layout.text.typography import direction, short_address, typographic
from mi_print.products.flyer.line_breaks import address_lines, lines_of

_COLUMNS = 9
_NOTES = 3
"""Columns of the title, and of the notes beside it."""
WITHIN = 6.0
"""Points by which a title's lines stay within its columns, and an address may leave its own."""
_ROUNDING = 0.01
_SPACED = 0.6
"""Of its size: the least at which a name of ideographs is divided at its spaces alone."""
_SMALLEST = 0.4
"""Of its wished size: smaller no title is set."""
_FEW_LINES = 3
"""Lines of a title that is not set smaller for the sake of its rag."""
_RAGGED = 0.87
"""Of its size: so small a title is not set for that."""
_NOTE_SIZES = (10.0, 9.0, 8.0)
_NOTE_LINES = 9
"""Lines beyond which notes are set smaller."""
_LEAST_HEADLINE = 21.0
"""Points below which it takes two lines instead."""


@dataclass(frozen=True, slots=True)
class TitleRoom:
    """What a title may take: its height in points, and its largest size."""

    height: float
    largest: float


def title(workshop: Workshop, context: LayoutContext, room: TitleRoom) -> FittedTitle:
    """Return the title as large as its room allows."""
    face = context.face("poster")
    name, width = typographic(workshop.name), context.grid.span(_COLUMNS) - WITHIN
    words = balanced(name, 1.0, face, context.lang, Division.WORDS)
    widest = max(measure(word, face, context.lang).width for word in words)
    floor = _SMALLEST * face.size
    largest = max(floor, min(room.largest, float(int(width / widest * face.size))))
    height = room.height + _ROUNDING
    place = TitlePlace(face.sized(largest), width, height, context.lang, floor)
    found = fitted_title(name, place, typographic(workshop.short or ""))
    found = _at_spaces(name, place, found) or found
    even = _least_ragged(found, width, context.lang)
    return replace(even, face=clear_of_each_other(even.lines, even.face, context.lang))


def foot(found: FittedTitle, top: float, lang: str) -> float:
    """Return how far down a title's ink reaches, whose capitals begin at `top`."""
    face = found.face
    below = measure(found.lines[-1], face, lang).ink_bottom
    return top + 2 * HALF_CAP * face.size + (len(found.lines) - 1) * face.leading + max(0.0, below)


def _at_spaces(name: str, place: TitlePlace, found: FittedTitle) -> FittedTitle | None:
    """Return a name of ideographs divided at its spaces alone, if it is not much smaller then."""
    if set(name.split(" ")) >= {word for line in found.lines for word in line.split(" ")}:
        return None  # as it is
    pieces = [f"{word} " for word in name.split(" ")]
    for size in range(int(found.face.size), int(_SPACED * found.face.size), -1):
        face = found.face.sized(size)

        def measured(line: str, face: Face = face) -> float:
            return measure(line.rstrip(), face, place.lang).width

        title = FittedTitle(greedy(pieces, place.width, measured), face)
        if all(by <= 0 for by in place.excess(title)):
            return title
    return None


def _least_ragged(found: FittedTitle, width: float, lang: str) -> FittedTitle:
    """Return a title in even lines; one of many a little smaller, if its lines differ less then."""
    even = replace(found, lines=_even(found.lines, found.face, lang))
    text, size = " ".join(found.lines), int(found.face.size)
    if len(found.lines) <= _FEW_LINES or any(line.endswith("-") for line in found.lines):
        return even

    def cost(title: FittedTitle) -> float:
        wide = [measure(line, title.face, lang).width for line in title.lines]
        missing = sum(1 - each / max(wide) for each in wide) / len(wide)
        return missing + 1 - title.face.size / size

    tried = [even]
    for smaller in range(size - 1, int(_RAGGED * size), -1):
        face = found.face.sized(smaller)
        lines = _even(balanced(text, width, face, lang, Division.WORDS), face, lang)
        tried.append(replace(found, lines=lines, face=face))
    return min(tried, key=cost)


def _even(lines: list[str], face: Face, lang: str) -> list[str]:
    """Return the words of lines in as many lines, as even as they can be, the last one too."""
    text = " ".join(lines)
    parts = tuple(word_breaks.parts(text))
    if len(lines) <= 2 or "".join(parts) != text or any(line.endswith("-") for line in lines):  # noqa: PLR2004 - two are even
        return lines
    shaped = shape(text, face, lang, from_right=direction(text) == "rtl")
    return text_parts(shaped, parts, face.tracking).even(len(lines))[1]


@dataclass(frozen=True, slots=True)
class EventNote:
    """A note beside the title: its lines, whether it is the first, its link."""

    lines: list[str]
    strong: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class EventNotes:
    """All notes, and their face."""

    notes: list[EventNote]
    face: Face

    @property
    def style(self) -> str:
        """The CSS of their size."""
        return f"font-size:{self.face.size:g}pt;line-height:{self.face.leading:g}pt"

    @property
    def height(self) -> float:
        """Of all lines."""
        return sum(len(note.lines) for note in self.notes) * self.face.leading


def event_notes(workshop: Workshop, context: LayoutContext) -> EventNotes:
    """Return where and when: smaller if they are long, or if the address is in one line then."""
    tried = [_notes(workshop, context, size) for size in _NOTE_SIZES]
    low = [each for each in tried if each.height <= _NOTE_LINES * each.face.leading] or tried[-1:]
    whole = (each for each in low if all(len(note.lines) == 1 for note in each.notes if note.link))
    return next(whole, low[0])


def _notes(workshop: Workshop, context: LayoutContext, size: float) -> EventNotes:
    locale, width = context.locale, context.grid.span(_NOTES)
    face, strong = context.face("lead").sized(size), context.face("lead-strong").sized(size)

    def note(text: str | None, *, first: bool = False) -> Iterator[EventNote]:
        if text:
            own = strong if first else face
            yield EventNote(lines_of(typographic(text), width, own, context.lang), first)

    host = workshop.host
    found = [*note(host.name if host else workshop.venue.name, first=True)]
    found += note(host.place if host else None)
    days = workshop.days
    found += note(locale.weekday_month(days[0]) if len(days) == 1 else locale.day_span(days))
    found += note(locale.word("date-tentative") if workshop.tentative else None)
    if workshop.url:
        lines = address_lines(short_address(workshop.url), width + WITHIN, face, context.lang)
        found.append(EventNote(lines, link=workshop.url))
    return EventNotes(found, face)


@dataclass(frozen=True, slots=True)
class Headline:
    """What is called for, and until when: in one line or two."""

    heading: str
    due: str
    face: Face
    lines: int

    @property
    def style(self) -> str:
        """The CSS of its size."""
        return f"font-size:{self.face.size:g}pt;line-height:{self.face.leading:g}pt"


def headline(heading: str, due: str, context: LayoutContext) -> Headline:
    """Return the headline in the measure: smaller, then in two lines, then smaller again."""
    wished, width = context.face("headline"), context.grid.measure

    def size(text: str) -> float:
        return min(wished.size, width / measure(text, wished, context.lang).width * wished.size)

    heading, due = typographic(heading), typographic(due)
    whole = size(f"{heading} {due}")
    if whole >= _LEAST_HEADLINE:
        return Headline(heading, due, wished.sized(_floored(whole)), 1)
    return Headline(heading, due, wished.sized(_floored(min(size(heading), size(due)))), 2)


def _floored(size: float) -> float:
    return int(2 * size + 1e-6) / 2
