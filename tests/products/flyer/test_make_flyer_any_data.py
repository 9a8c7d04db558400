"""Whatever the data has stands on the flyer, or is counted there, and nothing over anything."""

import re
from functools import cache

import pypdfium2
import pytest

from mi_print.event.model import Event, Role
from mi_print.layout.typeset.read_back import read_back
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.finish import unfit
from mi_print.products.flyer import make_flyer
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request
from mi_print.resources import BUNDLED
from tests.products.flyer.sample_flyers import CALL, event

LONG = "Third International Workshop on the Long-Term Serviceability of Samples and Specimens"
TRACKS = [{"name": f"Track of a long name, number {n:02}", "pages": n + 1} for n in range(30)]
CASES = {
    "nothing": event(),
    "one of each": event(1, 1, 1, {"keynote": 1, "organizer": 1, "panelist": 1}, name="ABC"),
    "no address": event(3, url=None, contact={"email": "someone@example.org"}),
    "many people": event(16, 1, 0, {"keynote": 12, "organizer": 20, "panelist": 12}),
    "many topics": event(60, 1, 12, {"keynote": 4, "organizer": 8}),
    "many tracks": event(6, call=CALL | {"tracks": TRACKS, "submit": f"https://x.org/{'a' * 90}"}),
    "nowhere to submit": event(6, 1, 0, {"organizer": 3}, call=CALL | {"submit": None}),
    "only dates, and nowhere to submit": event(call=CALL | {"submit": None}),
    "too much": event(60, 8, 30, {"keynote": 12, "organizer": 80, "panelist": 12}, name=LONG),
    "too much without an address": event(60, 8, 0, {"organizer": 80, "panelist": 80}, url=None),
}
loaded = cache(load_checked)


def composer(of: Event, size: str) -> Composer:
    return composer_of(resolve("cfp", BUNDLED, loaded(BUNDLED), Request(BUNDLED, size=size)), of)


def items(of: Event) -> dict[str, list[str]]:
    workshop, call = of.workshop, of.workshop.call
    assert call
    people = {
        f"{role.value}s": [person.name for person in of.having(role)]
        for role in (Role.KEYNOTE, Role.PANELIST, Role.ORGANIZER)
    }
    return people | {
        "topics": list(workshop.topics),
        "sponsors": [sponsor.name for sponsor in workshop.sponsors],
        "tracks": [track.name for track in call.tracks],
    }


@pytest.mark.parametrize("name", CASES)
def test_every_item_is_there_or_counted(name: str) -> None:
    of = CASES[name]
    made = composer(of, "a4" if len(name) % 2 else "letter")
    pages = make_flyer.pages(made)
    job = made.job
    assert unfit(pages, read_back(pages), job, job.layout_file, DataPlaces()) == []
    with pypdfium2.PdfDocument(pages.pdf(tagged=False, name="flyer")) as book:
        assert len(book) == 1
        text = " ".join(book[0].get_textpage().get_text_range().split())
    counted = [int(number) for number in re.findall(r"… and (\d+) more", text)]
    said = {
        found[3]: (int(found[1]), int(found[2]))
        for problem in made.notes
        if (
            found := re.fullmatch(
                r"the flyer has no room for (\d+) of (\d+) (\w+)", problem.message
            )
        )
    }
    lost = {kind: sum(each not in text for each in all_) for kind, all_ in items(of).items()}
    assert {kind: count for kind, count in lost.items() if count} == {
        kind: left for kind, (left, _) in said.items()
    }
    assert sorted(counted) == sorted(left for left, _ in said.values())
    assert bool(made.notes) == name.startswith("too much")
