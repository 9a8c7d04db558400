"""One file of `data/`: where it may lie, and what it says.

The shops and stocks of a project are read here by themselves too: who needs no more of the
data is not to wait until all its models are imported.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from mi_print.errors import InputError
from mi_print.files import is_there
from mi_print.problem import Problem, error, in_order, shown_path
from mi_print.source import csv_table, project_files, yaml_reader
from mi_print.source.csv_table import Columns
from mi_print.source.located_values import Source
from mi_print.source.validate import validate
from mi_print.trade.shops import Shop, Shops, shops
from mi_print.trade.stocks import Stock, Stocks, stocks

SHOPS, STOCKS = "shops", "stocks"
TABLES = frozenset({"authors"})
"""Those files that are CSV alone."""
_NEEDED = "workshop"


def shops_of(project: Path) -> dict[str, Shop]:
    """Return the shops that a project can order from, for whoever needs no more of its data.

    A project's own take the place of the trade's of the same name; the first stays first.

    Raises:
        InputError: `data/shops.yaml` can't be read or is wrong; the trade's shops
            alone could be the wrong ones.
    """
    return all_shops(_alone(project, SHOPS, Shops))


def stocks_of(project: Path) -> dict[str, Stock]:
    """Return the stocks that a project can print on: the trade's, and its own.

    Raises:
        InputError: `data/stocks.yaml` can't be read or is wrong.
    """
    return all_stocks(_alone(project, STOCKS, Stocks))


def _alone(project: Path, name: str, model: type[BaseModel]) -> BaseModel | None:
    source, problems = read_file(project, name, {}, None)
    shaped = validate(source, model) if source else None
    problems += shaped.problems if shaped else ()
    if problems:
        raise InputError(in_order(problems))
    return shaped.whole if shaped else None


def read_file(
    project: Path, name: str, instead: Mapping[Path, str], columns: Columns | None
) -> tuple[Source | None, list[Problem]]:
    """Return a file, if it is there, and what is wrong with where it is.

    Args:
        project: its folder.
        name: the file's, without its ending.
        instead: files that would say something else, by their paths.
        columns: those of a file that may be a table.
    """
    endings = [".yaml"] * (name not in TABLES) + [".csv"] * (columns is not None)
    paths = [project / "data" / (name + ending) for ending in endings]
    found = [path for path in paths if path in instead or is_found(path)]
    problems = _misplaced(project, paths[0], found)
    if not found:
        return None, problems
    text = instead.get(found[0]) or project_files.read(found[0], project)
    file = shown_path(found[0], project)
    if isinstance(text, Problem):
        return Source(file, problems=[text]), problems
    if columns and found[0].suffix == ".csv":
        return csv_table.read(text, file, name, columns), problems
    return yaml_reader.read(text, file), problems


def is_found(path: Path) -> bool:
    """Return whether a file is there, or may be: in a folder that can't be entered."""
    try:
        return is_there(path)
    except OSError:
        return True  # reading will say so


def _misplaced(project: Path, meant: Path, found: list[Path]) -> list[Problem]:
    problems = []
    name, table = meant.stem, meant.stem in TABLES
    if name == _NEEDED and not found:
        file = shown_path(meant, project)
        hint = "name the folder of data/ with --project, or begin one with: mi-print init DIR"
        problems.append(error("missing-file", "there is no such file", hint, file=file))
    if len(found) > 1:
        file = shown_path(found[1], project)
        message = f"there is {shown_path(found[0], project)} too, and one of them says the papers"
        problems.append(error("two-files", message, "delete one of the two", file=file))
    for ending in (".yml", ".yaml") if table else (".yml",):
        other = meant.with_suffix(ending)
        if os.path.lexists(other):  # a folder that can't be entered holds nothing to rename
            message = f"this file is not read; its name is {meant.name}"
            hint = "save it there as CSV (UTF-8)" if table else "rename it"
            file = shown_path(other, project)
            problems.append(error("wrong-name", message, hint, file=file))
    return problems


def all_shops(own: BaseModel | None) -> dict[str, Shop]:
    """Return the trade's shops, and a project's own."""
    return shops() | (own.shops if isinstance(own, Shops) else {})


def all_stocks(own: BaseModel | None) -> dict[str, Stock]:
    """Return the trade's stocks, and a project's own."""
    return stocks() | (own.by_name if isinstance(own, Stocks) else {})
