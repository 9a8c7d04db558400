"""One badge a person, with the foremost role; nobody's is lost and nobody's is doubled."""

from collections.abc import Mapping, Sequence

from mi_print.event.badges import Badge, badges, spares
from mi_print.event.model import Attendee, Event, Role
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
        ("author", "王明", "speaker"),
    ]
    assert badges(event(papers=papers, roles=["keynote"])) == []


def test_authors_with_the_same_words_in_another_order_are_two() -> None:
    papers = [paper("Li Wei", "Wei Li"), paper("Wei, Li", "Wéi Li")]
    assert said(badges(event(papers=papers))) == [
        ("author-li-wei", "Li Wei", "speaker"),
        ("author-wei-li", "Wei Li", "speaker"),
    ]


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
        "affiliation": "X, Cambridge",
        "pronouns": "she/her",
        "url": "https://example.org",
    }
    (found,) = badges(event(people, [row]))
    assert found == Badge(
        id="ada-lo",
        name="Ada Lo",
        role=Role.SPEAKER,
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


def test_people_of_one_name_are_people_of_their_own() -> None:
    people = [
        person("Wei Wang", "keynote", affiliation="A") | {"id": "wei-1"},
        person("Wei Wang", "panelist") | {"id": "wei-2"},
        person("Wei Wang", "volunteer", affiliation="C") | {"id": "wei-3"},
    ]
    rows = [
        {"id": "1", "name": "Wei Wang", "same_as": "wei-2"},
        {"id": "2", "name": "Wei Wang", "affiliation": "B"},
        {"id": "3", "name": "wang wei", "affiliation": "A"},
        {"id": "4", "name": "Wei Wang", "same_as": "none", "affiliation": "C"},
    ]
    found = badges(event(people, rows, [paper("Wei Wang")]))
    assert [(each.id, each.name, each.role, each.registration) for each in found] == [
        ("wei-1", "Wei Wang", "speaker", "3"),
        ("wei-2", "Wei Wang", "panelist", "1"),
        ("author-wei-wang", "Wei Wang", "speaker", "2"),
        ("4", "Wei Wang", "attendee", None),
    ]


def test_a_stranger_with_the_name_of_a_speaker_stays_a_stranger() -> None:
    people = [person("Bo Sample", "keynote", affiliation="MIT")]
    baker = {"id": "7", "name": "Bo Sample", "affiliation": "Bakery", "role": "sponsor"}
    both = [("bo-sample", "Bo Sample", "speaker"), ("7", "Bo Sample", "sponsor")]
    assert said(badges(event(people, [baker]))) == both
    assert said(badges(event(people, [baker | {"same_as": "bo-sample"}]))) == both[:1]
    unsaid = {key: value for key, value in baker.items() if key != "affiliation"}
    assert said(badges(event(people, [unsaid]))) == both[:1]
    assert said(badges(event(people, [unsaid | {"same_as": "none"}]))) == both
    apart = [people[0] | {"same_as": "none"}]
    assert said(badges(event(apart, [unsaid]))) == both
    assert [each.id for each in badges(event(apart, [], [paper("Bo Sample")]))] == [
        "bo-sample",
        "author-bo-sample",
    ]


def test_names_are_compared_folded() -> None:
    people = [person("Zoë Lo", "keynote") | {"id": "zoe"}]
    for name in (
        "Zoë\u00a0Lo",
        "ZOE LO",
        "Lo, Zoë",
        "Dr. Zoë Lo",
        "Zoë\u2003Lo, PhD",
        "Zoe\u0308 Lo",
    ):
        (found,) = badges(event(people, [{"id": "1", "name": name}], [paper(name)]))
        assert (found.id, found.name, found.registration) == ("zoe", "Zoë Lo", "1")


def test_the_row_of_the_same_place_goes_before_the_first() -> None:
    people = [person("Ada Lo", "keynote", affiliation="MIT")]
    rows = [
        {"id": "1", "name": "Ada Lo"},
        {"id": "2", "name": "Ada Lo", "affiliation": "Massachusetts Institute of Technology"},
    ]
    assert said(badges(event(people, rows))) == [
        ("ada-lo", "Ada Lo", "speaker"),
        ("1", "Ada Lo", "attendee"),
    ]


def test_the_registrations_role_counts_where_it_says_more() -> None:
    people = [person("Ada Lo", "volunteer")]
    rows = [{"id": "ada-lo", "name": "Ada Lo", "role": "sponsor"}]
    assert badges(event(people, rows, roles=["volunteer"]))[0].role == Role.VOLUNTEER


def test_spares_are_blank_and_so_many_of_each_role() -> None:
    found = spares([Role.SPEAKER, Role.STUDENT, Role.SPEAKER], 2)
    assert [(badge.role, badge.blank) for badge in found] == [
        *[(Role.SPEAKER, True)] * 2,
        *[(Role.STUDENT, True)] * 2,
    ]
    assert len({badge.id for badge in found}) == 4
