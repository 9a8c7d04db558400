"""Lines of a badge's label keep clear of each other in scripts of tall letters."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.generated.judge import faults
from tests.generated.made_products import made
from tests.generated.record import Printed


@pytest.mark.parametrize("name", ["กุดุรุตุกุ " * 5 + "ป้ำฟื้ป้ำพี้ " * 6])
def test_lines_of_a_label_do_not_touch(write: Callable[[dict[str, str]], Path], name: str) -> None:
    workshop = {"name": name.strip(), "date": "2027-06-07", "venue": {"name": "Hall"}}
    project = write(
        {
            "data/workshop.yaml": json.dumps(workshop),
            "data/program.yaml": "sessions: []",
            "data/attendees.csv": "id,name\n1,Ada Example\n",
        }
    )
    ((_, badges),) = made(project, ["badges"])
    assert badges.errors == []
    assert badges.file
    assert faults(badges.file, Printed([])) == []
