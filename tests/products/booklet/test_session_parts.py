"""What the booklet says of each session: where it is, who speaks, and abstracts, if ordered."""

from collections.abc import Mapping
from typing import Any

import pytest

from mi_print.event.model import Event
from mi_print.event.model.orders import PrintOrders
from mi_print.products.booklet.session_parts import said_of, session_parts
from tests.products import made_up
from tests.products.made_up import Row, paper, session

ADA = {"name": "Ada Sample", "affiliation": "Institute"}
BO = {"name": "Bo Sample", "affiliation": "Institute"}
CY = {"name": "Cy Sample"}


def first(made: Event, variable: str = "sessions") -> Mapping[str, Any]:
    return session_parts(made)[variable][0]


def of_talk(talk: Row, *papers: Row, kind: str = "talks", abstracts: bool = False) -> Any:  # noqa: ANN401
    made = made_up.event(
        [session("a", "09:00", "10:00", kind, talks=[talk]), made_up.POSTERS], papers
    )
    orders = PrintOrders.model_validate({"program": {"abstracts": abstracts}})
    made = made.model_copy(update={"orders": orders})
    return first(made, "lightning")["talks"][0] | {"here": len(first(made)["talks"])}


def test_names_that_follow_each_other_share_their_affiliation() -> None:
    made = made_up.event([session("a", "09:00", "10:00", speakers=[ADA, BO, CY, ADA])])
    (talk,) = made.program.sessions
    said = said_of(made.somebody(each) for each in talk.speakers)
    plain = [each.replace("\u00a0", " ") for each in said]
    assert plain == ["Ada Sample", "Bo Sample (Institute)", "Cy Sample", "Ada Sample (Institute)"]


@pytest.mark.parametrize(("kind", "here"), [("talks", 1), ("panel", 1), ("lightning", 0)])
def test_talks_stand_among_the_sessions_but_for_lightning_talks(kind: str, here: int) -> None:
    talk = of_talk({"title": "One", "speakers": [ADA]}, kind=kind)
    assert talk["here"] == here


def test_authors_who_don_t_speak_stand_with_the_talk_unless_a_list_has_them() -> None:
    talk = {"paper": "p", "speakers": [ADA]}
    authors = ["Ada Sample", "Di Sample"]
    alone = {"id": "p", "title": "P", "authors": authors}
    found = of_talk(talk, alone)
    assert ([each.replace("\u00a0", " ") for each in found["with"]], found["listed"]) == (
        ["Di Sample"],
        None,
    )
    listed = of_talk(talk, paper("p", 1, authors=authors))
    assert (listed["with"], listed["listed"].board) == ([], 1)


def test_a_talk_of_a_listed_paper_names_nobody_without_speakers() -> None:
    assert of_talk({"paper": "p"}, paper("p", 1))["said"] == []
    assert of_talk({"paper": "p"}, {"id": "p", "title": "P", "authors": ["Ada"]})["said"] == ["Ada"]


@pytest.mark.parametrize("abstracts", [False, True])
def test_abstracts_are_printed_if_they_are_ordered(abstracts: bool) -> None:  # noqa: FBT001
    alone = {"id": "p", "title": "P", "authors": ["Ada"], "abstract": "Of the paper."}
    own = of_talk({"title": "T", "speakers": [ADA], "abstract": "Its own."}, abstracts=abstracts)
    of_paper = of_talk({"paper": "p"}, alone, abstracts=abstracts)
    listed = of_talk({"paper": "p"}, paper("p", 1, abstract="In the list."), abstracts=abstracts)
    found = [own["abstract"], of_paper["abstract"], listed["abstract"]]
    assert found == ([("Its own.",), ("Of the paper.",), ()] if abstracts else [(), (), ()])


def test_the_room_is_said_unless_all_sessions_are_there() -> None:
    venue = {"name": "Hall", "rooms": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}
    here, there = (session(room, "09:00", "10:00", room=room) for room in "ab")
    assert first(made_up.event([here], venue=venue))["where"] == ""
    assert first(made_up.event([here, there], venue=venue))["where"] == "A"


def test_the_only_room_is_said_where_not_all_are_known_to_be_there() -> None:
    there = session("a", "09:00", "10:00", room="Hall")
    pause = session("pause", "10:00", "10:30", "break")
    made = made_up.event([there, pause], venue={"name": "House"})
    assert first(made)["where"] == ""
    made = made_up.event([there, pause, session("b", "11:00", "12:00")], venue={"name": "House"})
    assert first(made)["where"] == "Hall"
