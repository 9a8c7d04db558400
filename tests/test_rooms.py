"""The order of the package: imports go down only, and an engine has one importer."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import mi_print

SOURCE = Path(mi_print.__file__).parent

FLOORS = (
    {
        *("problem", "rule_catalog", "errors", "units", "geometry", "resources", "files"),
        *("cache", "collection", "ending", "__init__"),
    },
    {"processes"},
    {"source"},
    {"trade"},
    {"language"},
    {"event"},
    {"importers"},
    {"layout"},
    {"press"},
    {"series"},
    {"products"},
    {"reports"},
    {"cli", "__main__"},
)
"""From the ground up; a room imports from its own floor and those below."""

ASIDE = {"preflight": FLOORS[0] | {"processes", "source", "trade", "preflight"}}
"""A room beside the others, and all that it may import: it knows nothing of what wrote a file."""

ENGINES = {
    "weasyprint": tuple(
        f"layout/typeset/{name}.py"
        for name in ("amendments", "boxes", "quick_styles", "typesetter")
    ),
    "tinyhtml5": "layout/typeset/quick_styles.py",
    "jinja2": "layout/template_api/templates.py",
    "_cffi_backend": "layout/text/pango_abi.py",
    "fontTools": "layout/text/coverage.py",
    "pyphen": "layout/text/hyphenation.py",
    "uharfbuzz": "layout/text/shaping/font_file.py",
    "python_calamine": "importers/files/workbook.py",
    "defusedxml": "importers/files/markup.py",
    "markdown_it": ("importers/schedule/plain_text.py", "importers/site/markdown_page.py"),
    "icalendar": "importers/schedule/calendar_file.py",
    "ruamel": "importers/merging/yaml_file.py",
    "yaml": "source/yaml_reader.py",
    "babel": "language/cldr.py",
    "pylatexenc": "event/latex/unicode_text.py",
    "typer": ("cli/app.py", "cli/impose_command.py", "cli/make_commands.py"),
    "rich": "cli/terminal.py",
    "pypdfium2": "preflight/raster/render.py",
    "qrcode": "layout/qr.py",
    "zxingcpp": ("layout/qr.py", "preflight/raster/qr.py"),
    "reportlab": ("press/calibration/draw_sheet.py", "press/marks.py"),
}
"""The one file that imports each third-party engine; of WeasyPrint one sets, one reads back,
two amend, and of Typer one has the commands that make products."""

LIBRARIES = {"pydantic", "pydantic_core", "markupsafe", "numpy", "PIL"}
"""What any file may import: they stand for types of values, and not for an engine."""

PDF_ROOMS = ("press/", "series/", "preflight/")
"""Where finished PDFs are read and changed with pikepdf."""


FILES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


@cache
def parsed(file: str) -> ast.Module:
    return ast.parse((SOURCE / file).read_text("utf-8"))


@cache
def imported(file: str) -> list[str]:
    return sorted(set(_imported(file)))


def _imported(file: str) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(room: str) -> int:
    if room in ASIDE:
        return floor("products")
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


@pytest.mark.parametrize("file", FILES)
def test_imports_go_down_only(file: str) -> None:
    own = floor(file.partition("/")[0].removesuffix(".py"))
    ours = [name.split(".")[1] for name in imported(file) if name.startswith("mi_print.")]
    rooms = {room for room in ours if (SOURCE / room).is_dir() or (SOURCE / f"{room}.py").exists()}
    assert [room for room in sorted(rooms) if floor(room) > own] == []
    aside = ASIDE.get(file.partition("/")[0], rooms)
    assert rooms <= aside


def test_few_rooms_read_and_change_pdfs() -> None:
    users = [file for file in FILES if "pikepdf" in {n.split(".")[0] for n in imported(file)}]
    assert [file for file in users if not file.startswith(PDF_ROOMS)] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_has_one_importer(engine: str) -> None:
    importers = [
        file for file in FILES if engine in {name.split(".")[0] for name in imported(file)}
    ]
    wanted = ENGINES[engine]
    assert importers == ([wanted] if isinstance(wanted, str) else list(wanted))


def test_every_third_party_import_is_known() -> None:
    roots = {name.split(".")[0] for file in FILES for name in imported(file)}
    assert roots - sys.stdlib_module_names <= {"mi_print", "pikepdf", *ENGINES, *LIBRARIES}


MOST_MODULES = 15
"""A folder with more is usually two."""

APART = {"docs", "pictures", "setup", "attack", "generated", "programs"}
"""Folders of tests that are about more than one room."""


def module_of(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def own_imports(file: str, modules: set[str]) -> set[str]:
    """Return the modules of ours that a file imports, for types alone too."""
    names = [name.removeprefix("mi_print.") for name in imported(file)]
    found = {name if name in modules else name.rpartition(".")[0] for name in names}
    return (found & modules) - {module_of(file)}


def test_there_is_no_circle() -> None:
    modules = {module_of(file) for file in FILES}
    reached = {module_of(file): own_imports(file, modules) for file in FILES}
    for _ in range(len(reached).bit_length()):
        reached = {
            each: direct.union(*(reached[other] for other in direct))
            for each, direct in reached.items()
        }
    circles = {
        frozenset(other for other in reached[each] if each in reached[other])
        for each in reached
        if each in reached[each]
    }
    assert circles == set()


def test_no_folder_has_many_modules() -> None:
    folders = [path for path in (SOURCE, *SOURCE.rglob("*")) if path.is_dir()]
    modules = {path: {each.stem for each in path.glob("*.py")} - {"__init__"} for path in folders}
    assert [path.name for path in folders if len(modules[path]) > MOST_MODULES] == []


def test_every_folder_says_what_it_does() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    inits = [path / "__init__.py" for path in sorted(folders)]
    assert [
        path for path in inits if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ] == []


def definitions() -> Iterator[tuple[str, str, str]]:
    """Yield name, file and meaning of each class and each alias of a type."""
    for file in FILES:
        for node in parsed(file).body:
            if isinstance(node, ast.ClassDef):
                yield node.name.lstrip("_"), file, file
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if isinstance(node, ast.AnnAssign):
                target = node.target
            if not isinstance(node, ast.Assign | ast.AnnAssign) or not isinstance(target, ast.Name):
                continue
            name = target.id.lstrip("_")
            if node.value and name[:1].isupper() and not name.isupper():
                yield name, file, ast.unparse(node.value)


def test_a_noun_has_one_meaning() -> None:
    meanings: dict[str, set[str]] = {}
    for name, _, meaning in definitions():
        meanings.setdefault(name, set()).add(meaning)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


def test_a_test_is_found_by_its_module() -> None:
    here = Path(__file__).parent
    lost = []
    for path in sorted(here.rglob("test_*.py")):
        folder = path.parent.relative_to(here)
        if path == Path(__file__) or (folder.parts[:1] and folder.parts[0] in APART):
            continue
        about = path.stem.removeprefix("test_")
        modules = [each.stem for each in (SOURCE / folder).glob("*.py")]
        if not any(about == name or about.startswith(f"{name}_") for name in modules):
            lost.append(path.relative_to(here).as_posix())
    assert lost == []
