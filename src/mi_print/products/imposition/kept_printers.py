"""The printers that a user has measured, in `$XDG_CONFIG_HOME/mi-print/printers.yaml`."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from mi_print import files
from mi_print.errors import InputError, UsageError, of_machine
from mi_print.problem import Problem, error
from mi_print.source import project_files, yaml_reader
from mi_print.source.validate import validate
from mi_print.source.wording import nearest
from mi_print.trade.printers import Printer, Printers, written


def printers_file(environment: Mapping[str, str]) -> Path:
    """Return where printers are kept.

    A relative `XDG_CONFIG_HOME` counts as none, as its specification asks.

    Raises:
        InputError: there is no home.
    """
    given = Path(environment.get("XDG_CONFIG_HOME", ""))
    try:
        folder = given if given.is_absolute() else Path.home() / ".config"
    except RuntimeError as reason:
        hint = "name a folder with XDG_CONFIG_HOME"
        raise InputError([error("unreadable", "there is no home to keep it in", hint)]) from reason
    return files.real_path(folder / "mi-print" / "printers.yaml")


def kept_printers(environment: Mapping[str, str] = os.environ) -> dict[str, Printer]:
    """Return the printers by name; none if nothing is kept.

    Raises:
        InputError: the file can't be read, or is wrong; all its problems.
    """
    path = printers_file(environment)
    try:
        if not files.is_there(path):
            return {}
    except OSError:
        pass  # a folder that can't be entered; reading will say so
    text = project_files.read(path, path.parent)
    if isinstance(text, Problem):
        raise InputError([replace(text, file=str(path))])
    shaped = validate(yaml_reader.read(text, str(path)), Printers)
    if shaped.whole is None:
        raise InputError(shaped.problems)
    return shaped.whole.printers


def kept_printer(name: str, environment: Mapping[str, str] = os.environ) -> Printer:
    """Return a printer.

    Raises:
        InputError: the file can't be read, or is wrong.
        UsageError: there is no such printer.
    """
    printers = kept_printers(environment)
    if name not in printers:
        measure = "measure it with mi-print calibrate"
        hint = f"{nearest(name, printers)}, or {measure}" if printers else measure
        raise UsageError(f'no printer "{name}" is kept', hint.removeprefix(", or "))
    return printers[name]


def keep(printers: dict[str, Printer], environment: Mapping[str, str] = os.environ) -> Path:
    """Write the printers in place of those that were kept, and return where.

    Raises:
        InputError: the file can't be written.
        MissingError: there is no room for it.
    """
    path = printers_file(environment)
    try:
        files.write_whole({path: written(printers).encode()})
    except OSError as reason:
        if trouble := of_machine(reason, f"{path} can't be written"):
            raise trouble from reason
        message = f"this can't be written: {reason.strerror}"
        hint = "name a folder in which you may write with XDG_CONFIG_HOME"
        raise InputError([error("unwritable", message, hint, file=str(path))]) from reason
    return path
