"""The title of a poster list grows only as far as what stands below it has room in the panel."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.generated.judge import faults
from tests.generated.made_products import made
from tests.generated.record import Printed
from tests.products.made_up import paper, session


def test_what_stands_below_a_larger_title_is_in_its_panel(
    write: Callable[[dict[str, str]], Path],
) -> None:
    sessions = [
        session(name, f"1{n}:00", f"1{n}:50", "posters", title="Poster")
        for n, name in enumerate("ab")
    ]
    title, authors = "Sample of a title " * 4, ["Ada Example", "Bo Sample", "Cy Instance"]
    papers = [
        paper(f"{name}-{n}", n, session=name, title=f"{name}{n} {title}", authors=authors)
        for name in "ab"
        for n in range(1, 10)
    ]
    project = write(
        {
            "data/program.yaml": json.dumps({"sessions": sessions}),
            "data/papers.yaml": json.dumps({"papers": papers}),
            "data/print.yaml": "signage: {kinds: {poster-lists: {size: a1}}}",
        }
    )
    ((_, lists),) = made(project, ["signage-poster-lists"])
    assert lists.file
    assert faults(lists.file, Printed([])) == []
