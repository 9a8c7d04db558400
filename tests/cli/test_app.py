"""The commands besides those that make products, and how a run ends."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print import __version__
from mi_print.cli import main
from mi_print.cli.commands.listing import LISTS
from mi_print.cli.terminal import print_note
from tests.cli import small_products

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

HEAVY = {"weasyprint", "pikepdf", "pydantic", "yaml", "jinja2", "rich", "fontTools", "cffi"}


def test_without_arguments_it_helps(capsys: Capture) -> None:
    assert main([]) == 0
    helped = capsys.readouterr().out
    assert all(command in helped for command in ("cfp", "program", "all", "check", "init", "list"))


def test_help_waits_for_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from mi_print.cli import main\n"
        "main(['--help'])\n"
        f"sys.exit(', '.join({HEAVY!r} & set(sys.modules)) or 0)\n"
    )
    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_wrong_data_waits_for_no_typesetter(write: Write) -> None:
    code = (
        "import sys\n"
        "from mi_print.cli import main\n"
        "assert main(sys.argv[1:]) == 3\n"
        "sys.exit(', '.join({'weasyprint', 'pikepdf', 'rich'} & set(sys.modules)) or 0)\n"
    )
    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, "--project", str(write({"data/papers.yaml": "no"})), "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0
    assert run.stderr.startswith("data/papers.yaml:1:1: error")


def test_it_says_which_it_is(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"mi-print {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["bogus"], "No such command 'bogus'."),
        (["--bogus"], "No such option: --bogus"),
        (["cfp", "--size"], "Option '--size' requires an argument."),
        (
            ["list"],
            f"Missing argument 'kind'. Choose from: {', '.join(LISTS)}",
        ),
        (
            ["list", "orders"],
            f"Invalid value for 'kind': 'orders' is not one of {', '.join(map(repr, LISTS))}.",
        ),
    ],
)
def test_a_mistake_of_use_ends_with_2(arguments: list[str], message: str, capsys: Capture) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"error usage: {message}\n    see mi-print --help\n"


def test_a_size_that_there_is_not_ends_with_2(write: Write, capsys: Capture) -> None:
    assert main(["--project", str(write({})), "cfp", "--size", "a3"]) == 2
    assert capsys.readouterr().err == (
        'error usage: no size is called "a3"\n    the layout cfp is made for: letter, a5\n'
    )


@pytest.mark.parametrize("kind", ["layouts", "sizes"])
def test_a_layout_that_is_wrong_hides_no_other(write: Write, capsys: Capture, kind: str) -> None:
    project = write({"layouts/wrong/layout.yaml": "product: nothing\n"})
    assert main(["--project", str(project), "list", kind]) == 3
    said = capsys.readouterr()
    assert "time-cards" in said.out
    assert "layouts/wrong/layout.yaml:1:10: error value:" in said.err


def test_a_missing_library_ends_with_5(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)  # as at the start of a run
    monkeypatch.setattr("mi_print.layout.text.bundled_fonts.FONTS", tmp_path)
    assert main(["--project", str(write({})), "cfp"]) == 5
    assert "error missing: there is no " in capsys.readouterr().err


def test_an_interrupted_run_ends_with_130(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def interrupted(*_: Path | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mi_print.products.load_checked.load", interrupted)
    assert main(["--project", str(write({})), "check"]) == 130
    assert "Traceback" not in capsys.readouterr().err


class TestABug:
    @pytest.fixture(autouse=True)
    def bug(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: Path | None) -> None:
            raise LookupError("nobody thought of this")

        monkeypatch.delenv("MI_PRINT_DEBUG", raising=False)
        monkeypatch.setattr("mi_print.products.load_checked.load", broken)

    def test_it_ends_with_1_and_asks_to_be_reported(self, capsys: Capture) -> None:
        assert main(["check"]) == 1
        said = capsys.readouterr().err.splitlines()
        assert said[0] == f"a bug in mi-print {__version__}: LookupError: nobody thought of this"
        assert said[1].startswith("    in test_app.py:")
        assert said[2] == (
            "    please report it with the output of the same command after mi-print --debug"
        )

    def test_debug_shows_where(self, capsys: Capture) -> None:
        assert main(["--debug", "check"]) == 1
        assert capsys.readouterr().err.startswith("Traceback (most recent call last):\n")

    def test_so_does_the_environment(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        monkeypatch.setenv("MI_PRINT_DEBUG", "1")
        assert main(["check"]) == 1
        assert capsys.readouterr().err.startswith("Traceback (most recent call last):\n")


def test_checking_finds_nothing(write: Write, capsys: Capture) -> None:
    assert main(["--project", str(write(small_products.FILES)), "check"]) == 0
    assert capsys.readouterr() == (
        "no problems\nnot laid out: print editions; mi-print check --full looks at all of it\n",
        "",
    )


def test_checking_says_what_is_wrong_with_orders_too(write: Write, capsys: Capture) -> None:
    project = write({"data/print.yaml": "cfp:\n  size: a3\nprogram:\n  shop: corner\n"})
    assert main(["--project", str(project), "check"]) == 3
    said = capsys.readouterr().err
    assert 'data/print.yaml:2:9: error size: no size for cfp is called "a3"\n' in said
    assert 'data/print.yaml:4:9: error shop: no shop for program is called "corner"\n' in said


def test_checking_can_print_json(write: Write, capsys: Capture) -> None:
    project = write(small_products.FILES | {"data/print.yaml": "cfp:\n  size: a3\n"})
    assert main(["--project", str(project), "check", "--json"]) == 3
    said = capsys.readouterr()
    assert said.err == ""
    assert json.loads(said.out) == [
        {
            "severity": "error",
            "rule": "size",
            "message": 'no size for cfp is called "a3"',
            "hint": "there are: letter, a5",
            "file": "data/print.yaml",
            "line": 2,
            "column": 9,
        }
    ]


def test_json_of_no_problems_is_an_empty_list(write: Write, capsys: Capture) -> None:
    assert main(["--project", str(write(small_products.FILES)), "check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_full_check_says_what_all_says_and_makes_nothing(write: Write, capsys: Capture) -> None:
    wrong = {
        "data/print.yaml": "cfp: {size: a3}\nsignage: {kinds: {none: {}}}\n",
        "data/attendees.csv": "id,name\n",
        "layouts/program/page.html.j2": "{{ workshop.nme }}",
    }
    project = write(small_products.FILES | wrong)
    assert main(["--project", str(project), "check", "--full"]) == 3
    found = [line for line in capsys.readouterr().err.splitlines() if ": error " in line]
    assert main(["--project", str(project), "all"]) == 3
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if ": error " in line] == found
    rules = [line.split(": error ")[1].split(":")[0] for line in found]
    assert rules == ["size", "kind", "template"]
    assert not (project / "output").exists()


def test_a_new_project_can_be_checked_at_once(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "new"
    assert main(["init", "--full", str(folder)]) == 0
    said = capsys.readouterr().out
    assert f"{folder}/data/workshop.yaml\n" in said
    assert said.endswith(f"    mi-print --project {folder} all\n")
    assert main(["--project", str(folder), "check"]) == 0


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "new")]) == 0
    assert main(["init", str(tmp_path / "new")]) == 2


def test_schemas_are_written(tmp_path: Path, capsys: Capture) -> None:
    assert main(["schema", str(tmp_path / "schema")]) == 0
    for line in capsys.readouterr().out.splitlines():
        assert json.loads(Path(line).read_text("utf-8"))["type"] == "object"
    assert (tmp_path / "schema" / "workshop.schema.json").exists()


def test_schemas_need_a_folder(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "schema").write_text("a file", "utf-8")
    assert main(["schema", str(tmp_path / "schema")]) == 3
    assert "error unwritable: this can't be written: File exists\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("layouts", "cfp      cfp      letter, a5       One line of text"),
        ("sizes", "letter 8.5 in × 11 in cfp, chair-sheets, pick-up-list US letter"),
        ("sizes", "a7 74 mm × 105 mm badges ISO A7, portrait: a small badge, half an A6"),
        ("shops", "generic-eu sheetfed 3 mm 4 mm FOGRA39 300 % none Sheetfed printers in Europe"),
        ("fonts", "Noto Sans            Latin, Greek, Cyrillic, Devanagari"),
        ("languages", "en English reviewed by the authors of mi-print"),
        ("languages", "ja 日本語 not reviewed"),
        ("words", "organizers Organizers"),
        ("words", 'pages one: "{n} page", other: "{n} pages"'),
    ],
)
def test_listing(write: Write, capsys: Capture, kind: str, line: str) -> None:
    assert main(["--project", str(write({})), "list", kind]) == 0
    printed = [" ".join(each.split()) for each in capsys.readouterr().out.splitlines()]
    assert " ".join(line.split()) in printed


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("variable", "coloured"), [("TERM", True), ("NO_COLOR", False)])
def test_problems_are_coloured_on_a_terminal_that_wants_it(
    monkeypatch: pytest.MonkeyPatch, variable: str, *, coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(variable, "xterm-256color")
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert main(["bogus"]) == 2
    said = terminal.getvalue()
    assert ("\x1b[1;31merror usage:" in said) is coloured
    plain = re.sub("\x1b\\[[0-9;]*m", "", said)
    assert plain == "error usage: No such command 'bogus'.\n    see mi-print --help\n"


def test_control_characters_reach_no_terminal(capsys: Capture) -> None:
    print_note("a\x1b[31mb\u202ec\x9bd")
    assert capsys.readouterr().err == "a\\u001b[31mb\\u202ec\\u009bd\n"


def test_a_terminal_that_knows_no_unicode_is_served(write: Write) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from mi_print.cli import main; main()", "list", "sizes"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        cwd=write({}),
        check=False,
    )
    assert run.stderr == b""
    assert b"8.5 in \\xd7 11 in" in run.stdout


def test_a_folder_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "error usage: the folder that this runs in is gone\n    go to another\n"
    )
