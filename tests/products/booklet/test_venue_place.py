"""Below what the room and the venue stand, by how much room there is."""

import pytest

from mi_print.products.booklet.venue_place import venue_place
from tests.products.made_up import context, event

TEXT = "A sample of a sentence that fills a line of the welcome, and a part of the next. " * 3
SPONSORS = [{"name": "Sample & Sons"}]
HOST = {"name": "Host", "place": "Sampleton"}
CREW = [{"id": f"p{n}", "name": f"Person {n}", "roles": ["organizer"]} for n in range(12)]


@pytest.mark.parametrize(
    ("paragraphs", "organizers", "more", "place"),
    [
        (1, 0, {}, "welcome"),
        (12, 0, {}, ""),
        (0, 2, {}, "organizers"),
        (12, 2, {}, "organizers"),
        (0, 12, {}, ""),
        (0, 0, {}, ""),
        (1, 2, {"sponsors": SPONSORS}, ""),
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
