"""A QR code as operators: one filled path of rectangles, a run of dark modules each."""

import functools

from mi_print.layout.qr import dark_runs, modules


def qr_operators(text: str, left: float, top: float, size: float) -> bytes:
    """Return the operators that fill a code in the current colour.

    Args:
        text: its content.
        left: of its dark modules, the quiet zone not counted, in points.
        top: y up.
        size: of a side.

    Raises:
        ValueError: the text is longer than any code can say.
    """
    rows = modules(text)
    scale = size / len(rows)
    path = "".join(map(_rectangles, rows, range(len(rows))))
    return f"q {scale:.5f} 0 0 {-scale:.5f} {left:.3f} {top:.3f} cm\n{path}f\nQ\n".encode()


@functools.lru_cache(maxsize=16_384)
def _rectangles(row: bytes, number: int) -> str:
    """Return a row's rectangles.

    The addresses of a series begin alike, and so three rows of four were there before.
    """
    return "".join(f"{start} {number} {length} 1 re\n" for start, length in dark_runs(row))
