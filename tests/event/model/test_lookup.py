"""Who is meant by a mention, in an event and in all that is made of it."""

from mi_print.event.model import Event
from mi_print.event.queries import people
from mi_print.layout.template_api.views import plain
from mi_print.products.booklet.index import entries
from mi_print.products.schedule.session_text import session_texts
from mi_print.products.signage.reserved_seats import seats
from tests.products.made_up import event, paper, session

PEOPLE = [{"id": "ada", "name": "Ada Sample", "affiliation": "University of X"}]
GUEST = {"name": "Bo Guest", "affiliation": "Y GmbH", "lang": "de"}


def made() -> Event:
    return event(
        [
            session("key", "09:00", "10:00", "keynote", speakers=[GUEST]),
            session("two", "10:00", "11:00", "talk", speakers=["ada", GUEST]),
            session("many", "11:00", "12:00", talks=[{"title": "T", "speakers": ["ada", GUEST]}]),
        ],
        [paper("a", authors=[{"person": "ada"}, "Cy Specimen", {"name": "ada"}])],
        PEOPLE,
        contact={"email": "a@example.org", "person": "ada"},
    )


def test_chairs_and_groups_are_called_by_their_names() -> None:
    found = event(
        [session("a", "09:00", "10:00", chair="ada"), session("b", "10:00", "11:00", chair=GUEST)],
        (),
        PEOPLE,
        groups=[{"heading": "Thanks", "people": ["ada", GUEST]}],
    )
    assert [each.chair for each in found.program.sessions] == ["Ada Sample", "Bo Guest"]
    assert [list(each.people) for each in found.workshop.groups] == [["Ada Sample", "Bo Guest"]]


def test_in_an_event_every_mention_has_a_name() -> None:
    ada, guest = made().program.sessions[1].speakers
    assert (ada, ada.person, ada.name, ada.affiliation) == (
        "ada",
        "ada",
        "Ada Sample",
        "University of X",
    )
    assert (guest, guest.person, guest.affiliation) == ("Bo Guest", None, "Y GmbH")
    contact = made().workshop.contact
    assert contact is not None
    assert contact.person is not None
    assert (contact.person, contact.person.name) == ("ada", "Ada Sample")


def test_an_author_is_a_text_that_is_the_name() -> None:
    (found,) = made().papers
    assert found.authors == ("Ada Sample", "Cy Specimen", "ada")
    assert [author.person for author in found.authors] == ["ada", None, None]
    assert ", ".join(plain(found).authors) == "Ada Sample, Cy Specimen, ada"
    assert plain(found).authors[0].affiliation == "University of X"


def test_somebody_who_is_none_of_the_people_speaks_like_all_others() -> None:
    given = made()
    who = [session_texts(given)(each).who for each in given.program.sessions]
    assert who == ["Bo Guest", "Ada Sample, Bo Guest", "Many"]
    found = people(given, given.program.sessions[0].speakers)[0]
    assert (found.name, found.affiliation, found.lang, found.bio) == (
        "Bo Guest",
        "Y GmbH",
        "de",
        None,
    )
    assert [(seat.person.name, len(seat.sessions)) for seat in seats(given)] == [
        ("Bo Guest", 3),
        ("Ada Sample", 2),
    ]
    assert {each.name: len(each.anchors) for each in entries(given)} == {
        "Ada Sample": 3,
        "ada": 1,
        "Bo Guest": 3,
        "Cy Specimen": 1,
    }
