"""Whether what was set fits: the pages, the frames, the lines, and the keep-outs.

The typesetter lets text run out of its box and over what stands beside it,
with no warning.  On paper that can't be mended, so it is an error here.
"""

from collections.abc import Iterable, Iterator

from mi_print.layout.checks.code_size import check_codes
from mi_print.layout.checks.keep_outs import KEEP_OUT, KeepOuts
from mi_print.layout.grid import Grid
from mi_print.layout.package.manifest import Manifest, SizeSpec
from mi_print.layout.slots.read_slots import check_mode
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.typeset.read_back import Frame, frames, marks, overruns, strays
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Problem, error
from mi_print.source.wording import shown

_TOLERANCE = 0.5
"""Points by which a box may be exceeded: less than a stem's width."""

_SHOWN = 39  # characters of a line in a message

_SHORTEN = "shorten the text, or make room for it in the layout"


_MOVE = "move it, or change the keep-out in layout.yaml"


def check_pages(
    pages: TypesetPages, manifest: Manifest, file: str, records: int = 1
) -> list[Problem]:
    """Return an error for everything that does not fit.

    Args:
        pages: what was set.
        manifest: of the layout; its `pages` are those of one record.
        file: what the layout is called.
        records: how many records were set.
    """
    return [
        *_count(pages, manifest, file, records),
        *check_mode(pages, manifest, f"{file}/layout.yaml"),
        *_frames(pages, file),
        *_lines(pages, file),
        *check_codes(pages, file),
    ]


def check_keep_outs(pages: TypesetPages, spec: SizeSpec, trim: Grid, file: str) -> list[Problem]:
    """Return an error for each text or picture that enters one of the size's keep-outs."""
    keep_outs = KeepOuts.of(spec, trim)
    return [
        error(
            KEEP_OUT,
            f"“{shown(mark.text, _SHOWN)}” stands in the {about}",
            _MOVE,
            file=file,
            page=mark.page,
            box=mark.box,
        )
        for mark in marks(pages)
        for _, about in keep_outs.entered(mark.box)
    ]


def check_slots(slots: Iterable[Slot], spec: SizeSpec, trim: Grid, file: str) -> list[Problem]:
    """Return an error for each slot of a code that a keep-out reaches into.

    A code fills its slot.  Of a text it depends on the record, so each is looked
    at when it is stamped (`series/text_outcome.py`).
    """
    keep_outs = KeepOuts.of(spec, trim)
    return [
        error(
            KEEP_OUT,
            f"the code “{slot.name}” stands in the {about}",
            _MOVE,
            file=file,
            line=slot.line,
            page=slot.page,
            box=slot.bounds,
        )
        for slot in slots
        if slot.kind is SlotKind.CODE
        for _, about in keep_outs.entered(slot.bounds)
    ]


def _count(pages: TypesetPages, manifest: Manifest, file: str, records: int) -> Iterator[Problem]:
    wanted = None if manifest.pages is None else manifest.pages * records
    if wanted is not None and len(pages) != wanted:
        message = f"this comes out at {_pages(len(pages))}; it must be {_pages(wanted)}"
        yield error("pages", message, _SHORTEN, file=f"{file}/layout.yaml")


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _frames(pages: TypesetPages, file: str) -> Iterator[Problem]:
    for frame in frames(pages):
        beyond = [f"{by:.1f} pt {side}" for side, by in _beyond(frame) if by > _TOLERANCE]
        if beyond:
            message = f'what is in the frame "{frame.name}" stands out by {" and ".join(beyond)}'
            yield error("overflow", message, _SHORTEN, file=file, page=frame.page, box=frame.box)
        if frame.continued:
            message = f'what is in the frame "{frame.name}" goes on from the page before'
            yield error("overflow", message, _SHORTEN, file=file, page=frame.page, box=frame.box)


def _beyond(frame: Frame) -> Iterator[tuple[str, float]]:
    """Yield where content grows to; left and top are the layout's own, set to look aligned."""
    x, y, width, height = frame.box
    left, top, across, down = frame.content
    yield "at the right", left + across - (x + width)
    yield "at the bottom", top + down - (y + height)


def _lines(pages: TypesetPages, file: str) -> Iterator[Problem]:
    for line in overruns(pages, _TOLERANCE):
        message = f"“{shown(line.text, _SHOWN)}” is {line.excess:.1f} pt wider than its column"
        yield error("overflow", message, _SHORTEN, file=file, page=line.page, box=line.box)
    for text in strays(pages, _TOLERANCE):
        message = f"“{shown(text.text, _SHOWN)}” stands {text.excess:.1f} pt outside the trim"
        yield error("overflow", message, _SHORTEN, file=file, page=text.page, box=text.box)
