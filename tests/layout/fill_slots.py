"""Fill the slots of a document: a record typeset whole, to compare with a stamped one."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from mi_print.layout.text.typography import direction

_SLOT = re.compile(r"<[^<>]*\bdata-slot=[^<>]*>")


class FilledLine(NamedTuple):
    """A line, and by how many points it is moved from where the CSS would have it."""

    text: str
    right: float
    down: float


def filled(html: str, fillings: Iterable[str]) -> str:
    """Return a document with what is given in its slots, in their order; there must be as many."""
    given = iter(fillings)
    whole = _SLOT.sub(lambda tag: tag[0] + next(given), html)
    assert next(given, None) is None, "there are fewer slots"
    return whole


def block(
    lines: Sequence[FilledLine], size: float, leading: float, tracking: float, lang: str
) -> str:
    """Return lines as a block that says nothing but size, direction and breaks; em for tracking.

    Tracking is said because CSS hands a length down, which would not shrink with the type.
    """
    style = (
        f"display:block;font-size:{size:.4f}pt;line-height:{leading:.4f}pt;"
        f"letter-spacing:{tracking:.6f}em;white-space:pre"
    )
    read = direction(" ".join(line.text for line in lines))
    moved = "".join(
        f'<span style="display:block;position:relative;left:{line.right:.4f}pt;'
        f'top:{line.down:.4f}pt">{escape(line.text)}</span>'
        for line in lines
    )
    of = f' lang="{lang}"' if lang else ""
    return f'<span style="{style}" dir="{read}"{of}>{moved}</span>'
