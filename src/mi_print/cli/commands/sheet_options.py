"""Options that are written alike for all commands that make sheets."""

import re

from mi_print.errors import UsageError
from mi_print.source.wording import nearest
from mi_print.trade.sizes import sizes
from mi_print.units import points

_SHEET = re.compile(r"([0-9.]+) ?[x×] ?([0-9.]+) ?(mm|cm|in|pt)", re.ASCII)


def length(option: str, text: str | None, *, signed: bool = False) -> float | None:
    """Return a length in points, None if none is given.

    Args:
        option: what it is the value of.
        text: as it is written, with a unit.
        signed: whether it may be less than nothing.

    Raises:
        UsageError: it is no length.
    """
    if text is None:
        return None
    try:
        found = points(text)
    except ValueError as reason:
        raise UsageError(f"{option}: {reason}") from reason
    if found < 0 and not signed:
        raise UsageError(f"{option} is {text}, less than nothing", "write a length, as 3mm")
    return found


def sheet_size(text: str) -> tuple[float, float]:
    """Return the width and height of a sheet that is named or measured.

    Raises:
        UsageError: there is none.
    """
    if text in sizes():
        return sizes()[text].width, sizes()[text].height
    if found := _SHEET.fullmatch(text):
        width, height = (length("--sheet", f"{found[at]} {found[3]}") or 0.0 for at in (1, 2))
        if width and height:
            return width, height
    raise UsageError(
        f'there is no sheet "{text}"', f"{nearest(text, sizes())}, or write it as 320x450mm"
    )
