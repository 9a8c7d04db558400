"""The tags of screen editions, read by a reader that did not write them."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from mi_print.layout.typeset.typesetter import Typesetter
from mi_print.press.tag_tree import mend
from tests.made import made
from tests.press.tags import faults

PRODUCTS = (("cfp", "letter"), ("program", "half-letter"), ("signage", None))


@pytest.mark.parametrize(("product", "size"), PRODUCTS)
def test_every_screen_edition_with_tags_keeps_to_pdf_ua(
    tmp_path_factory: pytest.TempPathFactory, product: str, size: str | None
) -> None:
    found = sorted((made(tmp_path_factory, product, size) / "screen").glob("*.pdf"))
    tagged = [path for path in found if _tagged(path)]
    assert len(tagged) >= len(found) - 1  # board cards are a series, and have none
    assert {path.name: faults(path)[:8] for path in tagged} == {path.name: [] for path in tagged}


def _tagged(path: Path) -> bool:
    with pikepdf.open(path) as book:
        return "/StructTreeRoot" in book.Root


HARD = """<!doctype html><html lang="en"><head><title>Hard</title><style>
@page { size: 300pt 400pt; margin: 40pt }
@page { @bottom-left { content: "Running head" } @top-right { content: counter(page) } }
.row { display: flex } a { color: inherit } li.bare { display: block; list-style: none }
</style></head><body>%s</body></html>"""

BODIES = {
    "a link over several lines": "<h1>A</h1><p><a href='https://example.org'>"
    + "many words " * 40
    + "</a></p>",
    "a link of boxes": "<h1>A</h1><ul><li><a class='row' href='#b'><span>3</span><span>One"
    "</span> two <b>three</b></a></li></ul><h2 id='b'>B</h2>",
    "a link round a heading": "<h1>A</h1><a href='#b'><h2 id='b'>B</h2><p>Text</p></a>",
    "a link over two pages": "<h1>A</h1><p>"
    + "line<br>" * 25
    + "<a href='https://example.org'>"
    + "many words " * 80
    + "</a></p>",
    "a picture in a link": "<h1>A</h1><p><a href='https://example.org'>"
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>A dot</title>"
    "<rect width='9' height='9'/></svg></a></p>",
    "a link of nothing": "<h1>A</h1><p>one<a href='#b'></a> <a id='b' href='#b'>two</a></p>",
    "a link of an empty box": "<h1 id='b'>A</h1><a href='#b' style='display: block'> </a>",
    "lists in lists": "<h1>A</h1><ul><li>one<ol><li>two<ul><li>three</li></ul></li></ol></li>"
    "<li>four</li></ul>",
    "a list over two pages": "<h1>A</h1><ul>" + "<li>item</li>" * 60 + "</ul>",
    "items without bullets": "<h1>A</h1><ul><li class='bare'>one</li><li class='bare'>"
    "<p>two</p><p>three</p></li></ul>",
    "items that are boxes": "<h1>A</h1><ol><li class='row'><p>one</p></li>"
    "<li style='display: table'>two</li><li style='display: grid'>three</li></ol>",
    "terms": "<h1>A</h1><dl><dt>one</dt><dd>two</dd><dt>three</dt><dd>four</dd><dd>five</dd></dl>",
    "terms in rows": "<h1>A</h1><dl><div class='row'><dt>one</dt><dd>two</dd></div>"
    "<div class='row'><dt>three</dt><dd><a href='https://example.org'>four</a></dd></div></dl>",
    "empty cells": "<h1>A</h1><table><tr><th scope='row'>9:00</th><td></td><td>one</td></tr>"
    "<tr><th scope='row'>10:00</th><td>two</td><td></td></tr></table>",
    "headers above": "<h1>A</h1><table><thead><tr><th>Time</th><th>What</th></tr></thead>"
    "<tbody><tr><td>9:00</td><td>one</td></tr></tbody></table>",
    "a table over two pages": "<h1>A</h1><table>"
    + "<tr><th scope='row'>9:00</th><td>one</td></tr>" * 60
    + "</table>",
    "nothing but a heading": "<h1>A</h1>",
}


@pytest.mark.parametrize("what", BODIES)
def test_awkward_pages_come_out_right(tmp_path: Path, what: str) -> None:
    pages = Typesetter([], []).set(HARD % BODIES[what], tmp_path, "hard")
    with pikepdf.open(BytesIO(pages.pdf(tagged=True))) as book:
        links = [
            str(link.Rect)
            for page in book.pages
            for link in page.obj.get("/Annots", [])
            if link.Rect[0] < link.Rect[2]
        ]
        mend(book)
        book.save(tmp_path / "mended.pdf")
        left = [str(link.Rect) for page in book.pages for link in page.obj.get("/Annots", [])]
    assert faults(tmp_path / "mended.pdf") == []
    assert bool(left) == (bool(links) and "empty" not in what)


def test_the_words_of_a_link_are_its_title_or_its_text(tmp_path: Path) -> None:
    body = "<p><a href='#b'>a  <b>few</b> words</a> <a id='b' href='#b' title='page 7'>7</a></p>"
    pages = Typesetter([], []).set(HARD % body, tmp_path, "hard")
    with pikepdf.open(BytesIO(pages.pdf(tagged=True))) as book:
        mend(book)
        said = [str(link.Contents) for link in book.pages[0].Annots]
    assert said == ["a few words", "page 7"]
