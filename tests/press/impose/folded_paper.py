"""Sheets of paper: printed on both sides, cut, stacked, folded, and read, as a person would.

It knows what is printed where on a front and on a back, and nothing of the plan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mi_print.press.impose.sheet import Flip, Side

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of paper of one page's size.

    `x` and `y` are its place in its sheet as cells, `y` down.  `up` and `down` are the pages on
    the side that is seen and on the other, with whether each is upright as the piece lies
    and is turned over left to right.  `z` is its height in a packet.
    """

    x: int
    y: int
    up: tuple[int, bool] | None
    down: tuple[int, bool] | None
    z: float = 0.0


def printed(
    front: Side, back: Side, size: tuple[float, float], trims: Sequence[Sequence[float]], flip: Flip
) -> list[Piece]:
    """Return the cells of a printed sheet.

    Args:
        front: what is printed on its front.
        back: what is printed on its back, as that comes out of the printer.
        size: of the sheet.
        trims: the left edges of its columns and the bottom edges of its rows from the top,
            and the width and height of a cell.
        flip: over which edge it was turned.
    """
    width, height = size
    lefts, bottoms, (across, down) = trims
    long_is_upright = height >= width
    left_to_right = (flip is Flip.LONG_EDGE) == long_is_upright
    seen = {_middle(placed.matrix, across, down): placed for placed in front}
    behind = {}
    for placed in back:
        x, y = _middle(placed.matrix, across, down)
        upright = placed.matrix[0] > 0
        if left_to_right:
            behind[round(width - x, 2), y] = (placed.page, upright)
        else:
            behind[x, round(height - y, 2)] = (placed.page, not upright)
    pieces = []
    for row, bottom in enumerate(bottoms):
        for column, left in enumerate(lefts):
            at = (round(left + across / 2, 2), round(bottom + down / 2, 2))
            there = seen.pop(at, None)
            up = (there.page, there.matrix[0] > 0) if there else None
            pieces.append(Piece(column, row, up, behind.pop(at, None)))
    assert not seen, "a page on the front stands in no cell"
    assert not behind, "a page on the back stands behind no cell"
    return pieces


def _middle(matrix: Sequence[float], width: float, height: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return round(a * width / 2 + c * height / 2 + e, 2), round(
        b * width / 2 + d * height / 2 + f, 2
    )


def cut(sheet: Iterable[Piece], rows: int, columns: int) -> dict[tuple[int, int], list[Piece]]:
    """Return the parts of a sheet, each of so many rows and columns, by their places."""
    parts: dict[tuple[int, int], list[Piece]] = {}
    for piece in sheet:
        part = parts.setdefault((piece.y // rows, piece.x // columns), [])
        part.append(replace(piece, x=piece.x % columns, y=piece.y % rows))
    return parts


def stacked(sheets: Sequence[Iterable[Piece]], rows: int, columns: int) -> list[list[Piece]]:
    """Cut a pile of sheets, lay each pile on the next, and return the parts that are not blank."""
    piles: dict[tuple[int, int], list[list[Piece]]] = {}
    for sheet in sheets:
        for place, part in cut(sheet, rows, columns).items():
            piles.setdefault(place, []).append(part)
    parts = [part for place in sorted(piles) for part in piles[place]]
    return [part for part in parts if any(piece.up or piece.down for piece in part)]


def fold(flat: Iterable[Piece], *, spine_left: bool) -> list[Piece]:
    """Fold a part until one piece lies on the others, and return them from the top."""
    packet = list(flat)
    rows, columns = 1 + max(p.y for p in packet), 1 + max(p.x for p in packet)
    while rows > 1:
        half = rows // 2
        packet = [
            piece if piece.y < half else replace(_over(piece, head_down=True), y=rows - 1 - piece.y)
            for piece in packet
        ]
        packet = _laid(packet)
        rows = half
    while columns > 1:
        half = columns // 2
        kept = range(half, columns) if spine_left else range(half)
        packet = [
            piece
            if piece.x in kept
            else replace(_over(piece, head_down=False), x=columns - 1 - piece.x)
            for piece in packet
        ]
        packet = _laid(packet)
        if spine_left:
            packet = [replace(piece, x=piece.x - half) for piece in packet]
        columns = half
    return sorted(packet, key=lambda piece: -piece.z)


def _over(piece: Piece, *, head_down: bool) -> Piece:
    """Turn a piece over; what comes under the packet is the lower, the higher it was."""
    up, down = piece.down, piece.up
    if head_down:
        up, down = ((page[0], not page[1]) if page else None for page in (up, down))
    return replace(piece, up=up, down=down, z=-piece.z - 1000)


def _laid(packet: list[Piece]) -> list[Piece]:
    """Number the pieces of a packet from the top."""
    heights = sorted({piece.z for piece in packet}, reverse=True)
    places = {z: -float(number) for number, z in enumerate(heights)}
    return [replace(piece, z=places[piece.z]) for piece in packet]


def head_up(piece: Piece) -> Piece:
    """Turn a piece as it lies, if what is on it is head down."""
    if any(side and not side[1] for side in (piece.up, piece.down)):
        up, down = ((side[0], not side[1]) if side else None for side in (piece.up, piece.down))
        return replace(piece, up=up, down=down)
    return piece


def read(leaves: Iterable[Piece]) -> list[tuple[int, bool] | None]:
    """Turn leaves over one by one, and return what stands on them."""
    return [side for leaf in leaves for side in (leaf.up, leaf.down)]


def nested(packets: Sequence[list[Piece]]) -> list[Piece]:
    """Lay each packet into the middle of the one before it."""
    book: list[Piece] = []
    for packet in packets:
        half = len(book) // 2
        book = [*book[:half], *packet, *book[half:]]
    return book
