"""An event as its files have it: rows of keys and values, written as YAML and CSV."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]

LOGO = "pictures/sample.svg"
"""The path of the one picture of an event."""

_PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<rect width="40" height="20" fill="#1D3F8F"/></svg>
"""


@dataclass(frozen=True)
class GeneratedEvent:
    """An event as data, and what it is extreme in.

    Attributes:
        extremes: of `draws.EXTREMES`.
        workshop, program, papers, signs, orders, attendees: what the files say.
        tables: which of `papers` and `authors` are tables of their own.
    """

    extremes: tuple[str, ...]
    workshop: Row
    program: list[Row]
    papers: list[Row]
    signs: Row
    orders: Row
    attendees: list[Row] = field(default_factory=list)
    tables: frozenset[str] = frozenset()

    def files(self) -> dict[str, str]:
        """Return the files of `data/` by name."""
        found = {"workshop.yaml": _yaml(self.workshop)}
        if self.orders:
            found["print.yaml"] = _yaml(self.orders)
        if self.program:
            found["program.yaml"] = _yaml({"sessions": self.program})
        if self.papers:
            found |= self._papers()
        if self.signs:
            found["signs.yaml"] = _yaml(self.signs)
        if self.attendees:
            found["attendees.csv"] = _csv(self.attendees)
        if f'"{LOGO}"' in found["workshop.yaml"]:
            found[LOGO] = _PICTURE
        return found

    def _papers(self) -> dict[str, str]:
        papers, found = self.papers, {}
        if "authors" in self.tables:
            if rows := list(_rows_of_authors(papers)):
                found["authors.csv"] = _csv(rows)
            papers = [{k: v for k, v in paper.items() if k != "authors"} for paper in papers]
        if "papers" in self.tables:
            return found | {"papers.csv": _csv([_in_cells(paper) for paper in papers])}
        return found | {"papers.yaml": _yaml({"papers": papers})}


def _rows_of_authors(papers: Sequence[Row]) -> Iterator[Row]:
    for paper in papers:
        for author in paper.get("authors", ()):
            yield {"paper": paper["id"]} | ({"name": author} if isinstance(author, str) else author)


def _in_cells(paper: Row) -> Row:
    """Return a paper as a table has it, whose authors are names."""
    cells = {key: "true" if value is True else value for key, value in paper.items()}
    if "boards" in paper:
        cells["boards"] = "; ".join(f"{name}: {board}" for name, board in paper["boards"].items())
    for key in ("authors", "awards"):
        if key in paper:
            cells[key] = " | ".join(paper[key])
    return cells


def _yaml(data: object) -> str:
    """Return data as YAML whose texts are all in quotes: JSON, a value a line."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)


def _csv(rows: Sequence[Row]) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
