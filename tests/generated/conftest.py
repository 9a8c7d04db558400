"""Which events are tested, and what came of them in the summary."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import pytest

from tests.generated.chosen_events import CHOSEN, WHOLE
from tests.generated.made_products import FILES

_EACH = 25
"""Of so many events one is made whole, with print editions and preflight."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test of an event its number, so that the processes share them."""
    count = metafunc.config.getoption("--events")
    chosen = sorted({number for numbers in CHOSEN.values() for number in numbers})
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(count) if count else chosen)
    if "whole_number" in metafunc.fixturenames:
        whole = range(_EACH - 1, count, _EACH) if count else (WHOLE,)
        metafunc.parametrize("whole_number", whole)


@pytest.fixture
def names(number: int, request: pytest.FixtureRequest) -> Sequence[str]:
    """Return the files that are made of an event: all, or those for which it is chosen."""
    if request.config.getoption("--events"):
        return tuple(FILES)
    return tuple(name for name in FILES if number in CHOSEN[name])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many files came out right, or wrong, or by which rule there is none."""
    came: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, what in getattr(report, "user_properties", ()):
                came[name][what] += 1
    if came:
        terminalreporter.section("generated events")
    for name, outcomes in sorted(came.items()):
        said = ", ".join(f"{what} {count}" for what, count in outcomes.most_common())
        terminalreporter.write_line(f"{name}: {said}")
