"""An event as its files have it: rows of keys and values, written as YAML and CSV."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

Row = dict[str, Any]

LOGO = "pictures/sample.svg"
"""The path of the picture that most have."""


def _svg(width: int, height: int, colour: str) -> bytes:
    area = f'<rect width="{width}" height="{height}" fill="{colour}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return f"{head}{area}</svg>".encode()


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (600, 400), "#B0C4DE").save(file, "PNG")
    return file.getvalue()


_PICTURES = {
    LOGO: _svg(40, 20, "#1D3F8F"),
    "pictures/tall.svg": _svg(10, 60, "#5A2A82"),
    "pictures/wide.svg": _svg(300, 20, "#222222"),
    "pictures/white.svg": _svg(30, 20, "#FFFFFF"),
    "pictures/raster.png": _png(),
}
PICTURES = tuple(_PICTURES)
"""The paths of pictures: of a usual shape, tall, wide, white, and a raster."""


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
        return found

    def pictures(self) -> dict[str, bytes]:
        """Return the pictures that the files name, by path."""
        workshop = _yaml(self.workshop)
        return {path: data for path, data in _PICTURES.items() if f'"{path}"' in workshop}

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
