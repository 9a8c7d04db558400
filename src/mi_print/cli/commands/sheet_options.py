"""Options that are written alike for all commands that make sheets."""

from mi_print.errors import UsageError
from mi_print.trade.sizes import sheet_size as trade_sheet_size
from mi_print.units import points


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
    try:
        return trade_sheet_size(text)
    except ValueError as reason:
        message, _, hint = str(reason).partition("; ")
        raise UsageError(message, hint) from reason
