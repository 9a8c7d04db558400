"""A bundled layout as files of a project: the same, or under another name."""

import re
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from mi_print.errors import InputError, TakenError, UsageError
from mi_print.event.string_types import Identifier
from mi_print.files import is_there
from mi_print.layout.package.find import SHARED
from mi_print.problem import error, shown_path
from mi_print.resources import LAYOUTS
from mi_print.source import project_files
from mi_print.source.wording import nearest

_TEMPLATE = ".html.j2"


def bundled_names() -> list[str]:
    """Return the names of the bundled layouts, and of the folder that they share."""
    return sorted(path.name for path in LAYOUTS.iterdir() if path.is_dir())


def copied_layout(name: str, project: Path, new: str | None = None) -> dict[Path, bytes]:
    """Return the files of a bundled layout by their paths in a project; none is written.

    Args:
        name: of the layout, or of the folder that all share.
        project: its folder.
        new: what the copy is called; without it like the layout, whose place it takes.  Templates
            that name the layout's own folder name the copy's.

    Raises:
        UsageError: there is no such layout, or it can't be called so.
        TakenError: the project has a layout of that name.
        InputError: its layouts lie outside the project.
    """
    if name not in bundled_names():
        hint = nearest(name, bundled_names())
        raise UsageError(f'no layout that comes with mi-print is called "{name}"', hint)
    called = name if new is None else _free_name(name, new)
    folder = project / "layouts"
    if not folder.resolve().is_relative_to(project.resolve()):
        shown = shown_path(folder, project)
        raise InputError(
            [error("outside", project_files.OUTSIDE, "put the folder itself here", file=shown)]
        )
    if is_there(folder / called):
        message = "this is there already, and a layout is copied over nothing"
        hint = "name the copy with --as NEW, or move it away"
        shown = shown_path(folder / called, project)
        raise TakenError([error("exists", message, hint, file=shown)])
    own = re.compile(rf"""(?<=["']){re.escape(name)}/""")
    files = {}
    for path in sorted((LAYOUTS / name).rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.name.endswith(_TEMPLATE):
                data = own.sub(f"{called}/", data.decode()).encode()
            files[folder / called / path.relative_to(LAYOUTS / name)] = data
    return files


def _free_name(name: str, new: str) -> str:
    if name == SHARED:
        hint = "copy it without --as: all layouts of the project take it by its name"
        raise UsageError(f"{SHARED} can't have another name", hint)
    try:
        TypeAdapter(Identifier).validate_python(new)
    except ValidationError as reason:
        fault = reason.errors()[0]
        said = str(fault["ctx"]["error"]) if "error" in fault.get("ctx", {}) else fault["msg"]
        message, _, hint = said.partition("; ")
        raise UsageError(message, hint) from reason
    if new.startswith((".", "_")):
        raise UsageError(f'"{new}" is no name of a layout', "begin it with a letter or a digit")
    if new != name and new in bundled_names():
        hint = "choose another, or copy that layout itself"
        raise UsageError(f'"{new}" is the name of another layout', hint)
    return new
