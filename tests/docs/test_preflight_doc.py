"""docs/preflight.md: its tables are what preflight does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_print.preflight.rules.catalog import PICTURE_RULES
from scripts.preflight_tables import PAGE, SEEN, caught, written
from tests.preflight.faults import FAULTS

TEXT = PAGE.read_text("utf-8")
SOURCE = Path(__file__).parents[2] / "src" / "mi_print" / "preflight"


def test_the_tables_are_those_of_the_tests() -> None:
    assert written(TEXT) == TEXT, "run: python -m scripts.preflight_tables"


def test_there_are_enough_faults() -> None:
    assert len(FAULTS) + len(SEEN) >= 45


@pytest.mark.parametrize("name", SEEN)
def test_a_fault_that_only_pictures_show_is_caught(name: str) -> None:
    rule, severity, _ = SEEN[name]
    assert (rule, severity) in caught(name)


def test_every_rule_of_the_source_is_told() -> None:
    told = set(re.findall(r"^\| ([A-Z][\w-]*) \|", TEXT, re.MULTILINE))
    assert set(_ids()) <= told
    assert set(PICTURE_RULES) <= told


def _ids() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"(X1A|X|MP)-[A-Z]+|R00\d\d", node.value)
            ):
                yield node.value
