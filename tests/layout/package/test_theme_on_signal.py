"""The bundled layouts draw nothing in paper that an event's own Signal may be under."""

from pathlib import Path

import pytest

from mi_print.resources import BUNDLED

_BANDS = {"badges"}
"""Layouts with grounds in many colours, which ask `text_on` of each."""
TEMPLATES = [
    path
    for path in sorted((BUNDLED / "layouts").rglob("*.html.j2"))
    if path.parent.name not in _BANDS
]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_stands_on_signal_takes_the_colour_that_can_be_told_from_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [word for word in ("in-paper", "colours.paper", "--paper") if word in text] == []
