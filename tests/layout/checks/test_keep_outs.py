"""What is read stays out of slots, clips, frames and punched corners."""

from collections.abc import Callable

import pytest

from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request
from mi_print.resources import BUNDLED

Check = Callable[..., list[str]]

LAYOUT = """\
product: cfp
about: A slot and round corners
sizes:
  a5:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
    corner-radius: 20 pt
    keep-outs: [{about: lanyard slot, x: 100 pt, y: 0 pt, width: 50 pt, height: 30 pt}]
"""


@pytest.fixture
def entered(check: Check) -> Check:
    """Return a function that typesets a body on A5 and says what enters its keep-outs."""
    return lambda body: [each for each in check(body, manifest=LAYOUT) if "keep-out:" in each]


def text(left: float, top: float, said: str = "Text") -> str:
    style = f"position:absolute;font-size:10pt;line-height:10pt;left:{left}pt;top:{top}pt"
    return f'<p class="line" style="{style}">{said}</p>'


def test_a_text_in_a_keep_out_is_an_error(entered: Check) -> None:
    assert entered(text(110, 10)) == [
        (
            "layouts/cfp, page 1 [110 11 20×7 pt]: error keep-out:"
            " “Text” stands in the lanyard slot\n"
            "    move it, or change the keep-out in layout.yaml"
        )
    ]


@pytest.mark.parametrize(("left", "top"), [(60, 10), (155, 10), (110, 31), (200, 200)])
def test_a_text_beside_it_is_not(entered: Check, left: float, top: float) -> None:
    assert entered(text(left, top)) == []


def test_only_what_is_read_counts(entered: Check) -> None:
    style = "position:absolute;left:90pt;top:0;width:90pt;height:40pt;background:var(--signal)"
    assert entered(f'<div style="{style}"></div>') == []


def test_a_picture_with_a_meaning_counts(entered: Check) -> None:
    style = "position:absolute;left:140pt;top:20pt;width:30pt;height:30pt"
    picture = f'<svg style="{style}" viewBox="0 0 1 1"><title>A</title></svg>'
    (found,) = entered(picture)
    assert "[140 20 30×30 pt]: error keep-out: a picture stands in the lanyard slot" in found


@pytest.mark.parametrize(("left", "top"), [(1, 1), (399, 1), (1, 584), (399, 584)])
def test_a_round_corner_is_a_keep_out(entered: Check, left: float, top: float) -> None:
    (found,) = entered(text(left, top))
    assert "“Text” stands in the round corner" in found


def test_a_square_within_the_round_corner_is_not(entered: Check) -> None:
    assert entered(text(8, 8)) == []


def test_everything_is_said_at_once(entered: Check) -> None:
    assert len(entered(text(110, 5) + text(1, 1) + text(120, 16))) == 3


def test_the_badges_state_their_keep_outs() -> None:
    loaded = load_checked(BUNDLED)
    for size in ("4x3in", "a6", "4x6in"):
        job = resolve("badges", BUNDLED, loaded, Request(BUNDLED, size=size))
        edges = [(k.x, k.y, k.x + k.width, k.y + k.height) for k in job.spec.keep_outs]
        assert {keep.about for keep in job.spec.keep_outs} == {"lanyard slot", "holder's frame"}
        assert min(e[0] for e in edges) == min(e[1] for e in edges) == 0
        assert max(e[2] for e in edges) == pytest.approx(job.grid.width)
        assert max(e[3] for e in edges) == pytest.approx(job.grid.height)
        slot = next(keep for keep in job.spec.keep_outs if keep.about == "lanyard slot")
        assert slot.x + slot.width / 2 == pytest.approx(job.grid.width / 2)
