"""The events that are tested, by number: each the same in every run and in every choice of them."""

from functools import cache

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider

from tests.generated.event_strategy import generated_events
from tests.generated.rows import GeneratedEvent


class PlainProvider(HypothesisProvider):
    """Draws by its random numbers alone.

    Hypothesis's own also draws constants that it finds in the modules that are
    loaded, and these are others in every choice of tests.
    """

    def _maybe_draw_constant(self, *_: object, **__: object) -> None:
        return None


AVAILABLE_PROVIDERS["plain"] = f"{__name__}.{PlainProvider.__name__}"


@cache
def event(number: int) -> GeneratedEvent:
    """Return the event of a number from 0."""
    found: list[GeneratedEvent] = []

    @seed(number)
    @settings(
        backend="plain",
        max_examples=2,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(generated_events())
    def draw(event: GeneratedEvent) -> None:
        found.append(event)

    draw()
    return found[-1]
