"""Whether what was set fits: the pages, the frames, the lines.

The typesetter lets text run out of its box and over what stands beside it
without a word.  On paper that can't be mended, so it is an error here.
"""

from collections.abc import Iterator

from mi_print.layout.manifest import Manifest
from mi_print.layout.typeset import Frame, Pages, frames, overruns, strays
from mi_print.problem import Problem, error

_TOLERANCE = 0.5
"""Points by which a box may be exceeded: less than a stem's width, so nobody sees it."""

_SHOWN = 40  # characters of a line in a message

_SHORTEN = "shorten the text, or make room for it in the layout"


def check_pages(pages: Pages, manifest: Manifest, file: str) -> list[Problem]:
    """Return an error for everything that does not fit; `file` is what the layout is called."""
    return [*_count(pages, manifest, file), *_frames(pages, file), *_lines(pages, file)]


def _count(pages: Pages, manifest: Manifest, file: str) -> Iterator[Problem]:
    if manifest.pages is not None and len(pages) != manifest.pages:
        message = f"this comes out at {_pages(len(pages))}; it must be {_pages(manifest.pages)}"
        yield error("pages", message, _SHORTEN, file=f"{file}/layout.yaml")


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _frames(pages: Pages, file: str) -> Iterator[Problem]:
    for frame in frames(pages):
        beyond = [f"{by:.1f} pt {side}" for side, by in _beyond(frame) if by > _TOLERANCE]
        if beyond:
            message = f'what is in the frame "{frame.name}" stands out by {" and ".join(beyond)}'
            yield error("overflow", message, _SHORTEN, file=file, page=frame.page, box=frame.box)


def _beyond(frame: Frame) -> Iterator[tuple[str, float]]:
    """Yield where content grows to; left and top are the layout's own, set to look aligned."""
    x, y, width, height = frame.box
    left, top, across, down = frame.content
    yield "at the right", left + across - (x + width)
    yield "at the bottom", top + down - (y + height)


def _lines(pages: Pages, file: str) -> Iterator[Problem]:
    for line in overruns(pages, _TOLERANCE):
        message = f"“{_shown(line.text)}” is {line.excess:.1f} pt wider than its column"
        yield error("overflow", message, _SHORTEN, file=file, page=line.page, box=line.box)
    for text in strays(pages, _TOLERANCE):
        message = f"“{_shown(text.text)}” stands {text.excess:.1f} pt outside the trim"
        yield error("overflow", message, _SHORTEN, file=file, page=text.page, box=text.box)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
