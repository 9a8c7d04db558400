"""A project's own signs with slots, from the data to the files."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mi_print.cli import main
from mi_print.products.load_checked import load_checked
from mi_print.products.signage.sign_record import SIGN_KINDS, sign_records
from mi_print.resources import BUNDLED
from tests.products.sample_layouts import layout_files

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

LAYOUT = """\
product: signage
kind: board-cards
about: Number cards
pages: 1
reading-distance: 5 m
scanning-distance: 0.2 m
series: {mode: slots, vary: ["url_2?"]}
sizes:
  a5-landscape:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
"""
PAGE = """\
{% from "_shared/sign.html.j2" import document with context %}
{% from "_shared/macros.html.j2" import area, box %}
{% call document('number cards') %}
{% for card in cards %}
<section class="sheet">
{% set colour = 'signal' if card.url_2 else 'ink-solid' %}
{{ area(-bleed, -bleed, grid.width + 2 * bleed, 20 + bleed, colour) }}
<p class="at t-board" data-slot="number" data-fit="300pt..100pt" data-read="afar"
  style="{{ box(20, 30, 380, 220) }}"></p>
{% for n in (1, 2) %}
{% set x = 20 + 285 * (n - 1) %}
<div data-stack="paper {{ n }}" class="at" style="{{ box(x, 260, 200, 140) }}">
<p class="at t-card-title" data-slot="title_{{ n }}" data-baseline="20pt"
  data-fit="18pt..9pt; lines 4; least 14pt" style="{{ box(0, 0, 200, 140) }}"></p>
<p class="at t-card-authors" data-slot="authors_{{ n }}" data-baseline="36pt"
  data-fit="11pt..7pt; lines 3" style="{{ box(0, 0, 200, 140) }}"></p>
</div>
<div class="at" data-slot="url_{{ n }}" data-slot-kind="code" data-read="scan"
  style="{{ box(x + 207, 270, 57, 57) }}"></div>
{% endfor %}
</section>
{% endfor %}
{% endcall %}
"""
CSS = ".sheet p { color: var(--ink) }\n"
PROGRAM = """\
sessions:
  - {id: one, start: "10:00", end: "11:00", kind: posters, title: Posters}
  - {id: two, start: "14:00", end: "15:00", kind: posters, title: Posters}
