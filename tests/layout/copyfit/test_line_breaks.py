"""A text in even lines: the same whichever ways are tried, and found soon for a long one."""

import random

import pytest

from mi_print.layout.copyfit import line_breaks
from mi_print.layout.copyfit.line_breaks import TextParts
from mi_print.layout.text.pango import Face
from mi_print.layout.text.shaping.shape import shape

FACE = Face("Inter", 10, 12)


def divided(parts: list[str]) -> TextParts:
    return TextParts(shape("".join(parts), FACE, "en", from_right=False), parts, 0.0)


@pytest.mark.parametrize("seed", range(20))
def test_of_many_parts_the_lines_are_those_of_all_ways(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    sizes = [draw.choice([1, 1, 2, 3, 5, 9, 14]) for _ in range(draw.randint(2, 26))]
    parts = ["".join(draw.choices("aeimnrtW.", k=size)) + draw.choice(["", " "]) for size in sizes]
    counts = range(1, len(parts) + 1)
    monkeypatch.setattr(line_breaks, "_FEW", 1000)
    every = [divided(parts).even(count) for count in counts]
    monkeypatch.setattr(line_breaks, "_FEW", 0)
    assert [divided(parts).even(count) for count in counts] == every


def test_thousands_of_parts_are_divided_without_trying_all_ways() -> None:
    parts = list("Ada Sample, " * 300)
    width, lines = divided(parts).even(12)
    assert "".join(lines).replace(" ", "") == "AdaSample," * 300
    assert max(map(len, lines)) - min(map(len, lines)) <= 3
    assert width > 0
