"""A bar on a terminal, and nothing anywhere else."""

import io

import pytest

from mi_print.cli.terminal import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_many_at_what_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with progress() as watch:
        advance, checked = watch("badges"), watch("badges, checked")
        advance(0, 174)
        advance(50, 174)
        advance(174, 174)
        assert "checked" not in terminal.getvalue()
        checked(0, 348)
        checked(200, 348)
    said = terminal.getvalue()
    assert "badges" in said
    assert "50/174" in said
    assert " a second, " in said
    assert "174/174" in said
    assert " 0 s left" in said
    assert "badges, checked" in said
    assert "200/348" in said


def test_a_product_without_progress_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as watch:
        watch("cfp")
    assert "cfp" not in terminal.getvalue()


def test_elsewhere_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    with progress() as watch:
        watch("badges")(50, 174)
    assert stream.getvalue() == ""
