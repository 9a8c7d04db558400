"""Whether what was set fits: the pages, the frames, the lines, and the keep-outs.

The typesetter lets text run out of its box and over what stands beside it,
with no warning.  On paper that can't be mended, so it is an error here.
"""

from collections.abc import Iterable, Iterator, Sequence

from mi_print.geometry import Rectangle
from mi_print.layout.checks.keep_outs import KEEP_OUT, KeepOuts
from mi_print.layout.checks.page_fault import SHORTEN, PageFault, area, of_text, quoted
from mi_print.layout.grid import Grid
from mi_print.layout.package.manifest import SizeSpec
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.typeset.contents import Frame, PageContents, SetText
from mi_print.problem import Problem, error
from mi_print.source.wording import counted

_TOLERANCE = 0.5
"""Points by which a box may be exceeded: less than a stem's width."""
_HUNG = 0.4
"""Em by which ink may stand out at the left and the top, where layouts set it to look aligned."""

_TRIED = 8
"""Texts outside a frame of which the first known to the data names the record."""

_MOVE = "move it, or change the keep-out in layout.yaml"
_SIZE = "take size and bleed out of @page: the size is that of the order"


def check_count(
    count: int, pages: int | None, file: str, records: int = 1, hint: str = SHORTEN
) -> list[Problem]:
    """Return an error if a layout does not come out at its pages.

    Args:
        count: how many pages were set.
        pages: how many one record must come out at; `None` is as many as it takes.
        file: what the layout is called.
        records: how many records were set.
        hint: what to do.
    """
    wanted = count if pages is None else pages * records
    if count == wanted:
        return []
    message = f"this comes out at {counted(count, 'page')}; it must be {counted(wanted, 'page')}"
    return [error("pages", message, hint, file=f"{file}/layout.yaml")]


def check_fit(contents: PageContents, trim: Grid) -> Iterator[PageFault]:
    """Yield an error for everything that leaves its frame, its column, its page's area, the trim.

    Args:
        contents: what was set.
        trim: of the job.
    """
    yield from _sizes(contents, trim)
    yield from _frames(contents)
    yield from _columns(contents)
    yield from _strays(contents)


def check_keep_outs(contents: PageContents, spec: SizeSpec, trim: Grid) -> Iterator[PageFault]:
    """Yield an error for each text or picture that enters one of the size's keep-outs."""
    keep_outs = KeepOuts.of(spec, trim)
    for text in contents.texts:
        box = area(text.ink) if text.ink else None
        for _, about in keep_outs.entered(box) if box else ():
            message = f"{quoted(text.text)} stands in the {about}"
            yield of_text(contents, text, KEEP_OUT, message, _MOVE, box=box)
    for picture in contents.pictures:
        box = area(picture.box)
        for _, about in keep_outs.entered(box):
            message = f"a picture stands in the {about}"
            yield PageFault(KEEP_OUT, message, _MOVE, picture.page, box, ((picture.code,),))


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


def _sizes(contents: PageContents, trim: Grid) -> Iterator[PageFault]:
    for number, page in enumerate(contents.pages, 1):
        wrong = max(abs(page.width - trim.width), abs(page.height - trim.height))
        if wrong > _TOLERANCE:
            message = (
                f"this page is {page.width:.0f}×{page.height:.0f} pt;"
                f" the trim is {trim.width:.0f}×{trim.height:.0f} pt"
            )
            yield PageFault("page-size", message, _SIZE, number)


def _frames(contents: PageContents) -> Iterator[PageFault]:
    for frame in contents.frames:
        texts = [text for text in contents.texts[slice(*frame.texts)] if text.ink]
        beyond = [f"{by:.1f} pt {side}" for side, by in _beyond(frame, texts) if by > _TOLERANCE]
        if beyond:
            message = f'what is in the frame "{frame.name}" stands out by {" and ".join(beyond)}'
            yield _framed(contents, frame, texts, message)
        if frame.continued:
            message = f'what is in the frame "{frame.name}" goes on from the page before'
            yield _framed(contents, frame, texts, message)


def _beyond(frame: Frame, texts: Sequence[SetText]) -> Iterator[tuple[str, float]]:
    """Yield where content grows to; at the left and the top ink may hang out a little."""
    x, y, width, height = frame.box
    left, top, across, down = frame.content
    yield "at the right", left + across - (x + width)
    yield "at the bottom", top + down - (y + height)
    edge, head, *_ = frame.padding or (x, y)
    hung = [(text.ink[0], text.ink[1], _HUNG * text.size) for text in texts if text.ink]
    yield "at the left", max((edge - left - may for left, _, may in hung), default=0.0)
    yield "at the top", max((head - top - may for _, top, may in hung), default=0.0)


def _framed(
    contents: PageContents, frame: Frame, texts: Sequence[SetText], message: str
) -> PageFault:
    """Return what is wrong with a frame, with the texts that are outside of it."""
    x, y, width, height = frame.place
    place = x, y, x + width, y + height
    worded = [text for text in texts if any(map(str.isalpha, text.text))] or texts
    outside = [text for text in worded if _outside(text.bounds, place)] or worded
    named = [each for text in outside[:_TRIED] for each in _named(contents, text)]
    if named:
        message = f"{message}, from {quoted(named[0][0])} on"
    return PageFault("overflow", message, SHORTEN, frame.page, frame.place, tuple(named))


def _named(contents: PageContents, text: SetText) -> Iterator[tuple[str, ...]]:
    """Yield the row that a text is in, and the text, each with what is around it."""
    row = tuple(contents.around(contents.row(text.element)))[:1]
    if row:
        yield row
    yield text.text, *contents.around(text.element)


def _outside(box: Rectangle, place: Rectangle) -> bool:
    return box[2] > place[2] + _TOLERANCE or box[3] > place[3] + _TOLERANCE


def _columns(contents: PageContents) -> Iterator[PageFault]:
    for line in contents.columns:
        if line.excess > _TOLERANCE:
            message = f"{quoted(line.text)} is {line.excess:.1f} pt wider than its column"
            texts = ((line.text, *contents.around(line.element)),)
            yield PageFault("overflow", message, SHORTEN, line.page, line.box, texts)


def _strays(contents: PageContents) -> Iterator[PageFault]:
    """Yield the texts outside the trim, and those of the flow above or below their page's area."""
    for text in contents.texts:
        if text.ink is None:
            continue
        page = contents.pages[text.page - 1]
        left, top, right, bottom = text.ink
        excess = max(-left, -top, right - page.width, bottom - page.height)
        if excess > _TOLERANCE:
            message = f"{quoted(text.text)} stands {excess:.1f} pt outside the trim"
            yield of_text(contents, text, "overflow", message, SHORTEN)
            continue
        excess = max(page.area[1] - top - _HUNG * text.size, bottom - page.area[3])
        if excess > _TOLERANCE and not (text.aside or text.over):
            message = f"{quoted(text.text)} stands {excess:.1f} pt in the page's margin"
            yield of_text(contents, text, "overflow", message, SHORTEN)
