"""The booklet's rows are as high as what they say, and go over pages as wholes."""

from collections.abc import Mapping, Sequence

import pytest

from mi_print.event.model import Event
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.package import find
from mi_print.layout.typeset.contents import PageContents
from mi_print.layout.typeset.read_back import read_back
from mi_print.products.booklet.make_booklet import pages, variables
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.orders.job import Job
from mi_print.resources import BUNDLED
from mi_print.trade.shops import shops
from tests.products import made_up
from tests.products.made_up import session

LONG = "Institute for Examples and for Whatever Else There Is to Be Said of Samples"


def read(part: str, event: Event) -> tuple[PageContents, list[str]]:
    """Set a part of the booklet; return what is on its pages, and what is wrong with them."""
    layout = find.layout("program", BUNDLED)
    job = Job("program", BUNDLED, layout, "a5", shops()["generic-eu"], "program")
    composer = composer_of(job, event)
    given = {**variables(event, composer.context), "start": 1, "page_of": lambda _: "1"}
    pages = composer.typeset(part, composer.compose(part, given))
    contents = read_back(pages)
    faults = check_pages(contents, job.spec, job.grid, TextPlaces())
    return contents, [fault.message for fault in faults]


def said(part: str, event: Event) -> tuple[int, list[str]]:
    """Set a part of the booklet; return its number of pages, and what is wrong with them."""
    contents, wrong = read(part, event)
    return len(contents.pages), wrong


def people(count: int, **more: object) -> list[Mapping[str, object]]:
    return [{"id": f"p{n}", "name": f"Sample Person {n}"} | more for n in range(count)]


@pytest.mark.parametrize("count", [3, 9, 23])
def test_organizers_with_long_affiliations_stay_in_their_rows(count: int) -> None:
    everybody = people(
        count, roles=["organizer"], position=LONG, affiliation=LONG, bio="Writes samples."
    )
    pages, wrong = said("organizers", made_up.event(people=everybody))
    assert wrong == []
    assert pages == {3: 1, 9: 2, 23: 5}[count]


@pytest.mark.parametrize("names", [1, 2, 7])
def test_lightning_talks_are_as_high_as_their_titles_and_speakers(names: int) -> None:
    everybody = people(names, affiliation=LONG)
    talks: Sequence[Mapping[str, object]] = [
        {"title": f"{n}: {LONG}, {LONG}", "speakers": [each["id"] for each in everybody]}
        for n in range(14)
    ]
    event = made_up.event(
        [session("light", "10:00", "11:00", "lightning", talks=talks)], people=everybody
    )
    pages, wrong = said("lightning", event)
    assert wrong == []
    assert pages > 1


@pytest.mark.parametrize("lines", range(4, 9))
def test_a_lightning_talk_is_not_parted_from_its_number(lines: int) -> None:
    titles = [f"Sample {n}" for n in range(1, 21)]
    event = made_up.event(
        [
            session(
                *("light", "10:00", "11:00", "lightning"),
                talks=[
                    {"title": " ".join(["Interminable" * 3] * lines), "speakers": ["p0"]},
                    *({"title": title, "speakers": ["p1"]} for title in titles),
                ],
            )
        ],
        people=people(2, affiliation="Sample Institute"),
    )
    contents, wrong = read("lightning", event)
    assert wrong == []
    found = {(text.text.strip(), text.page) for text in contents.texts}
    pages = dict(found)
    assert len({pages[title] for title in titles}) > 1
    for number, title in enumerate(titles, 2):
        assert (str(number), pages[title]) in found


def test_no_chapter_is_composed_twice_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[tuple[str, str]] = []
    find_html = Composer.compose

    def compose(self: Composer, part: str, variables: Mapping[str, object]) -> str:
        html = find_html(self, part, variables)
        composed.append((part, html))
        return html

    monkeypatch.setattr(Composer, "compose", compose)
    layout = find.layout("program", BUNDLED)
    job = Job("program", BUNDLED, layout, "a5", shops()["generic-eu"], "program")
    papers = [made_up.paper(f"x{n}", topic="Topic") for n in range(3)]
    event = made_up.event(papers=papers, people=people(3, roles=["organizer"]))
    assert len(pages(composer_of(job, event))) > 0
    parts = [part for part, _ in composed]
    assert parts.count("organizers") == 1
    assert parts.count("contents") == 2, "without and with its page numbers"
    assert len(set(composed)) == len(composed)
