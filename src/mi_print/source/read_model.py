"""Reads a YAML file as a pydantic model: the trade's tables, layouts' manifests and themes.

All get the same messages with file:line:column.
"""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from mi_print.errors import InputError
from mi_print.problem import Problem, shown_path
from mi_print.source import project_files, yaml_reader
from mi_print.source.validate import validate

AnyModel = TypeVar("AnyModel", bound=BaseModel)


def read_model(path: Path, model: type[AnyModel], root: Path) -> AnyModel:
    """Return what a YAML file says as `model`.

    Args:
        path: the file.
        model: the pydantic model that it must fit.
        root: the folder that the file must lie in, and problems name it relative to.

    Raises:
        InputError: it can't be read or does not fit; all its problems.
    """
    text = project_files.read(path, root)
    if isinstance(text, Problem):
        raise InputError([text])
    shaped = validate(yaml_reader.read(text, shown_path(path, root)), model)
    if shaped.whole is None:
        raise InputError(shaped.problems)
    return shaped.whole
