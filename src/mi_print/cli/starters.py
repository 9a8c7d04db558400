"""`mi-print init`, `layout`, and `schema`: write files to start from."""

import shlex
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from mi_print.cli.terminal import print_result
from mi_print.errors import ExitCode, UsageError
from mi_print.event.json_schema import schemas
from mi_print.event.starter import StarterOptions, start_project
from mi_print.event.string_types import Language
from mi_print.products.output import put_in_place


def init(folder: Path, options: StarterOptions) -> int:
    """Start a project in the folder and print the next commands."""
    if options.lang is not None:
        try:
            TypeAdapter(Language).validate_python(options.lang)
        except ValidationError as reason:
            message, _, hint = str(reason.errors()[0]["ctx"]["error"]).partition("; ")
            raise UsageError(message, hint) from reason
    for path in start_project(folder, options):
        print_result(str(folder / path.relative_to(folder.resolve())))
    print_result(f"\nNow write your workshop into {folder / 'data'}, and then:")
    for command in ("check", "all"):
        print_result(f"    mi-print --project {shlex.quote(str(folder))} {command}")
    return ExitCode.DONE


def schema(folder: Path) -> int:
    """Write the schemas into the folder, over older ones."""
    written = {folder / name: data for name, data in schemas().items()}
    put_in_place(written)
    for path in written:
        print_result(str(path))
    return ExitCode.DONE
