"""Colours of a workshop that its theme lacks, or can't tell from its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.errors import InputError
from mi_print.layout.package import find
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.product_jobs import check_orders
from mi_print.products.orders.request import Edition, Request

Write = Callable[[dict[str, str]], Path]


def said(project: Path, colour: str) -> list[str]:
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    workshop.write_text(f"{text}theme:\n  colours:\n    {colour}\n", "utf-8")
    loaded = load_checked(project)
    assert loaded.event is None
    return [str(problem) for problem in loaded.problems]


def test_a_colour_that_the_theme_lacks(write: Write) -> None:
    assert said(write({}), 'signall: {srgb: "#123456", cmyk: [0, 0, 0, 9]}') == [
        (
            'data/workshop.yaml:14:21: error colour: no colour is called "signall"\n'
            '    did you mean "signal"?'
        )
    ]


def test_a_colour_that_looks_like_another_of_the_theme(write: Write) -> None:
    assert said(write({}), 'signal: {srgb: "#111111", cmyk: [0, 0, 0, 9]}') == [
        (
            "data/workshop.yaml:14:20: error same-colour: signal and ink are the same colour on"
            " screen, but inks of their own\n"
            "    change one of them a little: the press finds the ink by the colour"
        )
    ]


def test_a_colour_without_a_build_that_looks_like_one_of_the_theme_is_that(write: Write) -> None:
    project = write({})
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    workshop.write_text(f'{text}theme:\n  colours:\n    signal: "#111111"\n', "utf-8")
    loaded = load_checked(project)
    assert loaded.event is not None
    colours = find.theme(project).recoloured(loaded.event.workshop.inks).colours
    assert colours["signal"] == colours["ink"]


def test_two_colours_of_the_theme_that_look_alike(write: Write) -> None:
    theme = """\
colours:
  ink: {srgb: "#111111", cmyk: [0, 0, 0, 100]}
  soot: {srgb: "#111111", cmyk: [0, 0, 0, 90]}
type: {}
"""
    project = write({"layouts/_shared/theme.yaml": theme, "layouts/_shared/base.css": ""})
    assert [str(problem) for problem in load_checked(project).problems] == [
        (
            "layouts/_shared/theme.yaml: error same-colour: ink and soot are the same colour on"
            " screen, but inks of their own\n"
            "    change one of them a little: the press finds the ink by the colour"
        )
    ]


def test_a_colour_of_the_workshop_is_used(write: Write) -> None:
    project = write({"layouts/cfp/page.css": "p { color: var(--signal) }"})
    workshop = project / "data" / "workshop.yaml"
    own = 'theme: {colours: {signal: {srgb: "#0000FF", cmyk: [100, 80, 0, 0]}}}'
    workshop.write_text(f"{workshop.read_text('utf-8')}{own}\n", "utf-8")
    assert main(["--project", str(project), "cfp", "--edition", "print"]) == 0


HEAVY = 'signal: {srgb: "#DD3311", cmyk: [80, 80, 80, 70]}'


def heavy(project: Path) -> Path:
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    workshop.write_text(f"{text}theme:\n  colours:\n    {HEAVY}\n", "utf-8")
    return project


def test_a_colour_of_more_ink_than_the_shop_takes(write: Write) -> None:
    project = heavy(write({}))
    loaded = load_checked(project)
    assert loaded.problems == []
    said = {str(problem) for problem in check_orders(project, loaded)}
    assert (
        "data/workshop.yaml:14:20: error ink-limit: signal is 310 % of ink; generic-eu takes 300 %"
        "\n    take ink out of its build: less cyan, magenta and yellow, more black"
    ) in said


def test_the_ink_limit_is_the_shops_and_only_the_presses(write: Write) -> None:
    project = heavy(write({}))
    loaded = load_checked(project)
    assert resolve("cfp", project, loaded, Request(project, shop="office")).shop.colour is None
    assert resolve("cfp", project, loaded, Request(project, editions=(Edition.SCREEN,)))
    with pytest.raises(InputError, match="signal is 310 % of ink; gelato takes 300 %"):
        resolve("cfp", project, loaded, Request(project, shop="gelato"))


def test_one_spot_ink_in_two_builds(write: Write) -> None:
    project = write({})
    workshop = project / "data" / "workshop.yaml"
    own = """\
theme:
  colours:
    signal: {srgb: "#DD3311", cmyk: [0, 90, 100, 5], spot: PANTONE 485 C}
    ochre: {srgb: "#A06201", cmyk: [0, 52, 100, 41], spot: PANTONE 485 C}
"""
    workshop.write_text(f"{workshop.read_text('utf-8')}{own}", "utf-8")
    assert str(load_checked(project).problems[0]) == (
        'data/workshop.yaml:15:60: error spot: "ochre" and "signal" are both PANTONE 485 C,'
        " in different builds\n"
        "    give both the build by which the ink is proofed, or name another ink"
    )


@pytest.mark.parametrize(
    ("colours", "found"),
    [
        ("{a: {colour: petrol}, b: {colour: petrol}}", ""),
        ("{c: {colour: '#123456'}, d: {colour: '#123456'}}", ""),
        (
            "{a: {colour: petroll}}",
            """\
12:21: error colour: no colour is called "petroll"
    did you mean "petrol"?""",
        ),
        ("{a: {colour: '#006875'}}", ""),
        (
            "{a: {colour: {srgb: '#006875', cmyk: [90, 30, 40, 20]}}}",
            """\
12:28: error same-colour: petrol and role-a are the same colour on screen, but inks of their own
    change one of them a little: the press finds the ink by the colour""",
        ),
    ],
)
def test_a_role_has_a_colour_of_the_theme_or_one_of_its_own(
    colours: str, found: str, write: Write
) -> None:
    project = write({})
    workshop = project / "data" / "workshop.yaml"
    workshop.write_text(f"{workshop.read_text('utf-8')}roles: {colours}\n", "utf-8")
    said = "".join(str(each) for each in load_checked(project).problems)
    assert said.removeprefix("data/workshop.yaml:") == found
