"""A text is set from the side that it begins on, wherever it stands; its block stays as it is."""

from pathlib import Path

import pypdfium2
import pytest

from mi_print.layout.typeset.typesetter import Typesetter

TITLE = "تحليل نموذج GPT-4 في 12 لغة (2027)"
CSS = """\
@page { size: 300pt 200pt; margin: 20pt; @top-left { content: string(head) } }
* { margin: 0; padding: 0; font: 10pt/14pt Inter }
h2 { string-set: head attr(data-head) }
"""


def places(body: str, folder: Path) -> dict[str, float]:
    """Return the left edge of each letter, the last one's where a letter comes several times."""
    setter = Typesetter([folder], [("page.css", CSS, folder)])
    html = f"<html lang='en'><title>T</title><body>{body}"
    pdf = setter.set(html, folder, "page.html").pdf(tagged=False)
    with pypdfium2.PdfDocument(pdf) as book:
        text = book[0].get_textpage()
        found = (
            (text.get_text_range(number, 1), text.get_charbox(number)[0])
            for number in range(text.count_chars())
        )
        return {letter: left for letter, left in found if letter.strip()}


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{TITLE}</p>",
        f"<p style='white-space:pre'>{TITLE}</p>",
        f"<ul><li><span>9:30</span> <b>{TITLE}</b></ul>",
        f"<p style='text-align:center'>{TITLE}</p>",
        f"<div style='position:absolute;right:0'>{TITLE}</div>",
        f"<h2 data-head='{TITLE}'></h2>",
    ],
    ids=["paragraph", "lines", "inline", "centred", "absolute", "running head"],
)
def test_a_title_that_begins_from_the_right_ends_on_the_left(body: str, tmp_path: Path) -> None:
    left = places(body, tmp_path)
    assert left["7"] < left["P"] < left["ن"]
    assert left["2"] < left["7"]


def test_a_line_that_begins_otherwise_keeps_its_texts_side(tmp_path: Path) -> None:
    body = "<p style='white-space:pre'>تحليل نموذج\nGPT-4 في 12 لغة (2027)</p>"
    left = places(body, tmp_path)
    assert left["7"] < left["غ"] < left["G"]


def test_a_title_that_begins_from_the_left_stays_there(tmp_path: Path) -> None:
    left = places("<p>GPT-4: تحليل model</p>", tmp_path)
    assert left["P"] < left["ح"] < left["m"]


def test_a_list_of_authors_keeps_their_order(tmp_path: Path) -> None:
    left = places("<p>محمد, Zoe</p>", tmp_path)
    assert left["م"] < left["Z"]


@pytest.mark.parametrize("align", ["left", "justify"])
def test_lines_keep_in_their_column(align: str, tmp_path: Path) -> None:
    body = f"<p style='width:110pt;text-align:{align}'>{TITLE} {TITLE}</p>"
    left = places(body, tmp_path)
    assert min(left.values()) > 20 - 0.5
