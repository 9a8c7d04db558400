"""Layouts: found by name, read, and checked.

A layout of a project's own `layouts/` goes before the bundled one of its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import InputError, UsageError
from mi_print.files import real_path
from mi_print.layout.package.manifest import Manifest
from mi_print.layout.package.theme import LayoutTheme
from mi_print.problem import Problem, error, shown_path
from mi_print.resources import LAYOUTS
from mi_print.source import project_files
from mi_print.source.read_model import read_model
from mi_print.trade.sizes import sizes

SHARED = "_shared"

_NO_MANIFEST = "write it, or take the folder away for the layout that comes with mi-print"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout's name, its folder and its manifest."""

    name: str
    folder: Path
    manifest: Manifest

    @property
    def bundled(self) -> bool:
        """Whether it comes with mi-print."""
        return real_path(self.folder).is_relative_to(LAYOUTS.resolve())


def find_folder(name: str, folders: Sequence[Path]) -> Path | None:
    """Return the layout of this name in the first of the folders that has it.

    Raises:
        InputError: it is a link that leads out of the project, and not to a bundled layout.
    """
    if not name or "/" in name or "\\" in name or name.startswith("."):
        return None
    parent = next((parent for parent in folders if (parent / name).is_dir()), None)
    if parent is None:
        return None
    folder, project = parent / name, parent.parent
    real = real_path(folder)
    if real.is_relative_to(LAYOUTS):
        return real
    if not real.is_relative_to(real_path(project)):
        file = shown_path(folder, project)
        raise InputError(
            [error("outside", project_files.OUTSIDE, "put the folder itself here", file=file)]
        )
    return folder


def layout_folders(project: Path) -> list[Path]:
    """Return the folders of layouts, the project's first."""
    own = project / "layouts"
    return [own, LAYOUTS] if real_path(own) != LAYOUTS.resolve() else [LAYOUTS]


def names(project: Path) -> list[str]:
    """Return the names of all layouts that the project can use."""
    found = {
        path.parent.name
        for folder in layout_folders(project)
        for path in folder.glob("*/layout.yaml")
    }
    return sorted(found)


def layout(name: str, project: Path) -> Layout:
    """Return the layout of this name.

    Raises:
        UsageError: there is none.
        InputError: its manifest is missing or wrong.
    """
    folder = find_folder(name, layout_folders(project))
    if folder is None:
        raise UsageError(
            f"there is no layout called {name}", f"there are: {', '.join(names(project))}"
        )
    path = folder / "layout.yaml"
    if not path.exists():
        message, file = "this layout has no manifest", shown_path(path, project)
        raise InputError([error("missing-file", message, _NO_MANIFEST, file=file)])
    manifest = read_model(path, Manifest, home_of(folder, project))
    unknown = [size for size in manifest.sizes if size not in sizes()]
    if unknown:
        file = shown_path(path, project)
        hint = f"the trade's sizes are: {', '.join(sizes())}"
        raise InputError(
            [error("size", f"no size is called {n}", hint, file=file) for n in unknown]
        )
    return Layout(name, folder, manifest)


def theme(project: Path) -> LayoutTheme:
    """Return the shared theme of the project's layouts.

    Steps of the type scale that a project's own theme does not have are ours: it may be a copy
    of an earlier release, which has none for layouts that came later.
    """
    folder, ours = shared(project), LAYOUTS / SHARED
    found = read_model(folder / "theme.yaml", LayoutTheme, home_of(folder, project))
    if folder == ours:
        return found
    bundled = read_model(ours / "theme.yaml", LayoutTheme, LAYOUTS)
    return found.model_copy(update={"type": {**bundled.type, **found.type}})


def shared(project: Path) -> Path:
    """Return the folder that all layouts share."""
    folder = find_folder(SHARED, layout_folders(project))
    if folder is None:
        raise InputError([_no_shared()])
    return folder


def _no_shared() -> Problem:
    return error("layout", "there is no layouts/_shared", "reinstall mi-print")


def text_of(path: Path, project: Path) -> str:
    """Return the text of a layout's file.

    Raises:
        InputError: it can't be read.
    """
    text = project_files.read(path, home_of(path, project))
    if isinstance(text, Problem):
        raise InputError([text])
    return text


def home_of(path: Path, project: Path) -> Path:
    """Return the folder that a layout's file must lie in: the project, or the bundled layouts."""
    return project if path.is_relative_to(project) else LAYOUTS


def roots(project: Path) -> list[Path]:
    """Return the folders that a layout may read from."""
    return [project, LAYOUTS]
