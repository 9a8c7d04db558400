"""The contents name what the booklet has, and nothing else."""

from collections.abc import Sequence

import pytest

from mi_print.event.model import Event
from mi_print.event.model.orders import PrintOrders
from mi_print.event.queries import poster_sessions
from mi_print.products.booklet.contents import ContentsEntry, contents, is_compact
from mi_print.products.booklet.session_parts import session_parts
from tests.products.made_up import Row, event, paper, session


def listed(made: Event) -> list[ContentsEntry]:
    return contents(made, poster_sessions(made))


def titles(made: Event) -> list[str]:
    return [entry.title for entry in listed(made)]


def test_the_least_workshop_has_a_room() -> None:
    assert listed(event()) == [ContentsEntry("Room and venue", "venue")]


def test_every_part_is_listed_in_its_order() -> None:
    made = event(
        [
            session("key", "09:00", "10:00", "keynote", speakers=["ada"]),
            session("short", "10:00", "11:00", "lightning", talks=[{"title": "One"}]),
            session("posters", "11:00", "12:00", "posters"),
        ],
        [paper("a", 1, category="A"), paper("b", 2, category="B"), paper("c")],
        [{"id": "ada", "name": "Ada", "roles": ["organizer"], "bio": "Counts."}],
        welcome=["Hello."],
        sponsors=[{"name": "Rich"}],
    )
    assert titles(made) == [
        *("Welcome", "The day at a glance", "Sessions", "Keynotes", "Short"),
        *("Posters", "A", "B"),
        *("Remote papers", "Organizers", "Room and venue", "Sponsors", "Index of people"),
    ]


def test_topics_say_their_boards_and_sessions_their_time() -> None:
    made = event(
        [
            session("posters", "11:00", "12:00", "posters"),
            session("later", "14:00", "15:30", "posters"),
        ],
        [
            paper("a", 1, category="A"),
            paper("b", 2, category="A"),
            paper("c", 4, session="later", category="B"),
        ],
    )
    assert [entry for entry in listed(made) if "topic" in entry.anchor] == [
        ContentsEntry("Posters, session 1", "topic-1-0", "11:00–12:00", divided=True),
        ContentsEntry("A", "topic-1-0", "1–2", topic=0),
        ContentsEntry("Later, session 2", "topic-2-0", "14:00–15:30", divided=True),
        ContentsEntry("B", "topic-2-0", "4", topic=1),
    ]


def test_papers_without_a_topic_are_their_session() -> None:
    made = event([session("posters", "11:00", "12:00", "posters")], [paper("a", 1), paper("b", 2)])
    assert [entry for entry in listed(made) if "topic" in entry.anchor] == [
        ContentsEntry("Posters", "topic-1-0", "11:00–12:00")
    ]


def test_a_scattered_topic_is_one_entry_without_boards() -> None:
    hung = [paper(f"p{at}", at, category="AB"[at % 2]) for at in range(1, 9)]
    made = event([session("posters", "11:00", "12:00", "posters")], hung)
    assert [entry for entry in listed(made) if entry.topic is not None] == [
        ContentsEntry("B", "topic-1-0", topic=0),
        ContentsEntry("A", "topic-1-1", topic=1),
    ]


@pytest.mark.parametrize(
    ("papers", "of_a_topic", "compact"), [(39, 13, True), (40, 10, False), (90, 3, True)]
)
def test_few_papers_or_few_of_a_topic_have_no_openers(
    papers: int, of_a_topic: int, *, compact: bool
) -> None:
    hung = [paper(f"p{at}", at + 1, category=f"T{at // of_a_topic}") for at in range(papers)]
    made = event([session("posters", "11:00", "12:00", "posters")], hung)
    assert is_compact(poster_sessions(made)) is compact


@pytest.mark.parametrize(
    ("papers", "title"),
    [([{"session": None}], "Papers"), ([{"session": None}, {"board": 1}], "Other papers")],
)
def test_papers_that_are_nowhere_yet_are_others_only_beside_some(
    papers: Sequence[Row], title: str
) -> None:
    rows = [{**paper(f"p{at}"), "session": "posters", **more} for at, more in enumerate(papers)]
    made = event([session("posters", "11:00", "12:00", "posters")], rows)
    assert [entry.title for entry in listed(made) if entry.anchor == "other-papers"] == [title]


@pytest.mark.parametrize(
    ("about", "abstracts", "there"),
    [
        ({}, True, False),
        ({"bio": "Counts."}, False, True),
        ({"position": "Counter"}, False, True),
        ({"abstract": "On counting."}, False, False),
        ({"abstract": "On counting."}, True, True),
    ],
)
def test_keynotes_have_a_chapter_if_more_is_known_than_names(
    *, about: dict[str, str], abstracts: bool, there: bool
) -> None:
    of_session = {key: text for key, text in about.items() if key == "abstract"}
    of_person = {key: text for key, text in about.items() if key != "abstract"}
    ada = {"id": "ada", "name": "Ada", "affiliation": "Institute"} | of_person
    made = event(
        [session("key", "09:00", "10:00", "keynote", speakers=["ada"], **of_session)], people=[ada]
    )
    orders = PrintOrders.model_validate({"program": {"abstracts": abstracts}})
    made = made.model_copy(update={"orders": orders})
    assert ("Keynotes" in titles(made)) == there
    (said,) = session_parts(made)["sessions"]
    assert said["voices"] == ([] if there else [(["Ada"], "Institute")])


def test_nobody_has_no_index() -> None:
    assert titles(event([session("lunch", "12:00", "13:00", "break")])) == [
        *("The day at a glance", "Sessions", "Room and venue"),
    ]
