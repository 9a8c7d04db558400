"""Of programs of other shapes all products are made, and say all of it, each text in its place.

The pages are read by pdfium and by poppler, which wrote none of them: without spaces, hyphens,
and the ends of lines.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mi_print.cli import main
from tests.generated.finished_pages import letters, opened
from tests.generated.judge import faults
from tests.generated.printed_signs import MOST_NAMES
from tests.generated.record import Printed
from tests.made import shared
from tests.programs import written
from tests.programs.printed_form import as_printed

pytestmark = pytest.mark.slow

DATA = Path(__file__).parent / "data"

Item = dict[str, Any]

NO_BADGE = {"Helfer"}
"""Roles of which badges are made only if `print.yaml` says so."""


@dataclass(frozen=True)
class Made:
    """What was made of a program: the program as it prints, and its files with their pages."""

    said: Item
    files: Mapping[str, Path]
    pages: Mapping[str, list[str]]
    code: int


Lost = Iterator[str]


@pytest.fixture(scope="module", params=sorted(path.stem for path in DATA.glob("*.json")))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    program = json.loads((DATA / f"{request.param}.json").read_text("utf-8"))
    with shared(tmp_path_factory, str(request.param)) as project:
        ended = project / "code.txt"
        if not project.exists():
            (project / "data").mkdir(parents=True)
            for file, text in written.files(program).items():
                (project / "data" / file).write_text(text, "utf-8")
            shutil.copytree(DATA / "logos", project / "data" / "logos")
            code = main(["--project", str(project), "all", "--edition", "screen"])
            ended.write_text(str(code), "ascii")
    files = {path.stem: path for path in sorted((project / "output" / "screen").glob("*.pdf"))}
    said = as_printed(program | {"venue": written.venue(program)})
    assert isinstance(said, dict)
    pages = {name: _read(path) for name, path in files.items()}
    return Made(said, files, pages, int(ended.read_text("ascii")))


def test_all_products_are_made(made: Made) -> None:
    assert made.code == 0


def test_nothing_is_over_anything(made: Made) -> None:
    found = {name: faults(path, Printed([])) for name, path in made.files.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def _booklet(said: Item, pages: Mapping[str, list[str]]) -> Lost:
    """Yield what the booklet says nowhere: of a session its title with its time, on one page."""
    booklet, sessions, papers = pages["program"], said["sessions"], said.get("papers", [])
    names = {person["id"]: person["name"] for person in said["people"]}
    talks = [talk for session in sessions for talk in session.get("talks", [])]
    for session in sessions:
        yield from _lost(booklet, [session["title"]], with_=session["start"].removeprefix("0"))
    yield from _lost(booklet, [part["title"] for part in (*talks, *papers)])
    yield from _lost(
        booklet, [author["name"] for paper in papers for author in paper.get("authors", [])]
    )
    speakers = [each for part in (*sessions, *talks) for each in part.get("speakers", [])]
    yield from _lost(booklet, [names.get(each, each) for each in speakers])
    yield from _lost(booklet, [each["chair"] for each in sessions if "chair" in each])
    yield from _lost(booklet, names.values())
    yield from _lost(booklet, [each["room"] for each in sessions if "room" in each])
    yield from _lost(booklet, [each["name"] for each in said.get("sponsors", [])])


def _badges(said: Item, pages: Mapping[str, list[str]]) -> Lost:
    """Yield the people without a badge, on which names may stand in parts."""
    people = (each for each in said["people"] if not NO_BADGE.issuperset(each["roles"]))
    for person in people:
        parts = [letters(part) for part in person["name"].split()]
        if not any(all(part in page for part in parts) for page in pages["badges"]):
            yield person["name"]


def _doors(said: Item, pages: Mapping[str, list[str]]) -> Lost:
    """Yield the sessions that stand on no sign of their room."""
    for session in said["sessions"]:
        if (room := session.get("room")) in said.get("rooms", []):
            yield from _lost(pages["signage-door-sign"], [session["title"]], with_=room)


def _boards(said: Item, pages: Mapping[str, list[str]]) -> Lost:
    """Yield what of a paper no card of its board says, and no list."""
    posters = {each["id"] for each in said["sessions"] if each["kind"] == "posters"}
    for paper in said.get("papers", []):
        shown = paper.get("session", [])
        if not posters & ({shown} if isinstance(shown, str) else set(shown)):
            continue
        authors = [author["name"] for author in paper.get("authors", [])]
        yield from _lost(pages["signage-poster-lists"], [paper["title"], *authors])
        if label := paper.get("board"):
            cards = [
                page for page in pages["signage-board-cards"] if letters(paper["title"]) in page
            ]
            yield from _lost(cards, [paper["title"], *authors[:MOST_NAMES]], with_=label)


@pytest.mark.parametrize("lost", [_booklet, _badges, _doors, _boards])
def test_all_of_it_is_printed(
    made: Made, lost: Callable[[Item, Mapping[str, list[str]]], Lost]
) -> None:
    assert list(lost(made.said, made.pages)) == []


def _read(path: Path) -> list[str]:
    """Return the letters of each page, as both readers have them."""
    with opened(path) as pages:
        return ["\n".join(page.readings) for page in pages]


def _lost(pages: Iterable[str], texts: Iterable[str], with_: str = "") -> Lost:
    """Yield the texts that stand on no page on which something else stands."""
    own = [page for page in pages if letters(with_) in page]
    yield from (text for text in texts if not any(letters(text) in page for page in own))
