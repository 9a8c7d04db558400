"""Which events are tested, and what came of them in the summary."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import pytest

from tests.generated.made_products import FILES

_FEW = 30
_WHOLE = 25
"""Of so many events one is made whole, with print editions and preflight."""

_THIRDS = (
    ("cfp", "program"),
    ("badges", "signage-board-cards", "signage-door-sign", "signage-reserved-seats"),
    tuple(name for name in FILES if name.startswith("signage-")),
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test of an event its number, so that the processes share them."""
    count = metafunc.config.getoption("--events")
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(count))
    if "whole_number" in metafunc.fixturenames:
        metafunc.parametrize("whole_number", range(_WHOLE - 1, count, _WHOLE))


@pytest.fixture
def names(number: int, request: pytest.FixtureRequest) -> Sequence[str]:
    """Return the files that are made of an event: of few events a third of them, by turns."""
    if request.config.getoption("--events") > _FEW:
        return tuple(FILES)
    return _THIRDS[number % len(_THIRDS)]


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
