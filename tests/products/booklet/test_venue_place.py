"""Below what the room and the venue stand, by how much room there is."""

import pytest

from mi_print.products.booklet.contents import ContentsEntry
from mi_print.products.booklet.venue_place import (
    beside_organizers,
    is_with_contents,
    venue_place,
)
from tests.products.made_up import context, event

TEXT = "A sample of a sentence that fills a line of the welcome, and a part of the next. " * 3
SPONSORS = [{"name": "Sample & Sons"}]
HOST = {"name": "Host", "place": "Sampleton"}
CREW = [{"id": f"p{n}", "name": f"Person {n}", "roles": ["organizer"]} for n in range(40)]


@pytest.mark.parametrize(
    ("paragraphs", "organizers", "more", "place"),
    [
        (1, 0, {}, "welcome"),
        (12, 0, {}, ""),
        (0, 2, {}, "organizers"),
        (12, 2, {}, "organizers"),
        (0, 12, {}, "organizers"),
        (0, 40, {}, ""),
        (0, 0, {}, ""),
        (1, 2, {"sponsors": SPONSORS}, "organizers"),
        (1, 0, {"sponsors": SPONSORS}, ""),
        (1, 2, {"sponsors": SPONSORS * 30}, ""),
    ],
)
def test_the_venue_stands_where_it_has_room(
    paragraphs: int, organizers: int, more: dict[str, list[object]], place: str
) -> None:
    made = event(people=CREW[:organizers], welcome=[TEXT] * paragraphs, host=HOST, **more)  # type: ignore[arg-type]
    assert venue_place(made, context()) == place


def test_a_list_of_a_role_has_its_page_with_the_venue() -> None:
    made = event(
        people=[{"id": "p", "name": "Person", "roles": ["press"]}], welcome=[TEXT], host=HOST
    )
    assert venue_place(made, context()) == ""


@pytest.mark.parametrize(
    ("entries", "people", "more", "there"),
    [
        (3, [], {}, True),
        (2, [], {}, False),
        (20, [], {}, False),
        (3, CREW[:2], {}, False),
        (3, [], {"sponsors": SPONSORS}, False),
    ],
)
def test_the_venue_stands_below_the_contents_if_nothing_else_takes_it(
    *, entries: int, people: list[object], more: dict[str, list[object]], there: bool
) -> None:
    chapters = [ContentsEntry(f"Chapter {n}", f"c{n}") for n in range(entries)]
    made = event(people=people, host=HOST, **more)  # type: ignore[arg-type]
    assert is_with_contents(made, chapters, context()) == there


@pytest.mark.parametrize(("organizers", "below"), [(2, ["press"]), (40, []), (0, [])])
def test_lists_of_roles_stand_below_the_organizers_where_the_first_fits(
    organizers: int, below: list[str]
) -> None:
    press = {"id": "p", "name": "Person", "roles": ["press"]}
    made = event(people=[*CREW[:organizers], press | {"id": "q"}], host=HOST)
    assert [each.role for each in beside_organizers(made, context())] == below
