"""What stands on typeset pages: frames, lines that are too long, what is read, codes.

The typesetter lets text run out of its box with no warning; these are the
numbers by which `layout/checks/overset.py` and `layout/checks/legibility.py` find it.
"""

from dataclasses import dataclass

from mi_print.geometry import Area
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box, rectangle
from mi_print.layout.typeset.typesetter import TypesetPages

_INK_UP, _INK_DOWN = 0.76, 0.22
"""How far letters reach from the baseline, in em: Inter's, and those aligned with it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A box that its content must stay in: `name` is its `data-frame`.

    `read` is its `data-read`, how it is read; `smallest` is the size of its
    smallest text, `narrowest` the width of its narrowest picture, 0 for none.
    `wished` is its `data-wished`: how large its text should be, 0 for any size.
    `continued` says that it began on a page before.
    """

    name: str
    page: int
    box: Area
    content: Area
    read: str
    smallest: float
    narrowest: float
    wished: float
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Overrun:
    """A text that is wider than the block that holds it, or outside the trim."""

    text: str
    page: int
    box: Area
    excess: float


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A QR code on a page: what it says, and the box of its modules."""

    text: str
    page: int
    box: Area


@dataclass(frozen=True, slots=True)
class ReadableItem:
    """What is read on a page: a text with its ascenders and descenders, or a picture."""

    text: str
    page: int
    box: Area


def frames(pages: TypesetPages) -> list[Frame]:
    """Return every frame with the bounds of the lines and pictures in it."""
    found: list[Frame] = []
    began: dict[Box, int] = {}
    for number, page in enumerate(boxes.pages(pages), 1):
        for box in boxes.descendants(page):
            name = box.element is not None and box.element.get("data-frame")
            if name and isinstance(box, boxes.BlockBox) and box.element_tag == box.element.tag:
                read = box.element.get("data-read", "")
                given = box.element.get("data-wished", "")
                wished = float(given) if given.replace(".", "", 1).isdecimal() else 0.0
                least = _least(box, boxes.TextBox), _least(box, boxes.ReplacedBox), wished
                later = began.setdefault(box.element, number) != number
                bounds = boxes.content_box(box), _bounds(box)
                found.append(Frame(name, number, *bounds, read, *least, continued=later))
    return found


def overruns(pages: TypesetPages, tolerance: float = 0.5) -> list[Overrun]:
    """Return the lines that are wider than their block by more than `tolerance` points."""
    found = []
    for number, page in enumerate(boxes.pages(pages), 1):
        for block in boxes.descendants(page):
            if not isinstance(block, boxes.BlockContainerBox):
                continue
            start = block.content_box_x()
            edge = start + block.width
            for line in block.children:
                if not isinstance(line, boxes.LineBox):
                    continue
                texts = [box for box in boxes.descendants(line) if isinstance(box, boxes.TextBox)]
                left = min((box.position_x for box in texts), default=start)
                right = max((box.position_x + box.width for box in texts), default=edge)
                excess = max(right - edge, start - left) * POINTS
                if excess > tolerance:
                    text = "".join(box.text for box in texts)
                    bounds = rectangle(left, line.position_y, right, line.position_y + line.height)
                    found.append(Overrun(text, number, bounds, excess))
    return found


def strays(pages: TypesetPages, tolerance: float = 0.5) -> list[Overrun]:
    """Return the texts that stand outside the trim by more than `tolerance` points.

    A text reaches from its capitals to its descenders, figures to the baseline:
    what else a line keeps free may lie outside where type is as large as a sign's.
    """
    found = []
    for number, page in enumerate(boxes.pages(pages), 1):
        for box in boxes.descendants(page):
            if not isinstance(box, boxes.TextBox) or not box.text.strip():
                continue
            x, baseline, size = (
                box.position_x,
                box.position_y + box.baseline,
                box.style["font_size"],
            )
            y = baseline - _INK_UP * size
            bottom = baseline + (0 if box.text.strip().isdecimal() else _INK_DOWN) * size
            beyond = (-x, -y, x + box.width - page.margin_width(), bottom - page.margin_height())
            excess = max(beyond) * POINTS
            if excess > tolerance:
                bounds = rectangle(x, y, x + box.width, bottom)
                found.append(Overrun(box.text, number, bounds, excess))
    return found


def marks(pages: TypesetPages) -> list[ReadableItem]:
    """Return every text and every inline picture with the place that it takes."""
    found = []
    for number, page in enumerate(boxes.pages(pages), 1):
        for box in boxes.descendants(page):
            x, right = box.position_x, box.position_x + (box.width or 0)
            if isinstance(box, boxes.TextBox) and box.text.strip():
                baseline, size = box.position_y + box.baseline, box.style["font_size"]
                bounds = rectangle(x, baseline - _INK_UP * size, right, baseline + _INK_DOWN * size)
                found.append(ReadableItem(box.text.strip(), number, bounds))
            elif isinstance(box, boxes.ReplacedBox):
                y = box.position_y
                found.append(
                    ReadableItem("a picture", number, rectangle(x, y, right, y + box.height))
                )
    return found


def placed_codes(pages: TypesetPages) -> list[PlacedCode]:
    """Return every QR code with its place: pictures with a `data-code`."""
    return [
        PlacedCode(box.element.get("data-code"), number, boxes.content_box(box))
        for number, page in enumerate(boxes.pages(pages), 1)
        for box in boxes.descendants(page)
        if isinstance(box, boxes.ReplacedBox) and box.element.get("data-code")
    ]


def codes(pages: TypesetPages) -> tuple[frozenset[str], ...]:
    """Return the texts of each page's QR codes."""
    found: list[set[str]] = [set() for _ in range(len(pages))]
    for code in placed_codes(pages):
        found[code.page - 1].add(code.text)
    return tuple(map(frozenset, found))


def _bounds(frame: Box) -> Area:
    """Return the bounds of what is set in a frame: lines' heights, texts' widths, pictures."""
    left = right = frame.content_box_x()
    top = bottom = frame.content_box_y()
    for box in boxes.descendants(frame):
        if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
            bottom = max(bottom, box.position_y + box.height)
            top = min(top, box.position_y)
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            right = max(right, box.position_x + box.width)
            left = min(left, box.position_x)
    return rectangle(left, top, right, bottom)


def _least(frame: Box, kind: type) -> float:
    """Return the least size of texts or width of pictures in a frame, 0 if there are none."""
    found: list[Box] = [box for box in boxes.descendants(frame) if isinstance(box, kind)]
    texts = kind is boxes.TextBox
    return min((b.style["font_size"] if texts else b.width for b in found), default=0) * POINTS
