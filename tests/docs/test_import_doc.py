"""docs/import.md names every format, option, and rule; its example is the code."""

import re
from pathlib import Path

import typer

from mi_print.cli.app import app
from mi_print.importers.all_importers import IMPORTERS
from mi_print.rule_catalog import IMPORTED

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "import.md").read_text("utf-8")


def test_every_kind_and_format_is_named() -> None:
    words = {word for each in IMPORTERS for word in (each.kind, *each.formats)}
    assert {word for word in words if f"`{word}`" not in TEXT} == set()


def test_every_option_is_named() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined] # it is a group
    options = {opt for each in commands["import"].params for opt in each.opts if opt[:2] == "--"}
    assert {option for option in options if f"`{option}" not in TEXT} == set()


def test_every_rule_is_named() -> None:
    assert {rule for rule in IMPORTED if f"`{rule}`" not in TEXT} <= {"not-recognized"}


def test_the_example_is_the_code() -> None:
    found = re.findall(r"`(src/\S+)`\n\n```python\n(.*?)```", TEXT, re.DOTALL)
    assert len(found) == 1
    for path, code in found:
        assert code in (ROOT / path).read_text("utf-8")
