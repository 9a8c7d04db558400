"""Whole projects by chance, as their users would write them: every file of `data/`.

Hypothesis draws what an event is like: how many of everything, and in what it is
extreme. The texts come from a generator of random numbers with a drawn seed, since
a large event has more letters than Hypothesis draws.
"""

from random import Random

from hypothesis import strategies as st

from tests.generated import drawn_people, drawn_program, drawn_signs, drawn_workshop, made_texts
from tests.generated.drawn_more import add_more
from tests.generated.drawn_papers import papers
from tests.generated.draws import EXTREMES, Draws
from tests.generated.rows import GeneratedEvent

_DRAWN = (*EXTREMES, "sessions", "papers", "titles", "days", "rooms")
"""Those that are drawn, some more often than others."""


@st.composite
def generated_events(draw: st.DrawFn) -> GeneratedEvent:
    """Draw an event."""
    count = draw(st.sampled_from((0, 0, 0, 1, 1, 2, 3)))
    drawn = draw(st.lists(st.sampled_from(_DRAWN), min_size=count, max_size=count))
    extremes = tuple(dict.fromkeys(drawn))
    script = draw(st.sampled_from(("Latin",) * 5 + tuple(made_texts.WORDS)))
    number = draw(st.integers(0, 2**32 - 1))
    draws = Draws(draw, extremes, script, Random(number))  # noqa: S311 - not for secrets
    event = _event(draws)
    add_more(draws.going_on(Random(number + 1)), event)  # noqa: S311 - the same
    return event


def _event(draws: Draws) -> GeneratedEvent:
    roles = drawn_people.roles(draws)
    people = drawn_people.people(draws, roles)
    days = drawn_workshop.days(draws)
    venue = drawn_workshop.venue(draws)
    program = drawn_program.program(draws, days, venue, people)
    tables = frozenset(name for name in ("papers", "authors") if draws.maybe(0.15))
    workshop = drawn_workshop.workshop(draws, days, venue, people, roles)
    event = GeneratedEvent(
        draws.extremes,
        workshop,
        program,
        papers(draws, program, people, tables),
        drawn_signs.signs(draws),
        drawn_signs.orders(draws, roles),
        drawn_people.attendees(draws, people, roles),
        tables,
    )
    drawn_workshop.add_pictures_and_levels(draws, workshop)
    return event
