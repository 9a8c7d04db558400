"""The theme: its style sheet, and the classes by which Python measures."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from mi_print.layout.package.find import theme
from mi_print.layout.package.theme import LayoutTheme
from mi_print.layout.text.pango import Face
from mi_print.resources import BUNDLED

SMALL = {
    "colours": {"signal": {"srgb": "#DC3311", "cmyk": [0, 90, 100, 5]}},
    "type": {"h1": {"size": "28 pt", "leading": "27.5 pt", "weight": 600, "tracking": -0.014}},
}


def test_the_style_sheet_has_every_colour_and_every_step() -> None:
    css = LayoutTheme.model_validate(SMALL).css()
    assert ":root{--signal:#DC3311;}" in css, "without paper and ink nothing is derived"
    assert (
        ".t-h1{font-family:'Inter';font-size:28pt;line-height:27.5pt;font-weight:600;"
        "letter-spacing:-0.014em;font-variant-numeric:normal}"
    ) in css


def test_a_step_is_measured_as_it_is_set() -> None:
    step = LayoutTheme.model_validate(SMALL).type["h1"]
    assert step.face == Face("Inter", 28, 27.5, 600, -0.014)


def test_steps_that_a_projects_own_theme_lacks_are_ours(tmp_path: Path) -> None:
    own = tmp_path / "layouts" / "_shared"
    own.mkdir(parents=True)
    text = (BUNDLED / "layouts" / "_shared" / "theme.yaml").read_text("utf-8")
    steps = [line for line in text.splitlines() if "door-room:" not in line]
    changed = "\n".join(steps).replace("  h1:       {size: 28 pt", "  h1:       {size: 30 pt")
    (own / "theme.yaml").write_text(changed, "utf-8")
    found = theme(tmp_path)
    assert found.type["h1"].size == 30
    assert found.type["door-room"] == theme(BUNDLED).type["door-room"]


def test_a_workshops_colours_replace_those_of_the_same_name() -> None:
    shared = theme(BUNDLED)
    blue = shared.colours["signal"].model_copy(update={"srgb": "#0033AA"})
    own = shared.recoloured({"signal": blue})
    assert own.colours == {**shared.colours, "signal": blue}
    assert list(own.colours) == list(shared.colours)
    assert shared.colours["signal"].srgb == "#DC3311"


@pytest.mark.parametrize(
    ("signal", "on", "text"),
    [
        ("#DC3311", "paper", "signal"),
        ("#0033AA", "paper", "signal"),
        ("#00A060", "paper", "signal"),
        ("#FFD200", "ink", "ink"),
        ("#7FD0A0", "ink", "ink"),
        ("#000000", "paper", "signal"),
    ],
)
def test_type_on_signal_is_ink_where_paper_can_not_be_told_from_it(
    signal: str, on: str, text: str
) -> None:
    shared = theme(BUNDLED)
    ink = shared.colours["signal"].model_copy(update={"srgb": signal})
    own = shared.recoloured({"signal": ink})
    assert own.derived() == {"on-signal": on, "signal-text": text}
    assert f"--on-signal:var(--{on});--signal-text:var(--{text});" in own.css()


@pytest.mark.parametrize(
    "wrong", [{"leading": "11"}, {"weight": 1000}, {"tracking": 3}, {"colour": "red"}]
)
def test_a_step_that_can_not_be_set_is_refused(wrong: dict[str, object]) -> None:
    step = {"size": "9 pt", "leading": "11 pt"} | wrong
    with pytest.raises(ValidationError):
        LayoutTheme.model_validate({"colours": {}, "type": {"h1": step}})
