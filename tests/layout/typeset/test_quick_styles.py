"""Properties are computed as WeasyPrint computes them, and patterns of characters compiled once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tinyhtml5 import inputstream
from weasyprint.css import ComputedStyle
from weasyprint.css.properties import INITIAL_VALUES

from mi_print.layout.typeset import quick_styles
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter

CSS = """\
@page { size: 300pt 400pt; margin: 20pt; @bottom-left { content: counter(page) } }
:root { --gap: 4pt; --deep: calc(2 * var(--gap)); font: 9pt/12pt Inter; border: 1pt solid }
p { margin-inline-start: var(--gap); padding: var(--deep); text-decoration: underline red }
p.right { direction: rtl; inset-inline-end: 3pt; border-block-start: 2pt dotted }
p.inherits { margin: inherit; width: inherit; color: inherit; border-top-style: inherit }
p.unset { color: initial; float: left; position: relative; page: other }
p.math { height: calc(1pt + 50%); text-indent: calc(10% + 1pt) }
li::before { content: "x"; position: absolute; columns: 2; outline: 1pt solid }
"""
BODY = """\
<p>One <b>bold <i>both</i></b> text<p class="right">Two<p class="inherits">Three
<p class="unset">Four<p class="math">Five<ul><li>Six<li style="float: right">Seven</ul>
<table><tr><td>Eight<td style="border: 3pt double">Nine</table>
"""


def typeset() -> TypesetPages:
    html = f"<!doctype html><html lang=en><title>Styles</title><body>{BODY}</body></html>"
    return Typesetter([], [("page", CSS, Path())]).set(html, Path(), "page.html")


def styles(pages: TypesetPages) -> Iterator[dict[str, str]]:
    """Yield all properties of each element's box."""
    for page in pages.document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - WeasyPrint's only way to the boxes
            if isinstance(box.style, ComputedStyle):
                yield {key: repr(box.style[key]) for key in reversed(INITIAL_VALUES)}


def test_all_properties_are_those_of_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = list(styles(typeset()))
    monkeypatch.setattr(ComputedStyle, "__missing__", quick_styles.computed)
    assert quick == list(styles(typeset()))
    assert len(quick) > 20
    assert len({each["border_top_width"] for each in quick}) > 2


def test_the_pattern_of_some_characters_is_compiled_once() -> None:
    typeset()
    patterns = inputstream.characters_until_regex
    before = dict(patterns)
    typeset()
    assert {pair: id(pattern) for pair, pattern in patterns.items()} == {
        pair: id(pattern) for pair, pattern in before.items()
    }
    assert patterns["<&", False].match("a<") is not None
    assert patterns["<&", True].match("a<") is None
