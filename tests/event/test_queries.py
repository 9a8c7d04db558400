"""The event by topic, by board and by name."""

import pytest

from mi_print.event.model import PrintOrders
from mi_print.event.model.board import board_order
from mi_print.event.queries import (
    grouped,
    other_papers,
    people,
    poster_sessions,
    remote_papers,
    spotlights,
    topics,
)
from tests.made import workshop_event
from tests.products.made_up import event, paper, session

DAY = [
    session("keynote", "09:00", "10:00", speakers=["ada"]),
    session("spots", "10:00", "10:30", "spotlights", posters="later"),
    session("posters", "10:30", "11:00", "posters"),
    session("later", "11:00", "12:00", "posters"),
]


def test_topics_are_numbered_as_boards_first_show_them() -> None:
    made = event(
        DAY,
        [
            paper("a", 1, session="later", category="Late"),
            paper("b", 2, category="Second"),
            paper("c", 1, category="First"),
            paper("d", 2, session="later", category="First"),
            paper("e", category="Remote"),
            paper("f", 3),
        ],
    )
    assert topics(made) == ["First", "Second", "Other papers", "Late", "Remote"]
    first, second = poster_sessions(made)
    assert [(block.topic, block.name) for block in first.blocks] == [
        (0, "First"),
        (1, "Second"),
        (2, "Other papers"),
    ]
    assert [(block.topic, block.name) for block in second.blocks] == [(3, "Late"), (0, "First")]


def test_a_poster_session_knows_its_boards_and_its_spotlights() -> None:
    made = event(DAY, [paper("a", 7, category="A"), paper("b", 3, session="later")])
    first, second = poster_sessions(made)
    assert (first.number, first.boards, first.spotlights) == (1, (7, 7), None)
    assert second.spotlights is not None
    assert (second.number, second.spotlights.id) == (2, "spots")


def test_a_topic_that_comes_back_is_a_block_of_its_own() -> None:
    made = event(
        DAY, [paper("a", 1, category="A"), paper("b", 2, category="B"), paper("c", 3, category="A")]
    )
    (only,) = poster_sessions(made)
    assert [(block.topic, block.first, block.last) for block in only.blocks] == [
        (0, 1, 1),
        (1, 2, 2),
        (0, 3, 3),
    ]


@pytest.mark.parametrize(
    ("hung", "listed"),
    [
        ("AAAABBBBAAAA", ["A 1–4", "B 5–8", "A 9–12"]),
        ("AAAABBBBAAA", ["A 1–4, 9–11", "B 5–8"]),
        ("ABABC", ["A 1, 3", "B 2, 4", "C 5"]),
        ("AABBB", ["A 1–2", "B 3–5"]),
        ("", []),
    ],
)
def test_a_scattered_topic_is_one_group_of_a_list(hung: str, listed: list[str]) -> None:
    papers = [paper(f"p{at}", at, category=topic) for at, topic in enumerate(hung, 1)]
    groups = [group for each in poster_sessions(event(DAY, papers)) for group in each.groups]
    assert [f"{group.name} {group.boards}" for group in groups] == listed
    for group in groups:
        boards = [each.board for each in group.papers]
        assert boards == sorted(boards, key=board_order)
        known = (None, None) if group.scattered else (boards[0], boards[-1])
        assert (group.first, group.last) == known


def test_papers_without_a_board_are_last_of_a_scattered_topic() -> None:
    papers = [
        paper("a", 1, category="A"),
        paper("b", 2, category="B"),
        paper("c", 3, category="A"),
        paper("d", session="posters", category="A"),
        paper("e", "3", category="B"),
    ]
    (only,) = poster_sessions(event(DAY, papers))
    found = [([each.id for each in group.papers], group.boards) for group in only.groups]
    assert found == [(["a", "c", "d"], "1, 3"), (["b", "e"], "2–3")]


@pytest.mark.parametrize(
    ("categories", "names"),
    [
        ((None, None), [("Papers", True)]),
        (("A", None), [("A", False), ("Other papers", True)]),
        (("A", "A"), [("A", False)]),
    ],
)
def test_papers_without_a_topic_are_others_only_beside_some(
    categories: tuple[str | None, ...], names: list[tuple[str, bool]]
) -> None:
    given = [{} if each is None else {"category": each} for each in categories]
    papers = [paper(f"p{at}", at, **more) for at, more in enumerate(given, 1)]
    (only,) = poster_sessions(event(DAY, papers))
    assert [(group.name, group.other) for group in only.groups] == names
    apart = [paper(f"p{at}", **more) for at, more in enumerate(given)]
    found = grouped(remote_papers(event(DAY, apart)), event(DAY, apart))
    assert [(group.name, group.other) for group in found] == names


