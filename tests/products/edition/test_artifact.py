"""What a run returns of each file: all that those need who typeset nothing anew."""

import hashlib
import pickle
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from mi_print.errors import UsageError
from mi_print.preflight.check import Begun, begin
from mi_print.products.edition.artifact import Artifact, Editions
from mi_print.products.edition.page_map import PageMap
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import BadgeRequest, Edition, Request
from mi_print.products.run import RunProgress, run

Write = Callable[[dict[str, str]], Path]

BADGES = "id,name\na,Ada Lovelace\nb,Bob Example\n"


def made(product: str, project: Path, request: Request, **beside: object) -> list[Artifact]:
    loaded = load_checked(project)
    assert loaded.event
    given = {"copyfit_page": lambda _: "", **beside}
    return run(product, project, loaded, loaded.event, request, **given).artifacts  # type: ignore[arg-type]


def test_an_edition_is_written_once_and_only_when_it_is_asked_for() -> None:
    written: list[Edition] = []

    def write(edition: Edition) -> bytes:
        written.append(edition)
        return edition.encode()

    editions = Editions({edition: partial(write, edition) for edition in Edition})
    assert list(editions) == [Edition.PRINT, Edition.SCREEN]
    assert written == []
    assert editions[Edition.SCREEN] == editions[Edition.SCREEN] == b"screen"
    assert written == [Edition.SCREEN]


def test_a_run_returns_its_files_as_they_stand_on_the_disk(write: Write) -> None:
    project = write({"data/attendees.csv": BADGES})
    (badges,) = made("badges", project, Request(project / "output"))
    assert (badges.job.product, badges.name, badges.job.size) == ("badges", "badges", "4x3in")
    assert badges.trim == (288, 216)
    assert badges.bleed(Edition.PRINT) == badges.job.shop.bleed == 9
    assert badges.bleed(Edition.SCREEN) == 0
    assert {"a", "b"} <= set(badges.page_map.records)
    assert badges.pages == 2 * len(badges.page_map.records) == len(badges.codes)
    assert badges.verdict
    assert not badges.verdict.rejected
    for edition in Edition:
        path = badges.paths[edition]
        assert path == project / "output" / edition / "badges.pdf"
        assert badges.digest(edition) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_who_asks_starts_preflight_and_hears_how_far_it_is(write: Write) -> None:
    project = write({"data/attendees.csv": BADGES})
    begun: list[Begun] = []
    heard: list[tuple[int, int]] = []

    def counted() -> Begun:
        begun.append(begin())
        return begun[-1]

    progress = RunProgress(made=lambda done, of: heard.append((done, of)))
    request = Request(project / "output", (Edition.PRINT,))
    (badges,) = made("badges", project, request, progress=progress, begin=counted)
    assert len(begun) == 1
    count = len(badges.page_map.records)
    assert heard[-1] == (count, count)


def test_a_request_goes_to_other_processes_as_it_is(tmp_path: Path) -> None:
    request = Request(tmp_path, badges=BadgeRequest(only=("a",)), kinds=("notices",), force=True)
    assert pickle.loads(pickle.dumps(request)) == request  # noqa: S301 - our own


def test_what_is_no_series_is_one_record(write: Write) -> None:
    project = write({})
    (flyer,) = made("cfp", project, Request(project / "output", (Edition.SCREEN,)))
    assert flyer.page_map == PageMap(("cfp",), flyer.pages)
    assert flyer.verdict is None
    assert list(flyer.paths) == [Edition.SCREEN]


def test_each_card_is_a_record(write: Write) -> None:
    program = 'sessions: [{id: p, start: "10:00", end: "11:00", kind: posters, title: Posters}]\n'
    papers = "id,title,authors,board,session\na,A,Ada,7,p\nb,B,Bob,3,p\n"
    project = write({"data/program.yaml": program, "data/papers.csv": papers})
    request = Request(project / "output", (Edition.SCREEN,), kinds=("board-cards",))
    (cards,) = made("signage", project, request)
    assert cards.page_map == PageMap(("3", "7"), 1)
    assert cards.name == "signage-board-cards"


def test_a_report_takes_no_name_of_a_product(write: Write) -> None:
    project = write({"data/attendees.csv": BADGES})
    report = project / "output" / "screen" / "badges.pdf"
    request = Request(project / "output", (Edition.SCREEN,), badges=BadgeRequest(report=report))
    with pytest.raises(UsageError, match="is a product of this run"):
        made("badges", project, request)
    assert not report.exists()
