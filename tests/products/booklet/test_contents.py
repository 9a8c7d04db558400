"""The contents name what the booklet has, and nothing else."""

from mi_print.event.model import Event
from mi_print.event.queries import poster_sessions
from mi_print.products.booklet.contents import ContentsEntry, contents
from tests.products.made_up import event, paper, session


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
        [{"id": "ada", "name": "Ada", "roles": ["organizer"]}],
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


def test_nobody_has_no_index() -> None:
    assert titles(event([session("lunch", "12:00", "13:00", "break")])) == [
        *("The day at a glance", "Sessions", "Room and venue"),
    ]
