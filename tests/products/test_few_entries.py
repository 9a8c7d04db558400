"""Of a large event a few entries are kept, and all that they refer to."""

import pytest

from mi_print.event.model import Event
from mi_print.event.queries import entries
from mi_print.products import few_entries
from mi_print.products.few_entries import with_few_entries
from tests.products import made_up
from tests.products.made_up import paper, session


def event(sessions: int, papers: int) -> Event:
    """Return an event in which much refers to what comes late."""
    late, talks = f"s{sessions - 1}", [{"paper": f"p{n}"} for n in range(9)]
    return made_up.event(
        [
            session("first", "09:00", "10:00", "talks", talks=talks, within="s4"),
            session("spotlights", "09:00", "10:00", "spotlights", posters=late),
            *(session(f"s{n}", "09:00", "10:00", "posters") for n in range(sessions)),
        ],
        [paper(f"p{n}", None, session=late) for n in range(papers)],
        [{"id": "ada", "name": "Ada"}],
    )


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(few_entries, "LARGE", 100)


def test_what_is_kept_refers_to_what_is_kept() -> None:
    large = event(60, 300)
    few = with_few_entries(large)
    assert few is not None
    assert entries(few) < entries(large) / 10
    kept = {each.id: each for each in few.program.sessions}
    assert {"first", "s4", "s59", "spotlights"} <= kept.keys()
    referred = [(each.within, each.posters) for each in kept.values()]
    assert kept.keys() >= {name for names in referred for name in names if name}
    assert {name for each in few.papers for name in each.placed} <= kept.keys()
    talks = {talk.paper for each in kept.values() for talk in each.talks}
    assert talks
    assert talks <= {each.id for each in few.papers}
    assert few.workshop.people == large.workshop.people


@pytest.mark.parametrize("large", [event(3, 60), made_up.event([])])
def test_of_an_event_that_is_not_large_nothing_is_left_out(large: Event) -> None:
    assert with_few_entries(large) is None


def test_an_event_of_many_people_has_no_small_part() -> None:
    large = made_up.event([])
    workshop = large.workshop.model_copy(update={"people": large.workshop.people * 500})
    assert with_few_entries(large.model_copy(update={"workshop": workshop})) is None
