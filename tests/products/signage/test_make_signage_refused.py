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
    sessions = [
        session("a", "09:00", "10:00", "posters", title="会" * 190),
        session("b", "10:00", "11:00", "posters", title="学" * 190),
    ]
    papers = [paper(f"{name}-paper", f"A-0{name}", session=name) for name in "ab"]
    project = write(
        {
            "data/program.yaml": json.dumps({"sessions": sessions}, ensure_ascii=False),
            "data/papers.yaml": json.dumps({"papers": papers}),
        }
    )
    order = ["signage", "--kind", "poster-lists", "--edition", "screen"]
    assert main(["--project", str(project), *order, "--out", str(project / "out")]) == 3
    said = capfd.readouterr().err
    wrong = r"data/program.yaml:1:\d+: error overflow: boards A-0a: “会{39}…” is .* too high"
    assert re.match(wrong, said)
