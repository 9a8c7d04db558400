"""The HTML page that all reports share.

A page stands alone: its pictures and style are inside it, it has no script and
asks nothing of the network.  Whatever comes from a file or the data is escaped.
"""

import base64
from collections.abc import Iterable
from html import escape
from pathlib import Path

from mi_print.products.output import GENERATOR

_CSS = Path(__file__).with_name("page_shell.css")


def document(title: str, heading: str, below: str, parts: Iterable[str], css: str = "") -> str:
    """Return a report.

    Args:
        title: the title in the browser's tab.
        heading: what kind of report it is, one word, in large letters.
        below: the line below that.
        parts: what follows, already HTML.
        css: rules of this kind of report, after the shared ones.
    """
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{GENERATOR} {heading.lower()}">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{_CSS.read_text('utf-8')}{css}</style>\n</head>\n<body>\n"
        f"<h1>{escape(heading)}<small>{escape(below)}</small></h1>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def image(png: bytes, text: str) -> str:
    """Return a picture as an element that holds its bytes; `text` is what it shows."""
    return (
        f'<img alt="{escape(text)}" src="data:image/png;base64,{base64.b64encode(png).decode()}">'
    )