"""
PAPERS = """\
id,title,authors,category,session,board,url
a,Circuits that add,Ada Lovelace; Bob Example,Circuits,one,1,https://example.org/a
b,Circuits that take away and never give anything back to anybody,王小明,Circuits,two,1,https://example.org/b
c,Features <b>&</b> foes,O'Brien,Features,one,2,https://example.org/c
"""


@pytest.fixture
def project(write: Write) -> Path:
    return write(
        {
            **layout_files("number-cards", LAYOUT, PAGE, CSS),
            "data/program.yaml": PROGRAM,
            "data/papers.csv": PAPERS,
            "data/print.yaml": "signage: {kinds: {board-cards: {layout: number-cards}}}\n",
        }
    )


def signs(project: Path, *options: str) -> int:
    return main(["--project", str(project), "signage", "--kind", "board-cards", *options])


def pages(project: Path, edition: str) -> list[str]:
    with pypdfium2.PdfDocument(project / "output" / edition / "signage-board-cards.pdf") as book:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in book]


def changed(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_each_board_is_a_record(project: Path, capsys: Capture) -> None:
    assert signs(project) == 0
    assert capsys.readouterr().out.splitlines() == [
        "output/print/signage-board-cards.pdf  2 pages  a5-landscape + 0.125 in bleed  checked",
        "output/screen/signage-board-cards.pdf  2 pages  a5-landscape",
    ]
    for edition in ("print", "screen"):
        first, second = pages(project, edition)
        assert first == (
            "1 Circuits that add Ada Lovelace, Bob Example"
            " Circuits that take away and never give anything back to anybody 王小明"
        )
        assert second == "2 Features <b>&</b> foes O’Brien"


def test_a_paper_for_which_a_card_has_no_slot_is_named(project: Path, capsys: Capture) -> None:
    changed(
        project, "data/papers.csv", "b,Circuits", "d,A third one,Di,Circuits,one,1,\nb,Circuits"
    )
    changed(
        project, "data/papers.csv", "c,Features", "e,Another one,Di,Circuits,one,1,\nc,Features"
    )
    assert signs(project, "--edition", "screen") == 3
    said = capsys.readouterr().err
    assert "number 1: there is no slot “title_3” for “Another one”" in said
    assert "data/papers.csv:" in said


def test_variants_share_their_masters(project: Path) -> None:
    assert signs(project, "--edition", "print") == 0
    with pikepdf.open(project / "output" / "print" / "signage-board-cards.pdf") as book:
        used = [page.obj.Contents.read_bytes().split()[0] for page in book.pages]
        assert len(set(used)) == 2
        assert str(book.docinfo.GTS_PDFXVersion) == "PDF/X-4"


def test_the_codes_are_scanned(project: Path) -> None:
    assert signs(project, "--edition", "screen") == 0
    found = []
    with pypdfium2.PdfDocument(project / "output" / "screen" / "signage-board-cards.pdf") as book:
        for page in book:
            picture = np.ascontiguousarray(page.render(scale=150 / 72).to_numpy()[..., 0])
            found.append({code.text for code in zxingcpp.read_barcodes(picture)})
    assert found == [{"https://example.org/a", "https://example.org/b"}, {"https://example.org/c"}]


def test_what_is_too_long_is_said_with_its_card(project: Path, capsys: Capture) -> None:
    changed(project, "data/papers.csv", "O'Brien", "; ".join(f"Author {n}" for n in range(60)))
    assert signs(project) == 3
    said = capsys.readouterr().err
    assert "data/papers.csv:4:3 [" in said
    assert "error overflow: number 2: “Author" in said
    assert "…” is 525.1 pt too large for “authors_1”" in said
    assert len(pages(project, "screen")) == 1


def test_a_number_must_be_read_from_where_it_is_seen(project: Path, capsys: Capture) -> None:
    changed(project, "layouts/number-cards/page.html.j2", "300pt..100pt", "150pt..100pt")
    assert signs(project) == 3
    said = capsys.readouterr().err
    assert said.count("slot number: capitals of 39 mm can't be read from 5 m") == 2


def test_a_code_must_be_scanned_from_there_too(project: Path, capsys: Capture) -> None:
    changed(project, "layouts/number-cards/layout.yaml", "0.2 m", "0.3 m")
    assert signs(project) == 3
    said = capsys.readouterr().err
    assert said.count("slot url_1: a code of 20 mm can't be scanned from 0.3 m") == 2
    assert said.count("slot url_2") == 1


def test_a_page_with_nothing_to_be_read_is_said(project: Path, capsys: Capture) -> None:
    changed(project, "layouts/number-cards/page.html.j2", ' data-read="afar"', "")
    assert signs(project) == 3
    assert capsys.readouterr().err.count("nothing on this page is marked to be read from 5 m") == 2


def test_a_slot_that_no_card_has_is_an_error(project: Path, capsys: Capture) -> None:
    changed(project, "layouts/number-cards/page.html.j2", 'data-slot="number"', 'data-slot="no"')
    assert signs(project) == 3
    assert "layouts/number-cards/page.html.j2:8: error slot: no record has “no”" in (
        capsys.readouterr().err
    )


def test_a_kind_without_records_has_nothing_to_stamp(project: Path, capsys: Capture) -> None:
    changed(project, "layouts/number-cards/layout.yaml", "kind: board-cards", "kind: banners")
    (project / "data" / "print.yaml").unlink()
    assert main(["--project", str(project), "signage", "--kind", "banners"]) == 3
    assert "error slot: nothing fills the slots of banners" in capsys.readouterr().err


@pytest.mark.parametrize("kind", SIGN_KINDS)
def test_every_kind_of_ours_has_records(kind: str) -> None:
    event = load_checked(BUNDLED).event
    assert event is not None
    records = sign_records(kind, event)
    assert records
    assert {frozenset(record) for record in records} == {frozenset(records[0])}
    assert all(any(record.values()) for record in records[:-1])


def test_the_records_of_boards_say_what_the_data_says() -> None:
    event = load_checked(BUNDLED).event
    assert event is not None
    boards = {record["number"]: record for record in sign_records("board-cards", event)}
    placed = [paper for paper in event.papers if paper.board]
    assert set(boards) == {str(paper.board) for paper in placed}
    urls = {boards[str(paper.board)][f"url_{n}"] for paper in placed for n in (1, 2)}
    assert urls - {""} == {paper.url for paper in placed}


def test_a_card_that_can_not_be_made_is_left_out(project: Path, capsys: Capture) -> None:
    assert signs(project, "--edition", "screen") == 0
    (_, second) = pages(project, "screen")
    changed(project, "data/papers.csv", "Bob Example", "; ".join(f"Author {n}" for n in range(60)))
    capsys.readouterr()
    assert signs(project, "--edition", "screen") == 3
    said = capsys.readouterr()
    assert said.out == ("output/screen/signage-board-cards.pdf  1 page  a5-landscape  1 left out\n")
    assert said.err.startswith("1 card of board-cards, 1 left out:\n")
    assert "error overflow: number 1: “Ada" in said.err
    assert pages(project, "screen") == [second]


def test_a_master_that_does_not_fit_leaves_out_its_cards(project: Path, capsys: Capture) -> None:
    """What differs by variant is typeset with the design, and may not fit for one of them."""
    vary = 'vary: ["url_2?"'
    changed(project, "layouts/number-cards/layout.yaml", vary, f"{vary}, topic_1")
    topic = (
        '<p class="at t-card-authors" data-frame="topic" style="{{ box(30, 10, 300, 20) }}">'
        "{{ card.topic_1 }}</p>\n</section>"
    )
    changed(project, "layouts/number-cards/page.html.j2", "</section>", topic)
    changed(project, "data/papers.csv", "O'Brien,Features", "O'Brien," + "Features and more " * 20)
    assert signs(project, "--edition", "screen") == 3
    said = capsys.readouterr()
    assert said.err.startswith("1 card of board-cards, 1 left out:\n")
    assert "error overflow: number 2: " in said.err
    (first,) = pages(project, "screen")
    assert first.startswith("Circuits 1 Circuits that add Ada")
