"""What has no room on a sign is refused where it stands in the data."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from tests.products.made_up import paper, session


def test_a_title_too_long_for_its_list_is_refused_where_it_stands(
    write: Callable[[dict[str, str]], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    sessions = [session("posters", "09:00", "10:00", "posters", title="会" * 190)]
    project = write(
        {
            "data/program.yaml": json.dumps({"sessions": sessions}, ensure_ascii=False),
            "data/papers.yaml": json.dumps({"papers": [paper("1", 1)]}),
        }
    )
    order = ["signage", "--kind", "poster-lists", "--edition", "screen"]
    assert main(["--project", str(project), *order, "--out", str(project / "out")]) == 3
    said = capfd.readouterr().err
    assert re.match(r"data/program.yaml:1:\d+: error overflow: “会{39}…” is .* too high", said)
