"""Holds the house's order: imports go down only, and an engine has one importer."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mi_print

SOURCE = Path(mi_print.__file__).parent

FLOORS = (
    {"problem", "errors", "units", "resources", "__init__"},
    {"processes"},
    {"source"},
    {"trade"},
    {"event"},
    {"layout"},
    {"press"},
    {"series"},
    {"products"},
    {"cli"},
)
"""From the ground up; a room imports from its own floor and those below."""

ASIDE = {"preflight": {*FLOORS[0], "processes", "trade", "preflight"}}
"""A room beside the others, and all that it may import: it reads files as a stranger."""

ENGINES = {
    "weasyprint": ("layout/boxes.py", "layout/typeset.py"),
    "jinja2": "layout/environment.py",
    "_cffi_backend": "layout/pango_abi.py",
    "fontTools": "layout/coverage.py",
    "qrcode": "layout/qr.py",
    "uharfbuzz": "series/font_file.py",
    "yaml": "source/yaml_text.py",
    "typer": "cli/app.py",
    "rich": "cli/report.py",
    "pypdfium2": "preflight/pictures.py",
    "zxingcpp": ("preflight/codes.py", "series/code_stream.py"),
    "reportlab": "press/marks.py",
}
"""The one file that imports each third-party engine; of WeasyPrint one sets, one reads back."""

LIBRARIES = {"pydantic", "pydantic_core", "markupsafe", "numpy", "PIL"}
"""What any file may import: they are part of the language we write in."""

SURGEONS = ("press/", "series/", "preflight/", "products/editions.py")
"""Where finished PDFs are cut up with pikepdf."""


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


IMPORTS = {
    path.relative_to(SOURCE).as_posix(): sorted(set(imported(path)))
    for path in sorted(SOURCE.rglob("*.py"))
}


def floor(room: str) -> int:
    if room in ASIDE:
        return floor("products")
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


@pytest.mark.parametrize("file", IMPORTS)
def test_imports_go_down_only(file: str) -> None:
    own = floor(file.partition("/")[0].removesuffix(".py"))
    ours = [name.split(".")[1] for name in IMPORTS[file] if name.startswith("mi_print.")]
    rooms = {room for room in ours if (SOURCE / room).is_dir() or (SOURCE / f"{room}.py").exists()}
    assert [room for room in sorted(rooms) if floor(room) > own] == []
    aside = ASIDE.get(file.partition("/")[0], rooms)
    assert rooms <= aside


def test_pdfs_are_cut_up_in_few_rooms() -> None:
    users = [
        file for file, names in IMPORTS.items() if "pikepdf" in {n.split(".")[0] for n in names}
    ]
    assert [file for file in users if not file.startswith(SURGEONS)] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_has_one_importer(engine: str) -> None:
    importers = [
        file for file, names in IMPORTS.items() if engine in {name.split(".")[0] for name in names}
    ]
    wanted = ENGINES[engine]
    assert importers == ([wanted] if isinstance(wanted, str) else list(wanted))


def test_every_third_party_import_is_known() -> None:
    roots = {name.split(".")[0] for names in IMPORTS.values() for name in names}
    assert roots - sys.stdlib_module_names <= {"mi_print", "pikepdf", *ENGINES, *LIBRARIES}
