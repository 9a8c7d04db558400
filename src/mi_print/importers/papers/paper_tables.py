"""Tables of papers: which of their columns say what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mi_print.event.text_checks.one_name import one_name
from mi_print.importers.files.export_table import ExportTable
from mi_print.importers.merging.joined_values import PLACED
from mi_print.importers.papers.source_paper import SourceAuthor, SourcePaper

_STRONG = re.compile(r"[;|\n]")
_WEAK = re.compile(r",(?:and\s)?|\sand\s")
_SEVERAL = "|"  # between the values of a cell of Mini-Conf
_LIKELY = 0.7

FIELDS = (
    *("id", "title", "authors", "session", "board", "type", "category", "topic", "abstract"),
    *("url", "status"),
)
"""The fields to which a column can be mapped."""


@dataclass(frozen=True)
class PaperTable:
    """A table of papers.

    Attributes:
        key: what `--as` calls it.
        name: what messages call it.
        marks: the columns by which it is known.
        fields: for fields of a paper the columns that say them; the first that there is counts.
    """

    key: str
    name: str
    marks: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]


BOARD_SHEET = PaperTable(
    key="board-sheet",
    name="a board sheet",
    marks=("Room Location", "Submission ID", "Poster session (final)", "Status", "Title"),
    fields={
        "id": ("Submission ID",),
        "title": ("Title",),
        "session": ("Poster session (final)",),
        "board": ("Room Location",),
        "category": ("Category (final)",),
        "abstract": ("Abstract",),
        "status": ("Status",),
    },
)
VENUE_SHEET = PaperTable(
    key="venue-sheet",
    name="a venue's sheet of boards",
    marks=("Poster session", "Poster board", "Paper number", "Presentation type", "Title"),
    fields={
        "id": ("Paper number",),
        "title": ("Title",),
        "session": ("Poster session",),
        "board": ("Poster board",),
        "type": ("Presentation type",),
        "topic": ("Primary topic",),
    },
)
MINI_CONF = PaperTable(
    key="mini-conf",
    name="papers of Mini-Conf",
    marks=("UID", "title", "authors", "sessions"),
    fields={
        "id": ("UID",),
        "title": ("title",),
        "authors": ("authors",),
        "session": ("sessions",),
        "abstract": ("abstract",),
    },
)
ANY_PAPERS = PaperTable(
    key="paper-table",
    name="a table of papers",
    marks=(),
    fields={
        "id": ("id", "Paper ID", "Paper number", "Submission ID", "Number"),
        "title": ("Title", "Paper title", "Titel"),
        "authors": ("Authors", "Author names", "Autoren"),
        "session": ("Session", "Poster session"),
        "board": ("Board", "Poster board", "Board number"),
        "type": ("Type", "Presentation type", "Decision type"),
        "category": ("Category", "Track"),
        "topic": ("Topic", "Primary topic", "Primary area"),
        "abstract": ("Abstract",),
        "url": ("URL", "Link"),
        "status": ("Status",),
    },
)
TABLES = (BOARD_SHEET, VENUE_SHEET, MINI_CONF)
"""Those that are known by their columns; any other is read by the usual words."""

KNOWN = frozenset(
    column.casefold()
    for each in (*TABLES, ANY_PAPERS)
    for columns in (each.marks, *each.fields.values())
    for column in columns
)
"""All columns that any of them knows, in small letters."""


class RecognizedPapers(NamedTuple):
    """A table, its form, and how sure that is."""

    table: ExportTable
    form: PaperTable
    sure: float

    @property
    def columns(self) -> tuple[set[str], list[str]]:
        """The fields that it has columns for, and the columns of which nothing is made."""
        fields = self.form.fields.items()
        said = {name for name, columns in fields if _has(self.table, columns)}
        read = {each.casefold() for _, columns in fields for each in columns}
        unread = [each for each in self.table.columns if each.casefold() not in read]
        return (said | {PLACED} if "session" in said else said), unread

    def __str__(self) -> str:
        """Return it in words."""
        if not self.form.marks:
            return f"{self.form.name} (by the usual names of columns)"
        gone = [each for each in self.form.marks if each.casefold() not in self.table.places]
        count = len(self.form.marks)
        share = f"{count - len(gone)} of {count} of its columns"
        how = f"likely: {share}, without {', '.join(gone)}" if gone else f"sure: {share}"
        return f"{self.form.name} ({how})"


def recognize(
    tables: Sequence[ExportTable], mapped: Mapping[str, str], only: str
) -> RecognizedPapers | None:
    """Return the table that is one of papers, as what it most surely is.

    Args:
        tables: those of a file.
        mapped: fields of papers by the columns that say them, given by hand.
        only: the one form, or the kind, that it may be; nothing, if it may be any.
    """
    found = []
    for table in tables:
        for form in TABLES:
            sure = sum(mark.casefold() in table.places for mark in form.marks) / len(form.marks)
            if sure >= _LIKELY and only in {"", "papers", form.key}:
                found.append(RecognizedPapers(table, _mapped(form, mapped), sure))
        anyhow = _mapped(ANY_PAPERS, mapped)
        there = {name for name, columns in anyhow.fields.items() if _has(table, columns)}
        if {"id", "title"} <= there and only in {"", "papers", anyhow.key}:
            found.append(RecognizedPapers(table, anyhow, 0.0))
    return max(found, key=lambda each: (each.sure, len(each.form.marks)), default=None)


def table_papers(table: ExportTable, form: PaperTable) -> Iterator[SourcePaper]:
    """Yield the papers of a table."""
    places = {
        name: next((table.places[each.casefold()] for each in columns if _has(table, [each])), None)
        for name, columns in form.fields.items()
    }
    for row in table.rows:
        values = {name: row.cells[at] for name, at in places.items() if at is not None}
        first, *more = (each.strip() for each in values.get("session", "").split(_SEVERAL))
        values["session"] = first
        authors = values.pop("authors", None)
        named = tuple(map(SourceAuthor, split_authors(authors))) if authors is not None else None
        yield SourcePaper(
            id=values.pop("id", ""),
            title=values.pop("title", ""),
            authors=named,
            line=row.line,
            more_sessions=tuple(filter(None, more)),
            **{name: value for name, value in values.items() if value},  # type: ignore[arg-type] # all are texts
        )


def split_authors(text: str) -> list[str]:
    """Return the names of a list: apart at semicolons or bars, else at commas and an and.

    One name with the family name first stays whole.
    """
    note = one_name(text)
    if note and note.meant:
        return [text]
    between = _STRONG if _STRONG.search(text) else _WEAK
    return list(filter(None, map(str.strip, between.split(text.strip(" ;|,")))))


def _has(table: ExportTable, columns: Sequence[str]) -> bool:
    return any(column.casefold() in table.places for column in columns)


def _mapped(form: PaperTable, mapped: Mapping[str, str]) -> PaperTable:
    by_hand = {name: (column,) for column, name in mapped.items()}
    return replace(form, fields={**form.fields, **by_hand})
