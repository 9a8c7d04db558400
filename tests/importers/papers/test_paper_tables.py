"""Lists of authors in a cell."""

import pytest

from mi_print.importers.papers.paper_tables import split_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Sample", ["Ada Sample"]),
        ("Ada Sample, Bo Sample and Cy Sample", ["Ada Sample", "Bo Sample", "Cy Sample"]),
        ("Ada Sample, Bo Sample, and Cy Sample", ["Ada Sample", "Bo Sample", "Cy Sample"]),
        ("Sample, Ada; Sample, Bo", ["Sample, Ada", "Sample, Bo"]),
        ("Ada Sample|Bo Sample|", ["Ada Sample", "Bo Sample"]),
        ("Sample, Ada", ["Sample, Ada"]),
        ("", []),
    ],
)
def test_authors(text: str, names: list[str]) -> None:
    assert split_authors(text) == names
