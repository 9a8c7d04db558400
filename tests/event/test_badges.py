"""One badge a person, with the foremost role; nobody's is lost and nobody's is doubled."""

from collections.abc import Mapping, Sequence

from mi_print.event.badges import Badge, badges, spares
from mi_print.event.model import Attendee, BadgeRole, Event
from tests.small_workshop import WORKSHOP


def event(
    people: Sequence[Mapping[str, object]] = (),
    attendees: Sequence[Mapping[str, object]] = (),
    papers: Sequence[Mapping[str, object]] = (),
    **orders: object,
) -> Event:
    return Event.model_validate(
        {
            "workshop": {**WORKSHOP, "people": people},
            "attendees": [Attendee.model_validate(each) for each in attendees],
            "papers": papers,
            "orders": {"badges": orders},
        }
    )


def person(name: str, *roles: str, **more: object) -> dict[str, object]:
    return {"id": name.lower().replace(" ", "-"), "name": name, "roles": list(roles), **more}


def paper(*authors: str, spotlight: bool = True) -> dict[str, object]:
    return {
        "id": "p",
        "title": "T",
        "authors": list(authors),
        "session": "posters-1",
        "board": 1,
        "spotlight": spotlight,
    }


def said(found: list[Badge]) -> list[tuple[str, str, str]]:
    return [(badge.id, badge.name, badge.role) for badge in found]


def test_the_foremost_role_is_on_the_badge() -> None:
    roles = {
        ("organizer", "keynote"): "speaker",
        ("organizer", "panelist"): "panelist",
        ("lightning", "organizer"): "organizer",
        ("volunteer", "lightning"): "speaker",
        ("speaker",): "speaker",
    }
    for written, role in roles.items():
        assert said(badges(event([person("Ada Lo", *written)]))) == [("ada-lo", "Ada Lo", role)]


def test_only_ordered_roles_have_a_badge() -> None:
    people = [person("Ada Lo", "volunteer"), person("Bo Mo", "keynote")]
    assert [badge.name for badge in badges(event(people))] == ["Bo Mo"]
    wanted = event(people, roles=["volunteer"])
    assert said(badges(wanted)) == [("ada-lo", "Ada Lo", "volunteer")]


def test_spotlight_authors_are_speakers_once_each() -> None:
    papers = [paper("Ada Lo", "Ádá Lo"), paper("Ada Lo", "王明"), paper("Cy No", spotlight=False)]
    assert said(badges(event(papers=papers))) == [
        ("author-ada-lo", "Ada Lo", "speaker"),
        ("author-ada-lo-2", "Ádá Lo", "speaker"),
        ("author", "王明", "speaker"),
    ]
    assert badges(event(papers=papers, roles=["keynote"])) == []


def test_a_spotlight_author_of_the_program_is_that_person() -> None:
    people = [person("Ada Lo", "organizer"), person("Bo Mo", "volunteer", affiliation="X")]
    found = badges(event(people, papers=[paper("Ada Lo", "Bo Mo")]))
    assert said(found) == [("ada-lo", "Ada Lo", "organizer"), ("bo-mo", "Bo Mo", "speaker")]
    assert found[1].affiliation == "X"


def test_an_attendee_of_the_program_is_that_person_and_fills_the_gaps() -> None:
    people = [person("Ada Lo", "keynote", affiliation="X")]
    row = {
        "id": "7",
        "name": "Ada Lo",
        "given": "Ada",
        "affiliation": "Y",
        "pronouns": "she/her",
        "url": "https://example.org",
    }
    (found,) = badges(event(people, [row]))
    assert found == Badge(
        id="ada-lo",
        name="Ada Lo",
        role=BadgeRole.SPEAKER,
        given="Ada",
        affiliation="X",
        pronouns="she/her",
        url="https://example.org",
        registration="7",
    )


def test_an_attendee_with_a_persons_id_is_that_person_by_any_name() -> None:
    people = [person("Ada Lo", "panelist")]
    rows = [{"id": "ada-lo", "name": "Ada K. Lo", "role": "sponsor"}]
    assert said(badges(event(people, rows))) == [("ada-lo", "Ada Lo", "panelist")]


def test_somebody_without_an_ordered_role_stands_where_the_list_has_them() -> None:
    people = [person("Ada Lo", "volunteer", pronouns="she/her")]
    rows = [{"id": "1", "name": "Bo Mo"}, {"id": "2", "name": "Ada Lo"}]
    found = badges(event(people, rows))
    assert said(found) == [("1", "Bo Mo", "attendee"), ("ada-lo", "Ada Lo", "volunteer")]
    assert (found[1].pronouns, found[1].registration) == ("she/her", "2")


def test_two_registrations_of_one_name_are_two_badges() -> None:
    people = [person("Wei Wang", "keynote")]
    rows = [{"id": "1", "name": "Wei Wang"}, {"id": "2", "name": "Wei Wang"}]
    assert said(badges(event(people, rows))) == [
        ("wei-wang", "Wei Wang", "speaker"),
        ("2", "Wei Wang", "attendee"),
    ]


def test_the_registrations_role_counts_where_it_says_more() -> None:
    people = [person("Ada Lo", "volunteer")]
    rows = [{"id": "ada-lo", "name": "Ada Lo", "role": "sponsor"}]
    assert badges(event(people, rows, roles=["volunteer"]))[0].role is BadgeRole.VOLUNTEER


def test_spares_are_blank_and_go_by_role() -> None:
    found = spares([BadgeRole.STUDENT, BadgeRole.SPEAKER, BadgeRole.STUDENT], 2)
    assert [(badge.role, badge.blank) for badge in found] == [
        *[(BadgeRole.SPEAKER, True)] * 2,
        *[(BadgeRole.STUDENT, True)] * 2,
    ]
    assert len({badge.id for badge in found}) == 4
