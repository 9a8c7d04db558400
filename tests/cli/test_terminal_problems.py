"""Problems as they are drawn: groups, and no line that is too wide."""

import io
import re

import pytest

from mi_print.cli.terminal import MOST_COLUMNS, print_problems
from mi_print.problem import error, warning

Capture = pytest.CaptureFixture[str]

LONG = ", ".join(f"Ada Sample {number}" for number in range(1, 60))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_group_is_a_line_with_its_count_and_an_example(capsys: Capture) -> None:
    ids = [
        error("unknown-person", f'nobody has the id "{n}"', "add it", file="a.yaml", line=n)
        for n in range(1, 241)
    ]
    print_problems(ids)
    assert capsys.readouterr().err == (
        "error unknown-person: 240 of these, first at a.yaml:1, 2, 3, 4, 5; --all shows each\n"
        '    a.yaml:1: nobody has the id "1"\n'
        "        add it\n"
    )
    print_problems(ids, every=True)
    assert len(capsys.readouterr().err.splitlines()) == 480


def test_no_line_is_wider_than_200_and_nothing_is_lost(capsys: Capture) -> None:
    problem = warning("slot", f"these overlap: {LONG}", f"move {LONG}", file="a.html", line=7)
    print_problems([problem])
    lines = capsys.readouterr().err.splitlines()
    assert max(map(len, lines)) <= MOST_COLUMNS
    assert " ".join(line.strip() for line in lines) == " ".join(str(problem).split())
    assert [len(line) - len(line.lstrip()) for line in lines] == [0, 8, 8, 8, 8, 4, 8, 8, 8, 8]


def test_wide_letters_count_two_columns(capsys: Capture) -> None:
    print_problems([error("value", " ".join(["日本語"] * 40))])
    assert [len(line) for line in capsys.readouterr().err.splitlines()] == [116, 63]


def test_a_word_that_is_too_wide_is_cut_and_nothing_is_lost(capsys: Capture) -> None:
    file = f"data/{'x' * 450}.yaml"
    print_problems([error("empty", "the file says nothing", file=file)])
    lines = capsys.readouterr().err.splitlines()
    assert max(map(len, lines)) <= MOST_COLUMNS
    assert "".join(lines).replace(" ", "").startswith(f"{file}:errorempty:")


def test_doubled_spaces_of_a_quotation_stay(capsys: Capture) -> None:
    print_problems([warning("spaces", '"two  spaces"')])
    assert capsys.readouterr().err == 'warning spaces: "two  spaces"\n'


def test_a_terminal_of_80_columns_breaks_lines_between_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    print_problems([warning("slot", f"these overlap: {LONG}", file="a.html", line=7)])
    lines = re.sub("\x1b\\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("a.html:7: warning slot: these overlap: Ada Sample 1, Ada")
    assert all(line.startswith("        ") for line in lines[1:])
