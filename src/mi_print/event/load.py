"""Loads `data/`: every problem of every file in one go, and one immutable event.

Nothing after this opens a data file.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from mi_print.event.checks import check
from mi_print.event.draft import Draft
from mi_print.event.model import Event, Paper, Papers
from mi_print.event.schema import MODELS
from mi_print.problem import Problem, error, errors_of, in_order, shown_path
from mi_print.source import files, tables, yaml_text
from mi_print.source.places import Location, Source, written
from mi_print.source.shape import Shaped, shape
from mi_print.source.tables import Columns

_NEEDED = "workshop"
_PAPERS = Columns(
    known=tuple(Paper.model_fields),
    needed=tuple(name for name, about in Paper.model_fields.items() if about.is_required()),
    lists=frozenset({"authors"}),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the data and its place, for whoever must know what can be printed.

    Every text is here, ids and addresses too, since only the layouts know which
    of them they print.  `field` is the way to it in its file, such as
    `people[3].name`, counted from 0; `value` has the spelling (NFC, single
    spaces) of the event.
    """

    value: str
    field: str
    file: str
    line: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `data/` says: `event` is `None` if any of the problems is an error."""

    event: Event | None
    problems: list[Problem]
    texts: tuple[Text, ...]


def load(project: Path) -> Loaded:
    """Read and check the data of a project.  Bad data is reported, never raised."""
    sources, problems = _read(project)
    shaped = {name: shape(source, MODELS[name]) for name, source in sources.items()}
    problems += [problem for each in shaped.values() for problem in each.problems]
    parts = {name: each.parts for name, each in shaped.items()}
    whole = not errors_of(problems)
    problems += check(Draft(sources, parts, whole))
    event = None if errors_of(problems) else _event(shaped)
    return Loaded(event, in_order(problems), _texts(sources))


def _read(project: Path) -> tuple[dict[str, Source], list[Problem]]:
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name in MODELS:
        found = [path for path in _paths(project, name) if _is_there(path)]
        problems += _misplaced(project, name, found)
        for path in found[:1]:
            text = files.read(path, project)
            source = Source(shown_path(path, project))
            if isinstance(text, Problem):
                source.problems.append(text)
            else:
                source = _parsed(text, path, source.file)
            sources[name] = source
    return sources, problems


def _paths(project: Path, name: str) -> list[Path]:
    endings = (".yaml", ".csv") if name == "papers" else (".yaml",)
    return [project / "data" / (name + ending) for ending in endings]


def _is_there(path: Path) -> bool:
    try:
        return path.is_symlink() or path.exists()
    except OSError:
        return True  # a folder that can't be entered; reading will say so


def _misplaced(project: Path, name: str, found: list[Path]) -> list[Problem]:
    problems = []
    if name == _NEEDED and not found:
        file = shown_path(_paths(project, name)[0], project)
        hint = "name the folder of data/ with --project, or begin one with: mi-print init DIR"
        problems.append(error("missing-file", "there is no such file", hint, file=file))
    if len(found) > 1:
        file = shown_path(found[1], project)
        message = f"there is {shown_path(found[0], project)} too, and one of them says the papers"
        problems.append(error("two-files", message, "delete one of the two", file=file))
    other = project / "data" / f"{name}.yml"
    if _is_there(other):
        message = f"this file is not read; its name is {name}.yaml"
        file = shown_path(other, project)
        problems.append(error("wrong-name", message, "rename it", file=file))
    return problems


def _parsed(text: str, path: Path, file: str) -> Source:
    if path.suffix == ".csv":
        return tables.read(text, file, "papers", _PAPERS)
    return yaml_text.read(text, file)


def _event(shaped: Mapping[str, Shaped[BaseModel]]) -> Event:
    whole = {name: each.whole for name, each in shaped.items()}
    parts: dict[str, object] = {"workshop": whole["workshop"]}
    if "program" in whole:
        parts["program"] = whole["program"]
    papers = whole.get("papers")
    if isinstance(papers, Papers):
        parts["papers"] = papers.papers
    if "signs" in whole:
        parts["signs"] = whole["signs"]
    if "print" in whole:
        parts["orders"] = whole["print"]
    return Event.model_validate(parts)


def _texts(sources: Mapping[str, Source]) -> tuple[Text, ...]:
    return tuple(
        _text(source, location, value)
        for source in sources.values()
        for location, value in source.texts()
    )


def _text(source: Source, location: Location, value: str) -> Text:
    line, column = source.place(location) or (None, None)
    spelled = " ".join(unicodedata.normalize("NFC", value).split())
    return Text(spelled, written(location), source.file, line, column)
