"""Of any event each product comes out right, or is refused with a message that names its data."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.problem import Problem
from tests.generated.drawn import event
from tests.generated.judge import faults
from tests.generated.made_products import made, write
from tests.generated.printed import printed

pytestmark = pytest.mark.slow


def test_each_product_is_right_or_refused_by_name(
    number: int,
    names: Sequence[str],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    data = event(number)
    write(data, tmp_path)
    found = []
    for name, outcome in made(tmp_path, names):
        wrong = [] if _named(outcome.errors) else [str(problem) for problem in outcome.errors]
        said = f"{outcome.outcome}, no record named" if wrong else outcome.outcome
        if outcome.file:
            wrong = faults(outcome.file, printed(name, data))
            said = "WRONG" if wrong else outcome.outcome
        record_property(name, said)
        found += [f"{name}: {each}" for each in wrong]
    assert found == []


def test_checked_print_editions_are_right(
    whole_number: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = event(whole_number)
    write(data, tmp_path)
    code = main(["--project", str(tmp_path), "all", "--out", str(tmp_path / "out")])
    said, problems = capfd.readouterr()
    assert code in {0, 3}, problems
    found = []
    for path in sorted((tmp_path / "out" / "print").glob("*.pdf")):
        assert any(path.name in line and "checked" in line for line in said.splitlines()), said
        wanted = printed(path.stem, data)
        records = [replace(record, band="") for record in wanted.records]  # these are in inks
        wrong = faults(path, replace(wanted, records=records))
        found += [f"{path.stem}: {each}" for each in wrong]
    assert found == []
    assert code == 3 or len(said.splitlines()) > 0


def _named(errors: Sequence[Problem]) -> bool:
    """Return whether errors name a record, a file of the data with its line; or there is none."""
    places = [problem for problem in errors if (problem.file or "").startswith("data/")]
    return not errors or errors[0].rule in {"call", "empty"} or any(each.line for each in places)
