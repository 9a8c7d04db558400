"""Text in the theme's colours can be read, or that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.event.load import load
from mi_print.layout.checks.contrast import PAIRS, check_contrast
from mi_print.layout.package import find
from mi_print.resources import BUNDLED
from mi_print.trade.contrast import LEAST, contrast
from tests import small_workshop

Write = Callable[[dict[str, str]], Path]


YELLOW = (
    "text in signal (#FFD200) on paper (#FFFFFF), or the other way round, has a contrast of "
    "1.5:1; below 3:1 the bundled layouts set it in ink"
)


def said(project: Path) -> list[str]:
    return [
        line for each in check_contrast(project, load(project)) for line in str(each).split("\n")
    ]


def with_colours(*colours: str) -> dict[str, str]:
    lines = "".join(f"    {colour}\n" for colour in colours)
    return {"data/workshop.yaml": f"{small_workshop.YAML}theme:\n  colours:\n{lines}"}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#0000FF", "#FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_the_theme_that_comes_along_can_be_read() -> None:
    colours = find.theme(BUNDLED).colours
    assert min(contrast(colours[a].srgb, colours[b].srgb) for a, b in PAIRS) >= LEAST


def test_white_on_yellow_is_said_with_a_yellow_that_can_be_read(write: Write) -> None:
    project = write(with_colours('signal: {srgb: "#FFD200", cmyk: [0, 15, 100, 0]}'))
    assert said(project) == [
        f"data/workshop.yaml:10:20: warning contrast: {YELLOW}",
        "    take a darker signal, such as #8C7400",
    ]
    assert contrast("#8C7400", "#FFFFFF") >= LEAST
    (found,) = check_contrast(project, load(project))
    assert found.record == "signal"


def test_a_signal_that_large_text_can_still_be_read_on_keeps_its_white(write: Write) -> None:
    (line, _) = said(write(with_colours('signal: {srgb: "#00A060", cmyk: [90, 0, 80, 0]}')))
    assert line.endswith("has a contrast of 3.4:1; below 4.5:1 it is hard to read")


def test_a_paper_that_is_dark_gets_a_lighter_one(write: Write) -> None:
    found = said(write(with_colours('paper: {srgb: "#333333", cmyk: [0, 0, 0, 80]}')))
    assert len(found) == 2 * 7
    assert found[1].startswith("    take a lighter paper, such as #")


def test_a_projects_own_theme_is_named(write: Write) -> None:
    theme = (BUNDLED / "layouts" / "_shared" / "theme.yaml").read_text("utf-8")
    project = write({"layouts/_shared/theme.yaml": theme.replace("#A06200", "#FFB000")})
    assert said(project)[0].startswith(
        "layouts/_shared/theme.yaml: warning contrast: text in ochre (#FFB000) on paper"
    )
