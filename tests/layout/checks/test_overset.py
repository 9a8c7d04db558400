"""What does not fit is said, with the place and by how much."""

from collections.abc import Callable

import pytest

Check = Callable[..., list[str]]

BOX = "position:absolute;left:10pt;top:10pt;width:100pt;height:24pt"


def test_what_fits_is_silent(check: Check) -> None:
    assert check(f'<p data-frame="a" style="{BOX}">One<br>two</p>') == []


def test_a_line_too_many(check: Check) -> None:
    assert check(f'<p data-frame="list" style="{BOX}">One<br>two<br>three</p>') == [
        (
            "layouts/cfp, page 1 [10 10 100×24 pt]: error overflow:"
            ' what is in the frame "list" stands out by 12.0 pt at the bottom,'
            " from “three” on\n"
            "    shorten the text, or make room for it in the layout"
        )
    ]


def test_a_line_too_wide(check: Check) -> None:
    found = check(f'<p style="{BOX}">Donaudampfschifffahrtsgesellschaftskapitän</p>')
    assert len(found) == 1
    assert found[0].startswith("layouts/cfp, page 1 [10 10 ")
    assert "“Donaudampfschifffahrtsgesellschaftskapi…” is " in found[0]
    assert " pt wider than its column\n" in found[0]


def test_a_page_too_many(check: Check) -> None:
    assert check('<p>One</p><p style="break-before:page">Two</p>') == [
        (
            "layouts/cfp/layout.yaml: error pages: this comes out at 2 pages; it must be 1 page\n"
            "    shorten the text, or make room for it in the layout"
        )
    ]


@pytest.mark.parametrize(
    ("side", "by"), [("left:-8pt;top:9pt", 8), ("left:9pt;top:-8pt", 6), ("right:-8pt;top:9pt", 8)]
)
def test_text_outside_the_trim(check: Check, side: str, by: int) -> None:
    (found,) = check(f'<p style="position:absolute;white-space:nowrap;{side}">Text</p>')
    said = float(found.partition("stands ")[2].partition(" pt")[0])
    assert found.startswith("layouts/cfp, page 1 [")
    assert "“Text” stands" in found
    assert said == pytest.approx(by, abs=1.5)


def test_everything_is_said_at_once(check: Check) -> None:
    found = check(
        f'<p data-frame="a" style="{BOX}">One<br>two<br>three</p>'
        f'<p data-frame="b" style="{BOX};left:200pt">One<br>two<br>three</p>'
        '<p>One</p><p style="break-before:page">Two</p>'
    )
    assert len(found) == 3


def test_a_line_too_wide_that_is_read_from_the_right(check: Check) -> None:
    found = check(
        f'<p lang="he" dir="rtl" style="{BOX};left:200pt;white-space:nowrap">{"שלום " * 9}</p>'
    )
    assert len(found) == 1
    assert " pt wider than its column\n" in found[0]


def test_titles_may_be_set_a_little_out_to_look_aligned(check: Check) -> None:
    assert check(f'<div data-frame="a" style="{BOX}"><p style="margin:-3pt">One</p></div>') == []


def test_a_frame_that_goes_on_over_the_page(check: Check) -> None:
    lines = "".join(f"<p>{n}</p>" for n in range(80))
    found = check(f'<div data-frame="day" style="height:600pt">{lines}</div>')
    assert len(found) == 2
    assert "error pages: this comes out at 2 pages" in found[0]
    assert "layouts/cfp, page 2 [" in found[1]
    assert 'error overflow: what is in the frame "day" goes on from the page before' in found[1]


@pytest.mark.parametrize(("up", "count"), [(0, 0), (5, 0), (20, 1)])
def test_a_tall_letter_may_reach_a_little_above_its_page(check: Check, up: int, count: int) -> None:
    text = f'<p style="font-size:20pt;line-height:20pt;position:relative;top:-{up}pt">ÅÉ</p>'
    found = check(text, "@page { margin: 60pt } p { margin: 0 }")
    assert ["pt in the page's margin" in each for each in found] == [True] * count


def test_a_space_at_the_end_of_a_line_may_hang(check: Check) -> None:
    line = f'<p style="{BOX};white-space:nowrap;width:{{}}pt">Text{chr(0xA0) * 4}</p>'
    assert check(line.format(30)) == []
    (found,) = check(line.format(10))
    assert " pt wider than its column\n" in found
