"""`mi-print init`, `layout`, and `schema`: write files to start from."""

import shlex
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from mi_print.cli.terminal import print_result, print_text
from mi_print.errors import ExitCode, UsageError
from mi_print.event.json_schema import schemas
from mi_print.event.starter import StarterOptions, start_project
from mi_print.event.string_types import Language
from mi_print.files import real_path
from mi_print.layout.package import find
from mi_print.layout.package.copied_layout import copied_layout
from mi_print.problem import shown_path
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
        print_result(str(folder / path.relative_to(real_path(folder))))
    print_result("")
    print_result(f"Now write your workshop into {folder / 'data'}, and then:")
    for command in ("check", "all"):
        print_result(f"    mi-print --project {shlex.quote(str(folder))} {command}")
    return ExitCode.DONE


def layout(name: str, project: Path, new: str | None) -> int:
    """Copy a bundled layout into the project and print how it is ordered."""
    files = copied_layout(name, project, new)
    put_in_place(files)
    for path in files:
        print_result(shown_path(path, project))
    print_text(f"\n{_next_step(name, project, new)}")
    return ExitCode.DONE


def _next_step(name: str, project: Path, new: str | None) -> str:
    if name == find.SHARED:
        return "All layouts of this project now take theme, macros, and styles from there."
    if new in {None, name}:
        return f"It is now taken in place of the layout {name} that comes with mi-print."
    manifest = find.layout(name, project).manifest
    order = f"{{layout: {new}}}"
    if manifest.kind:
        order = f"{{kinds: {{{manifest.kind}: {order}}}}}"
    return f"Order it in data/print.yaml:\n    {manifest.product}: {order}"


def schema(folder: Path) -> int:
    """Write the schemas into the folder, over older ones."""
    written = {folder / name: data for name, data in schemas().items()}
    put_in_place(written)
    for path in written:
        print_result(str(path))
    return ExitCode.DONE
