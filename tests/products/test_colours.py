"""Colours of a workshop that its theme lacks, or can't tell from its own."""

from collections.abc import Callable
from pathlib import Path

from mi_print.cli import main
from mi_print.products.data import gather

Write = Callable[[dict[str, str]], Path]


def said(project: Path, colour: str) -> list[str]:
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    workshop.write_text(f"{text}theme:\n  colours:\n    {colour}\n", "utf-8")
    loaded = gather(project)
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


def test_two_colours_of_the_theme_that_look_alike(write: Write) -> None:
    theme = """\
colours:
  ink: {srgb: "#111111", cmyk: [0, 0, 0, 100]}
  soot: {srgb: "#111111", cmyk: [0, 0, 0, 90]}
type: {}
"""
    project = write({"layouts/_shared/theme.yaml": theme, "layouts/_shared/base.css": ""})
    assert [str(problem) for problem in gather(project).problems] == [
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
