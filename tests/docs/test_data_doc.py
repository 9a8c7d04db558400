"""docs/data.md names every field of every file and every rule; its traps are traps."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from mi_print.event.json_schema import MODELS
from mi_print.event.model import (
    Attendee,
    Kind,
    Papers,
    PrintOrders,
    Program,
    Role,
    Signs,
    Workshop,
)
from mi_print.layout.package.manifest import Manifest
from mi_print.layout.package.theme import LayoutTheme
from mi_print.rule_catalog import CHECKED, IMPORTED, IMPOSED, MADE, rules
from mi_print.source import yaml_reader
from mi_print.trade.shops import Mark
from scripts.rule_tables import written

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "data.md").read_text("utf-8")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TOLD = set(re.findall(r"`([^`]+)`", _FENCED.sub("", TEXT)))

_RULE_AT = {"error": 0, "warning": 0, "note": 0, "_stop": 0, "CellError": 0, "refuse": 1}
"""By the name of a function that says a problem: which argument is the rule."""


def section(file: str) -> str:
    """Return what the document says of one file."""
    found = [part for part in TEXT.split("\n## ") if file in part.partition("\n")[0]]
    assert len(found) == 1
    return found[0]


def models(kind: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation holds, and those in them."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for about in kind.model_fields.values():
            yield from models(about.annotation)
    for inner in get_args(kind):
        yield from models(inner)


@pytest.mark.parametrize(
    ("file", "model"),
    [
        ("workshop.yaml", Workshop),
        ("program.yaml", Program),
        ("papers.yaml", Papers),
        ("print.yaml", PrintOrders),
        ("attendees.csv", Attendee),
        ("signs.yaml", Signs),
    ],
)
def test_every_field_is_told_and_marked_if_it_is_needed(file: str, model: type[BaseModel]) -> None:
    said = section(file)
    for part in models(model):
        for name, about in part.model_fields.items():
            mark = f"**`{name}`**" if about.is_required() else f"`{name}`"
            assert mark in said, f"{part.__name__}.{name}"


@pytest.mark.parametrize("words", [Role, Kind])
def test_every_word_to_choose_from_is_told(words: type[Role | Kind]) -> None:
    assert {str(word) for word in words} <= TOLD


BOUNDS = {
    "array": "maxItems",
    "object": "maxProperties",
    "string": "maxLength",
    "integer": "maximum",
    "number": "maximum",
}
FORMS = ("pattern", "format", "enum", "const")
"""What bounds a text besides: a length and a distance have a pattern, a day a format."""


def bounds(schema: object, path: str = "") -> Iterator[tuple[str, int | None]]:
    """Yield each key of a JSON Schema that may be long or large, and its bound if it has one."""
    if isinstance(schema, list):
        for each in schema:
            yield from bounds(each, path)
    if not isinstance(schema, dict):
        return
    closed = "properties" in schema or any(form in schema for form in FORMS)
    if (name := BOUNDS.get(str(schema.get("type")))) and not closed:
        yield path, schema.get(name)
    for key, inner in schema.items():
        if key in {"properties", "$defs"}:
            for name, each in inner.items():
                yield from bounds(each, name)
        elif key not in {"default", "examples", "propertyNames"}:
            yield from bounds(inner, path)


@pytest.mark.parametrize("model", [*MODELS.values(), Attendee, Manifest, LayoutTheme])
def test_every_list_text_and_number_has_an_upper_bound(model: type[BaseModel]) -> None:
    found = [path for path, most in bounds(model.model_json_schema()) if most is None]
    assert found == [], "write max_length= or le=; docs/data.md lists those of lists"


def test_the_bounds_of_lists_are_told() -> None:
    (table,) = re.findall(r"^\| list \|.*?\n\n", TEXT, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| (`.*?|rows of .*?) \| ([\d,]+) \|$", table, re.MULTILINE)
    told = {
        (name, int(most.replace(",", "")))
        for names, most in rows
        for name in re.findall(r"`(\w+)`(?! and)", names)
    }
    meant = {
        (about.alias or name, each.max_length)
        for model in MODELS.values()
        for part in models(model)
        for name, about in part.model_fields.items()
        for each in about.metadata
        if hasattr(each, "max_length") and re.search(r"\b(tuple|dict)\[", str(about.annotation))
    } - {("marks", len(Mark))}
    assert meant <= told


def said_rules() -> Iterator[tuple[str, str]]:
    """Yield each rule that is written out in the source, but those on finished files.

    With it the name of the function that says it.
    """
    for path in (ROOT / "src").rglob("*.py"):
        if "preflight" in path.relative_to(ROOT).parts:  # docs/preflight.md tells of those
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = str(getattr(node.func, "attr", None) or getattr(node.func, "id", ""))
                at = _RULE_AT.get(called)
                rule = node.args[at] if at is not None and len(node.args) > at else None
                if isinstance(rule, ast.Constant) and isinstance(rule.value, str):
                    yield rule.value, called


def test_every_rule_is_told() -> None:
    found = {rule for rule, _ in said_rules()}
    assert {"overlap", "surprise", "glyph", "usage"} <= found
    assert found - rules().keys() == set(), "add it to src/mi_print/rule_catalog.py"


def test_a_rule_has_the_severity_that_is_told() -> None:
    wrong = {
        rule
        for rule, called in said_rules()
        if ("warning" if called == "warning" else "error") not in rules()[rule].severity
    }
    assert wrong == set()


def test_every_rule_that_is_told_exists() -> None:
    source = "".join(
        path.read_text("utf-8")
        for path in (ROOT / "src").rglob("*.py")
        if path.name != "rule_catalog.py"
    )
    assert {rule for rule in rules() if f'"{rule}"' not in source} == set()


def test_the_tables_are_those_of_the_catalogue() -> None:
    assert written(TEXT) == TEXT, "run: python -m scripts.rule_tables"


def test_no_rule_stands_twice() -> None:
    names = [name for part in (*CHECKED.values(), MADE, IMPORTED, IMPOSED) for name in part]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "value", ["9:30", "No", "007", "1_000", "0x1F", ".5", "null", "~", "Grids: A Survey", "#1"]
)
def test_the_traps_are_errors(value: str) -> None:
    assert yaml_reader.read(f"key: {value}\n", "a.yaml").problems
    assert value in TEXT
    cured = yaml_reader.read(f'key: "{value}"\n', "a.yaml")
    assert (cured.value, cured.problems) == ({"key": value}, [])
