"""Of very many papers a check lays out those that fit worst, and says how many it leaves out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.event.model import Event
from mi_print.event.queries import PosterSession, poster_sessions
from mi_print.processes import tasks
from mi_print.products import lay_out, widest_papers
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import Purpose, Request
from mi_print.products.variable_data import record_ranks
from mi_print.products.widest_papers import with_widest_papers
from tests.products.made_up import event, paper, session

Write = Callable[[dict[str, str]], Path]

TOPICS = 3
OF_A_TOPIC = 20
COUNT = TOPICS * OF_A_TOPIC
ODD = 33


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widest_papers, "EXACT", 30)
    monkeypatch.setattr(record_ranks, "_RANKS", 1)


def many(**odd: object) -> Event:
    """Return an event with many papers alike, and one that is not."""
    talk = {"title": "A Talk", "paper": "17", "speakers": []}
    return event(
        [
            session("posters", "09:00", "10:00", "posters"),
            session("talks", "10:00", "11:00", talks=[talk]),
        ],
        [
            {
                **paper(str(at), at + 1, category=f"Topic {at // OF_A_TOPIC}"),
                **(odd if at == ODD else {}),
            }
            for at in range(COUNT)
        ],
    )


def kept(found: Event) -> set[str]:
    return {each.id for each in found.papers}


def shape(posters: PosterSession) -> object:
    """Return what the booklet makes of a session besides the rows of its papers."""
    return posters.boards, [
        (block.topic, block.name, block.first, block.last, block.other) for block in posters.groups
    ]


@pytest.mark.parametrize(
    "odd",
    [
        {"title": "A title that is so long that no other is as wide as this one"},
        {"title": "Electroencephalography"},  # one wide word
        {"title": "Ễ"},  # tall
        {"authors": ["Ada"] * 9},
        {"authors": ["Ada", "Wilhelmina Sample-Example of Somewhere"]},
        {"board": "Wall 12, below"},
        {"awards": ["Best paper of the year"]},
        {"abstract": "What it is about, in some words."},
        {"type": "spotlight"},
        {"lang": "de"},
        {"session": "remote", "board": None},
    ],
)
def test_a_paper_that_may_fit_worse_than_the_others_is_laid_out(odd: dict[str, object]) -> None:
    found, said = with_widest_papers(many(**odd))
    assert str(ODD) in kept(found)
    assert len(found.papers) < COUNT / 2
    assert said == (f"{COUNT - len(found.papers)} of {COUNT} papers",)


def test_the_event_keeps_its_shape() -> None:
    whole = many()
    found, _ = with_widest_papers(whole)
    assert "17" in kept(found)  # a talk is about it
    assert list(map(shape, poster_sessions(found))) == list(map(shape, poster_sessions(whole)))


def test_of_a_few_papers_all_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widest_papers, "EXACT", COUNT)
    whole = many()
    assert with_widest_papers(whole) == (whole, ())


@pytest.mark.slow
def test_what_is_refused_of_one_paper_is_found_among_many(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Ada" + "verylong" * 5
    papers = [paper(str(at), at + 1, authors=[name if at == ODD else "Ada"]) for at in range(COUNT)]
    sessions = [session("posters", "09:00", "10:00", "posters")]
    project = write(
        {
            "data/program.yaml": json.dumps({"sessions": sessions}),
            "data/papers.yaml": json.dumps({"papers": papers}),
        }
    )
    monkeypatch.setattr(tasks, "cores", lambda: 1)  # what is changed here holds in this process
    monkeypatch.setattr(lay_out, "PRODUCTS", ("program",))
    loaded = load_checked(project)
    assert loaded.event
    request = Request(project / "output", purpose=Purpose.LAY_OUT)
    found = lay_out.lay_out(project, loaded, loaded.event, request)
    (wrong,) = found.problems
    assert (wrong.rule, wrong.file) == ("overflow", "data/papers.yaml")
    assert "wider than a column of the index" in wrong.message
    left, *_ = found.left_out
    assert f" of {COUNT} papers" in left