def test_groups_have_the_numbers_of_their_topics_wherever_they_are_listed() -> None:
    papers = [paper("a", 1, category="A"), paper("b", category="B"), paper("c", category="A")]
    made = event(DAY, papers)
    found = [(each.topic, each.name, each.boards) for each in grouped(remote_papers(made), made)]
    assert found == [(0, "A", ""), (1, "B", "")]
    assert grouped([], made) == []


def test_every_second_of_several_poster_sessions_is_in_negative() -> None:
    both = event(DAY, [paper("a", 1), paper("b", 2, session="later")])
    assert [each.negative for each in poster_sessions(both)] == [False, True]
    assert [each.negative for each in poster_sessions(event(DAY, [paper("a", 1)]))] == [False]


def test_a_poster_session_without_papers_is_none() -> None:
    assert poster_sessions(event(DAY)) == []
    made = event(DAY, [paper("a", 1, session="later")])
    assert [each.number for each in poster_sessions(made)] == [2], "it keeps its number"


def test_spotlights_speak_in_their_order_and_else_by_board() -> None:
    made = event(
        DAY,
        [
            paper("a", 1, spotlight=True),
            paper("b", 2, spotlight=True, spotlight_order=2),
            paper("c", 3),
            paper("d", 4, spotlight=True, spotlight_order=1),
        ],
    )
    assert [each.id for each in spotlights(made.papers)] == ["d", "b", "a"]


def test_remote_papers_stand_apart() -> None:
    made = event(DAY, [paper("a", 1), paper("b"), paper("c")])
    assert [each.id for each in remote_papers(made)] == ["b", "c"]


def test_people_come_in_the_order_asked_for() -> None:
    made = event(people=[{"id": "ada", "name": "Ada"}, {"id": "bob", "name": "Bob"}])
    assert [each.name for each in people(made, ["bob", "ada"])] == ["Bob", "Ada"]


def test_every_paper_of_the_workshop_has_one_place() -> None:
    placed = [paper for each in poster_sessions(workshop_event()) for paper in each.papers]
    apart = remote_papers(workshop_event())
    assert len(placed) == 171
    assert len(apart) == 16
    assert {paper.id for paper in placed} | {paper.id for paper in apart} == {
        paper.id for paper in workshop_event().papers
    }


def test_the_workshops_topics_come_in_one_order_and_blocks_of_boards() -> None:
    for each in poster_sessions(workshop_event()):
        assert [block.topic for block in each.blocks] == list(range(7))
        ends = [0, *(int(block.last or 0) for block in each.blocks)]
        assert [block.first for block in each.blocks] == [end + 1 for end in ends[:-1]]


def test_boards_are_in_natural_order_and_papers_without_one_stand_last() -> None:
    boards: list[int | str | None] = ["A10", 12, "12a", 2, "A2", None, 13]
    made = event(
        DAY, [paper(f"p{at}", session="posters", board=board) for at, board in enumerate(boards)]
    )
    (only,) = poster_sessions(made)
    assert [each.board for each in only.papers] == [2, 12, "12a", 13, "A2", "A10", None]
    assert only.boards == (2, "A10")


def test_a_paper_without_a_board_joins_those_of_its_topic() -> None:
    made = event(
        DAY,
        [
            paper("a", 1, category="A"),
            paper("b", session="posters", category="A"),
            paper("c", 2, category="B"),
            paper("d", session="posters", category="C"),
        ],
    )
    (only,) = poster_sessions(made)
    found = [(block.name, block.first, block.last, len(block.papers)) for block in only.blocks]
    assert found == [("A", 1, 1, 2), ("B", 2, 2, 1), ("C", None, None, 1)]


def test_a_paper_of_two_sessions_has_its_board_in_each() -> None:
    made = event(
        DAY,
        [paper("a", session=None, boards={"later": 7, "posters": "B1"}), paper("b", 1)],
    )
    first, second = poster_sessions(made)
    assert [(each.id, each.board) for each in first.papers] == [("b", 1), ("a", "B1")]
    assert [(each.id, each.board) for each in second.papers] == [("a", 7)]


def test_the_program_is_grouped_as_it_is_ordered() -> None:
    papers = [
        paper("a", 1, category="A", topic="X"),
        paper("b", 2, category="B", topic="X"),
    ]
    made = event(DAY, papers)
    by_topic = made.model_copy(
        update={"orders": PrintOrders.model_validate({"program": {"group": "topic"}})}
    )
    assert (topics(made), topics(by_topic)) == (["A", "B"], ["X"])


def test_every_paper_stands_in_a_poster_session_or_among_the_others_or_the_remote() -> None:
    papers = [
        paper("a", 1),
        paper("b", session="posters"),
        paper("c", session=None),
        paper("d", session="keynote"),
        paper("e"),
        paper("f", session=None, remote=True),
    ]
    made = event(DAY, papers)
    (only,) = poster_sessions(made)
    found = [[each.id for each in part] for part in (only.papers, other_papers(made))]
    assert [*found, [each.id for each in remote_papers(made)]] == [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
    ]
