"""docs/architecture.md names what exists, maps every folder, and its changes fit the files."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import mi_print
from mi_print.cli.make_commands import COMMANDS

SOURCE = Path(mi_print.__file__).parent
ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PROSE = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
CODE = list(dict.fromkeys(re.findall(r"`([^`\n]+)`", PROSE)))
HUNKS = re.findall(r"^(?:`([^`]+)`\n\n)?```diff\n(.*?)\n```$", TEXT, re.MULTILINE | re.DOTALL)
NEW = {path for path, hunk in HUNKS if path and all(row[:1] == "+" for row in hunk.split("\n"))}


def section(heading: str) -> str:
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows(heading: str) -> list[list[str]]:
    lines = [line for line in section(heading).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@cache
def names(module: Path) -> frozenset[str]:
    """Return what a module defines, and by a dot what its classes do."""
    found: set[str] = set()
    for node in ast.parse(module.read_text("utf-8")).body:
        for name in defined(node):
            found.add(name)
            inner = node.body if isinstance(node, ast.ClassDef) else []
            found |= {f"{name}.{each}" for part in inner for each in defined(part)}
    return frozenset(found)


def defined(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


@cache
def classes() -> frozenset[str]:
    return frozenset(name for path in SOURCE.rglob("*.py") for name in names(path))


@cache
def file_names() -> frozenset[str]:
    folders = ("assets", "data", "docs", "layouts", "src")
    return frozenset(path.name for each in folders for path in (ROOT / each).rglob("*"))


def exists(code: str) -> bool:
    """Tell whether what stands in backticks is something of ours."""
    word, _, rest = code.partition(" ")
    if word in {"make", "mi-print"}:
        text = (ROOT / "Makefile").read_text("utf-8")
        return f"\n{rest}:" in text if word == "make" else rest in COMMANDS
    if word.startswith("--"):
        return f"`{word}" in (ROOT / "README.md").read_text("utf-8")
    path, _, name = code.partition(".")
    module = SOURCE / f"{path}.py"
    if module.is_file() and (not name or name in names(module)):
        return True
    places = (ROOT / code, SOURCE / code)
    return code in NEW | classes() | file_names() or any(place.exists() for place in places)


def test_what_stands_in_backticks_exists() -> None:
    assert len(CODE) > 150
    assert [code for code in CODE if not exists(code)] == []


@pytest.mark.parametrize("code", ["products/run.walk", "products/ran", "make haste", "--hasty"])
def test_what_does_not_exist_is_found(code: str) -> None:
    assert not exists(code)


def test_every_folder_is_on_the_map_once() -> None:
    mapped = [each for row in rows("The map") for each in re.findall(r"`([^`]+/)`", row[0])]
    there = {path.parent.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")}
    assert sorted(mapped) == sorted(f"{each}/" for each in there - {"."})


def test_the_ground_is_on_the_map() -> None:
    ground = re.findall(r"`([^`]+)`", rows("The map")[0][0])
    assert sorted(ground) == sorted(path.stem for path in SOURCE.glob("[!_]*.py"))


def test_a_word_of_the_glossary_has_one_meaning() -> None:
    glossary = rows("The glossary")
    for column in range(3):
        cells = [row[column].casefold() for row in glossary]
        assert [cell for cell in cells if cells.count(cell) > 1] == []
    assert len(glossary) > 40


def test_tests_that_are_to_be_run_are_there() -> None:
    paths = re.findall(
        r"tests/[\w./]+", " ".join(re.findall(r"^    pytest .*$", TEXT, re.MULTILINE))
    )
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_worked_changes_fit_the_files() -> None:
    changed: dict[str, str] = {}
    path = ""
    for named, hunk in HUNKS:
        path = named or path
        lines = hunk.split("\n")
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
        if path in NEW:
            assert not (ROOT / path).exists()
            continue
        before = changed.get(path) or (ROOT / path).read_text("utf-8")
        assert before.count(old) == 1, f"{path}: {old}"
        changed[path] = before.replace(old, new)
    assert len(changed) > 8
    for each, text in changed.items():
        if each.endswith(".py"):
            ast.parse(text, each)
