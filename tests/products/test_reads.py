"""A product is stopped by the files that it reads, and by no others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.event.data_file import TABLES
from mi_print.event.json_schema import MODELS
from mi_print.event.load import load
from mi_print.products.orders.request import PRODUCTS
from mi_print.products.reads import READS

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

WHOLE = {
    "data/program.yaml": 'sessions: [{id: post, start: "09:00", end: "10:00", kind: posters, '
    "title: P}]\n",
    "data/papers.yaml": "papers:\n"
    "  - {id: a, title: One, authors: [Ada], session: post, board: 1, spotlight: true}\n",
    "data/signs.yaml": "notices: [{id: n, title: Quiet}]\n",
    "data/print.yaml": "badges: {order: name}\n",
    "data/stocks.yaml": "stocks: {cards: {about: Cards, source: measured, sheet: a4, "
    "card: {width: 90 mm, height: 54 mm}, across: 2, down: 5, first: {left: 15 mm, top: 13.5 mm}, "
    "pitch: {across: 90 mm, down: 54 mm}}}\n",
    "data/shops.yaml": "shops: {corner: {about: Near, process: office, bleed: 3 mm, safe: 3 mm}}\n",
}
BROKEN = {
    "workshop": "name: 7\n",
    "program": "sessions: 7\n",
    "papers": "papers: 7\n",
    "authors": "paper,name\na\n",
    "signs": "notices: 7\n",
    "print": "cfp: 7\n",
    "shops": "shops: 7\n",
    "stocks": "stocks: 7\n",
}


def broken(write: Write, *names: str) -> Path:
    files = {name: f"data/{name}.{'csv' if name in TABLES else 'yaml'}" for name in names}
    return write(WHOLE | {files[name]: BROKEN[name] for name in names})


def test_every_product_and_every_file_is_in_the_table() -> None:
    assert tuple(READS) == PRODUCTS
    assert frozenset().union(*READS.values()) | {"stocks"} == MODELS.keys() == BROKEN.keys()


@pytest.mark.parametrize("file", BROKEN)
@pytest.mark.parametrize("product", PRODUCTS)
def test_a_broken_file_stops_those_that_read_it(write: Write, product: str, file: str) -> None:
    loaded = load(broken(write, file))
    assert loaded.event is None
    read = loaded.for_files(READS[product])
    assert (read.event is None) == (file in READS[product])
    assert bool(read.problems) == (file in READS[product])


def test_there_is_no_booklet_without_the_papers_of_a_broken_file(
    write: Write, capsys: Capture
) -> None:
    project = broken(write, "papers")
    for product in ("program", "badges", "signage"):
        assert main(["--project", str(project), product]) == 3
        assert capsys.readouterr().err == (
            "data/papers.yaml:1:9: error value: a number stands where a list should\n"
            '    begin each item with "- " on a line of its own\n'
        )
    assert main(["--project", str(project), "cfp", "--edition", "screen"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("output/screen/cfp.pdf  1 page")
    assert said.err == "1 error in files that cfp does not read; mi-print check shows it\n"


def test_all_makes_what_can_be_made(write: Write, capsys: Capture) -> None:
    project = broken(write, "signs", "papers")
    assert main(["--project", str(project), "all", "--edition", "screen"]) == 3
    said = capsys.readouterr()
    assert said.out.startswith("output/screen/cfp.pdf  1 page")
    assert [line.split(": ")[0] for line in said.err.splitlines()[::2]] == [
        "data/papers.yaml:1:9",
        "data/signs.yaml:1:10",
    ]


def test_colours_are_checked_also_if_another_file_is_broken(write: Write, capsys: Capture) -> None:
    project = broken(write, "program")
    with (project / "data" / "workshop.yaml").open("a", encoding="utf-8") as workshop:
        workshop.write('theme: {colours: {purple: {srgb: "#800080", cmyk: [50, 100, 0, 0]}}}\n')
    assert main(["--project", str(project), "cfp"]) == 3
    assert 'error colour: no colour is called "purple"\n' in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("product", [each for each in PRODUCTS if READS[each] != MODELS.keys()])
def test_a_product_is_the_same_without_the_files_that_it_does_not_read(
    write: Write, tmp_path: Path, product: str
) -> None:
    unread = MODELS.keys() - READS[product]
    files = []
    for number, project in enumerate((broken(write), broken(write, *unread))):
        out = tmp_path / str(number)
        options = ["--edition", "screen", "--out", str(out)]
        assert main(["--project", str(project), product, *options]) == 0
        files.append({path.name: path.read_bytes() for path in out.rglob("*.pdf")})
    assert files[0] == files[1] != {}
