"""The inks of a project are listed with where their builds are from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.errors import InputError
from mi_print.products.orders.listed_inks import PROPOSED, SHARED, WRITTEN, listed_inks
from tests import small_workshop

Write = Callable[[dict[str, str]], Path]
COLOURS = """\
theme:
  colours:
    signal: "#0B6E4F"
    petrol: {srgb: "#006875", cmyk: [95, 32, 42, 22]}
"""
THEMED = {"data/workshop.yaml": small_workshop.YAML + COLOURS}


def ordered(shop: str) -> dict[str, str]:
    kinds = ("cfp", "program", "badges", "signage")
    return {"data/print.yaml": "".join(f"{each}: {{shop: {shop}}}\n" for each in kinds)}


def test_each_colour_stands_there_once_for_each_condition_that_is_ordered(write: Write) -> None:
    found = list(listed_inks(write(THEMED)))  # the flyer is ordered in Europe, the rest in the US
    assert len(found) == 2 * 9
    told = {(ink.name, ink.condition): (ink.source, ink.build) for ink in found}
    assert told["signal", "FOGRA39"] == (PROPOSED, (75, 0, 65, 50))
    assert told["signal", "CGATS TR 006"] == (PROPOSED, (70, 0, 60, 50))
    assert told["petrol", "FOGRA39"] == (WRITTEN, (95, 32, 42, 22))
    assert told["ochre", "FOGRA39"] == (SHARED, (0, 52, 100, 41))


def test_it_can_be_written_down(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    project = write(THEMED | ordered("generic-eu"))
    assert main(["--project", str(project), "list", "inks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = " ".join(lines[1].split())
    assert row == "signal #0B6E4F 75 % 0 % 65 % 50 % proposed 0.8 FOGRA39"
    assert lines[-2] == "To write down what is proposed for FOGRA39, in theme, under colours:"
    text = small_workshop.YAML + COLOURS.replace('    signal: "#0B6E4F"', lines[-1])
    again = write({"data/workshop.yaml": text})
    signal = next(ink for ink in listed_inks(again) if ink.name == "signal")
    assert (signal.source, signal.build) == (WRITTEN, (75, 0, 65, 50))


def test_the_colour_of_a_role_can_be_written_down_too(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    text = small_workshop.YAML + 'roles:\n  mentor: {colour: "#5A2A82"}\n'
    project = write({"data/workshop.yaml": text} | ordered("generic-eu"))
    assert main(["--project", str(project), "list", "inks"]) == 0
    head, line = capsys.readouterr().out.splitlines()[-2:]
    assert head == "To write down what is proposed for FOGRA39, in roles, beside their labels:"
    again = write({"data/workshop.yaml": f"{small_workshop.YAML}roles:\n{line}\n"})
    found = next(ink for ink in listed_inks(again) if ink.name == "role-mentor")
    assert (found.source, found.build) == (WRITTEN, (80, 100, 0, 0))


def test_an_office_printer_has_no_inks(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    project = write(THEMED | ordered("office"))
    assert main(["--project", str(project), "list", "inks"]) == 0
    assert "no shop with inks is ordered" in capsys.readouterr().out


def test_without_a_project_they_are_the_themes(tmp_path: Path) -> None:
    assert {ink.source for ink in listed_inks(tmp_path)} == {SHARED}


def test_data_that_is_wrong_is_not_passed_over(write: Write) -> None:
    with pytest.raises(InputError):
        list(listed_inks(write({"data/workshop.yaml": "name: 7\n"})))
