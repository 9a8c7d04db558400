"""The shell completes names of what there is, and says nothing of what is wrong."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mi_print.cli import completions
from mi_print.layout.package.copied_layout import bundled_names
from tests import small_workshop

Write = Callable[[dict[str, str]], Path]
FILES = {
    "data/workshop.yaml": small_workshop.YAML + "roles: {mentor: {label: Mentor, plural: Mentors}}",
    "data/print.yaml": "orders: {crew: {product: badges}, posters: {product: signage}}\n",
}


def context(command: str, project: Path | None = None) -> Any:  # noqa: ANN401 - of the parser
    return SimpleNamespace(info_name=command, parent=SimpleNamespace(params={"project": project}))


@pytest.mark.parametrize(
    ("names", "command", "begun", "found"),
    [
        (completions.sizes, "cfp", "", ["letter", "a5"]),
        (completions.sizes, "badges", "A6", ["a6"]),
        (completions.shops, "cfp", "generic-e", ["generic-eu"]),
        (completions.kinds, "signage", "d", ["direction-signs", "door-sign"]),
        (completions.bundled_layouts, "layout", "", bundled_names()),
        (completions.orders, "badges", "", ["crew"]),
        (completions.orders, "all", "", ["crew", "posters"]),
        (completions.conditions, "badges", "role=me", ["role=mentor"]),
        (completions.conditions, "badges", "aff", ["affiliation="]),
        (completions.rules, "explain", "gam", ["gamut"]),
        (completions.all_sizes, "calibrate", "letter-l", ["letter-landscape"]),
    ],
)
def test_names(
    write: Write, names: completions.Completion, command: str, begun: str, found: list[str]
) -> None:
    assert names(context(command, write(FILES)), begun) == found


def test_printers_are_those_that_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert completions.printers(context("impose", tmp_path), "") == []
    (tmp_path / "mi-print").mkdir()
    kept = tmp_path / "mi-print" / "printers.yaml"
    kept.write_text("printers: {office: {unprintable: 4 mm}, other: {unprintable: 4 mm}}")
    assert completions.printers(context("impose", tmp_path), "of") == ["office"]
    kept.write_text("printers: [")
    assert completions.printers(context("impose", tmp_path), "of") == []


@pytest.mark.parametrize("text", ["", "a: [", "\x00", "roles: 7\norders: [1]\nshops: 3\n"])
def test_broken_data_is_not_said(
    write: Write, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    names = ("workshop", "print", "shops")
    project = write({f"data/{name}.yaml": text for name in names} | {"layouts/x/layout.yaml": text})
    for each in (
        *(completions.sizes, completions.shops, completions.kinds, completions.bundled_layouts),
        *(completions.orders, completions.conditions, completions.rules),
    ):
        each(context("badges", project), "")
    assert completions.sizes(context("cfp", project), "l") == ["letter"]
    assert completions.orders(context("cfp", project), "") == []
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_without_a_project_there_are_the_bundled_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert completions.sizes(context("cfp"), "") == ["letter", "a4"]
