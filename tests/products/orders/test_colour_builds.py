"""A colour on the screen and its build in ink are one colour, or that is said."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.event.load import load
from mi_print.products.orders.colour_builds import check_builds
from mi_print.products.orders.product_jobs import check_builds_of_orders
from mi_print.resources import BUNDLED
from mi_print.source import yaml_reader
from mi_print.trade.shops import shops
from tests import small_workshop

Write = Callable[[dict[str, str]], Path]


def said(project: Path, *names: str) -> list[str]:
    wanted = [shops()[name] for name in names]
    found = check_builds(project, load(project), wanted)
    return [line for each in found for line in str(each).split("\n")]


def with_colour(written: str) -> dict[str, str]:
    colours = f"theme: {{colours: {{signal: {written}}}}}\n"
    return {"data/workshop.yaml": small_workshop.YAML + colours}


def with_signal(srgb: str, cmyk: str) -> dict[str, str]:
    return with_colour(f'{{srgb: "{srgb}", cmyk: {cmyk}}}')


def test_a_red_whose_build_is_blue(write: Write) -> None:
    project = write(with_signal("#DC3311", "[90, 30, 0, 0]"))
    message, hint = said(project, "generic-eu")
    assert message == (
        "data/workshop.yaml:8:34: warning build: signal is #DC3311 on the screen and another "
        "colour in FOGRA39 (ΔE 61)"
    )
    assert re.fullmatch(
        r"    write cmyk: \[0, 90, 100, 5\], which looks like the srgb; "
        r'or write srgb: "#00[0-9A-F]{4}", which the build looks like',
        hint,
    )
    (found,) = check_builds(project, load(project), [shops()["generic-eu"]])
    assert found.record == "signal"


def test_a_colour_without_a_build_that_no_ink_can_print(write: Write) -> None:
    project = write(with_colour('"#00FF00"'))
    message, hint = said(project, "generic-eu")
    assert message == (
        "data/workshop.yaml:8:27: warning gamut: signal is #00FF00 on the screen, which no inks "
        "reach in FOGRA39 (ΔE 18)"
    )
    assert re.fullmatch(r'    write "#[0-9A-F]{6}", which it prints', hint)
    reached = hint.split('"')[1]
    assert said(write(with_colour(f'"{reached}"')), "generic-eu") == []


@pytest.mark.parametrize("written", ['"#0B6E4F"', '{srgb: "#0B6E4F"}', '"#3B5BA5"'])
def test_a_colour_without_a_build(write: Write, written: str) -> None:
    assert said(write(with_colour(written)), "generic-eu", "generic-us", "office") == []


def test_a_green_that_no_ink_can_print(write: Write) -> None:
    project = write(with_signal("#00FF00", "[70, 0, 100, 0]"))
    hint = said(project, "generic-eu")[1]
    assert re.fullmatch(r'    write srgb: "#5[0-9A-F]{5}", which the build looks like', hint)


@pytest.mark.parametrize(
    ("srgb", "cmyk"),
    [("#DC3311", "[0, 90, 100, 5]"), ("#3366CC", "[80, 55, 0, 0]"), ("#111111", "[0, 0, 0, 100]")],
)
def test_sound_builds(write: Write, srgb: str, cmyk: str) -> None:
    found = said(write(with_signal(srgb, cmyk)), "generic-eu", "generic-us")
    assert not any("warning build" in line for line in found)


def test_the_theme_that_comes_along_is_sound(write: Write) -> None:
    theme = yaml_reader.read(
        (BUNDLED / "layouts" / "_shared" / "theme.yaml").read_text("utf-8"), "theme.yaml"
    ).value
    assert isinstance(theme, dict)
    lines = "".join(f"    {name}: {ink}\n" for name, ink in theme["colours"].items())
    project = write({"data/workshop.yaml": f"{small_workshop.YAML}theme:\n  colours:\n{lines}"})
    presses = [name for name, shop in shops().items() if shop.colour]
    assert len(load(project).event.workshop.theme.colours) == 9  # type: ignore[union-attr]
    assert said(project, *presses) == []


def test_the_office_printer_has_no_builds(write: Write) -> None:
    assert said(write(with_signal("#DC3311", "[90, 30, 0, 0]")), "office") == []


def test_it_is_said_once_for_each_condition_that_is_ordered(write: Write) -> None:
    project = write(with_signal("#DC3311", "[90, 30, 0, 0]"))
    found = [each.message for each in check_builds_of_orders(project, load(project))]
    assert ["FOGRA39" in message for message in found] == [True, False]
    assert "CGATS" in found[1]


@pytest.mark.parametrize(
    ("signal", "other"),
    [("#111111", "ink-solid"), ("#8A2A12", "oxblood"), ("#70685F", "stone"), ("#DC3311", "")],
)
def test_two_roles_whose_badges_look_alike(signal: str, other: str, write: Write) -> None:
    found = [
        line for line in said(write(with_colour(f'"{signal}"')), "generic-eu") if other in line
    ]
    alike = [line for line in found if "role-colours" in line]
    assert len(alike) == bool(other)
    assert all(f"signal and {other} look alike" in line for line in alike)


def test_one_colour_for_two_roles_is_meant(write: Write) -> None:
    roles = 'roles: {mentor: {colour: "#123456"}, guide: {colour: "#123456"}}\n'
    project = write({"data/workshop.yaml": small_workshop.YAML + roles})
    assert said(project, "generic-eu") == []
