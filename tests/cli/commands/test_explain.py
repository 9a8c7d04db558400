"""A rule's page, for those who have no docs: they are not in an installation."""

import ast
import re
import tomllib

import pytest
from typer.testing import CliRunner

from mi_print.cli import main
from mi_print.cli.app import app
from mi_print.cli.commands.explain import MANUAL, pages
from mi_print.preflight.rules.catalog import ALL_RULES
from mi_print.resources import BUNDLED, DOCS
from mi_print.rule_catalog import rules

Capture = pytest.CaptureFixture[str]


def test_a_rule_of_the_data(capsys: Capture) -> None:
    assert main(["explain", "unknown-person"]) == 0
    assert capsys.readouterr().out == (
        "unknown-person (error)\n"
        "    nobody has this id\n"
        "    Correct the id, or add the person to people in data/workshop.yaml.\n"
    )


def test_without_a_name_it_says_what_there_is(capsys: Capture) -> None:
    assert main(["explain"]) == 0
    said = capsys.readouterr().out
    assert all(page in said for page in MANUAL)
    assert "mi-print explain data lists those of the data" in said


def test_a_warning_says_how_it_is_accepted(capsys: Capture) -> None:
    assert main(["explain", "board-gap"]) == 0
    assert capsys.readouterr().out == (
        "board-gap (warning)\n"
        "    board numbers are left out\n"
        "    Let the boards stand empty, or number the papers anew.\n"
        "    If a warning is right as it is, accept it in data/print.yaml: accept:\n"
        "    [{rule: board-gap, id: ID, reason: WHY}]. check --json names the id as\n"
        "    record.\n"
    )


def test_a_rule_of_finished_files(capsys: Capture) -> None:
    assert main(["explain", "X-ENC"]) == 0
    assert capsys.readouterr().out == (
        "X-ENC (preflight)\n"
        "    It asks: no encryption (6.15).\n"
        "    It is one of PDF/X-4 (ISO 15930-7). What to do stands below each finding;\n"
        "    preflight --report FILE.html shows where it is.\n"
    )


def test_an_unknown_rule_ends_with_2_and_the_nearest(capsys: Capture) -> None:
    assert main(["explain", "author-thorn"]) == 2
    assert capsys.readouterr() == (
        "",
        'error usage: no rule is called "author-thorn"\n    did you mean "author-torn"?\n',
    )
    assert main(["explain", "mp-fit"]) == 2
    assert 'did you mean "MP-FIT"?' in capsys.readouterr().err
    assert main(["explain", "qqq"]) == 2
    assert "mi-print explain data lists those of the data" in capsys.readouterr().err


def test_every_rule_has_a_page_without_markup(capsys: Capture) -> None:
    assert pages().keys() == rules().keys() | ALL_RULES.keys()
    for rule in pages():
        assert main(["explain", rule]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) >= 3
        assert max(map(len, lines)) <= 78
        assert "`" not in "".join(lines)


def test_names_are_completed() -> None:
    environment = {
        "_MI_PRINT_COMPLETE": "complete_bash",
        "COMP_WORDS": "mi-print explain board-",
        "COMP_CWORD": "2",
    }
    shown = CliRunner().invoke(app, prog_name="mi-print", env=environment).output
    assert shown.split() == ["board-shared", "board-missing", "board-remote", "board-gap"]


@pytest.mark.parametrize("page", MANUAL)
def test_a_page_of_the_manual(page: str, capsys: Capture) -> None:
    assert main(["explain", page]) == 0
    assert capsys.readouterr().out == (DOCS / f"{page}.md").read_text("utf-8")


def test_an_installation_has_the_manual() -> None:
    settings = tomllib.loads((BUNDLED / "pyproject.toml").read_text("utf-8"))
    packed = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {name for name in packed if name.startswith("docs/")} == {
        f"docs/{page}.md" for page in MANUAL
    }


def test_no_message_names_a_file_of_the_docs() -> None:
    texts = {
        node.value
        for path in (BUNDLED / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value
    }
    assert [text for text in texts if "docs/" in text and not text.endswith("`.")] == []


def test_commands_that_messages_name_exist() -> None:
    named = {
        word
        for path in (BUNDLED / "src").rglob("*.py")
        for word in re.findall(r"mi-print explain ([a-z]+)", path.read_text("utf-8"))
    }
    assert named <= pages().keys() | set(MANUAL)
