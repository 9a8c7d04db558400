"""Range signs: which boards are where, by topics or by rows."""

from collections.abc import Sequence

import pytest

from mi_print.event.queries import poster_sessions
from mi_print.products.signage.board_ranges import ranges
from mi_print.products.signage.sign_record import sign_records
from tests.products import made_up
from tests.products.made_up import POSTERS, TOPIC, paper, session
from tests.products.signage.typeset_signs import right

LATER = session("later", "15:00", "16:00", "posters", title="More posters")


def spans(papers: Sequence[made_up.Row]) -> list[tuple[str, str]]:
    event = made_up.event([POSTERS, LATER], papers)
    return [(sign.span, sign.block.name) for sign in ranges(poster_sessions(event))]


def apart(labels: Sequence[int | str], **more: object) -> list[made_up.Row]:
    """Return papers of which each has another topic than its neighbours."""
    return [
        paper(f"{label}-{n}-{more.get('session', '')}", label, category=f"Topic {n % 3}", **more)
        for n, label in enumerate(labels)
    ]


def test_each_topic_has_its_boards_and_one_that_hangs_elsewhere_too() -> None:
    topics = ["A"] * 5 + ["B"] * 6 + ["A"]
    papers = [paper(f"{n}", n, category=topic) for n, topic in enumerate(topics, 1)]
    assert spans(papers) == [("1–5", "A"), ("6–11", "B"), ("12", "A")]


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (range(1, 31), ["1–10", "11–20", "21–30"]),
        ([*range(120, 126), *range(300, 305)], ["120–125", "300–304"]),
        ([f"{n}{half}" for n in range(1, 8) for half in "ab"][1:], ["1–7"]),
        ([f"A{n}" for n in range(1, 6)] + [f"B{n}" for n in range(1, 4)], ["A1–A5", "B1–B3"]),
        ([1, 2, "3a", "3b", 4], ["1–4"]),
        (list("QRSTUV"), list("QRSTUV")),
        ([7] * 6, ["7"]),
    ],
)
def test_where_topics_are_mixed_there_is_a_sign_for_each_row(
    labels: Sequence[int | str], rows: list[str]
) -> None:
    assert spans(apart(labels)) == [(row, "") for row in rows]


def test_a_row_is_for_all_sessions_that_hang_there() -> None:
    papers = [*apart(range(1, 9)), *apart(range(5, 21), session="later")]
    event = made_up.event([POSTERS, LATER], papers)
    signs = ranges(poster_sessions(event))
    assert [(sign.span, len(sign.sessions)) for sign in signs] == [("1–10", 2), ("11–20", 1)]
    record = sign_records("range-signs", event)[0]
    assert (record["session"], record["topic"]) == ("Session 1, Session 2", "")
    assert record["time"] == "11:00–12:00, 15:00–16:00"
    assert right(event, "range-signs") == [
        "1–10 Poster session 1, 11:00–12:00 Poster session 2, 15:00–16:00",
        "11–20 Poster session 2, 15:00–16:00",
    ]


def test_a_topic_of_one_board_has_no_range_and_long_topics_fit() -> None:
    papers = [
        paper("a", 7, category="Circuits"),
        *(paper(f"{n}", n, category=TOPIC) for n in range(8, 121)),
    ]
    event = made_up.event([POSTERS], papers)
    assert right(event, "range-signs") == [
        "7 Circuits Posters, 11:00–12:00",
        f"8–120 {TOPIC} Posters, 11:00–12:00",
    ]


@pytest.mark.parametrize("size", ["tabloid", "a3"])
def test_long_labels_stand_in_two_lines_and_later_sessions_say_their_number(size: str) -> None:
    more = [
        session(f"posters{n}", f"{12 + n}:00", f"{12 + n}:30", "posters", title="Posters")
        for n in range(1, 4)
    ]
    papers = [
        paper(
            f"{each}-{label}",
            f"{label}",
            session=each,
            category="Instandhaltungswerkstätten und mehr",
        )
        for each in ("posters", "posters1", "posters2", "posters3")
        for label in ("HALL7a", "HALL19b")
    ]
    said = right(made_up.event([POSTERS, *more], papers, lang="de"), "range-signs", size)
    assert [each.startswith("HALL7a– HALL19b Instandhaltungs") for each in said] == [True] * 4
    assert said[2].endswith("Postersitzung 3 14:00–14:30")
    assert said[1].endswith("Postersitzung 2, 13:00–13:30")
