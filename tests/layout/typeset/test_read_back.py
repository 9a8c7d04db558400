"""What is read of typeset pages: texts with their ink, frames, rules, codes, and their places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.layout.typeset.contents import PageContents
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import Typesetter, join

Reading = Callable[..., PageContents]

PAGE = "@page{size:200pt 100pt;margin:10pt} *{margin:0;padding:0} body{font:10pt/12pt Inter}"


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Return a function that sets bodies on small pages, one after the other, and reads them."""
    typesetter = Typesetter([tmp_path], [("page", PAGE, tmp_path)])

    def read(*bodies: str) -> PageContents:
        return read_back(join([typesetter.set(body, tmp_path, "body") for body in bodies]))

    return read


def test_frames_know_where_they_and_their_content_are(reading: Reading) -> None:
    style = "position:absolute;left:20pt;top:30pt;width:60pt;height:24pt"
    (frame,) = reading(f'<div data-frame="f" style="{style}">One<br>two<br>three</div>').frames
    assert (frame.name, frame.page) == ("f", 1)
    assert frame.box == frame.place == pytest.approx((30, 40, 60, 24)), "the margin is 10 pt"
    assert frame.content[1] == pytest.approx(40)
    assert frame.content[3] == pytest.approx(36)


def test_a_turned_frame_is_where_it_is_turned_to(reading: Reading) -> None:
    style = "position:absolute;left:20pt;top:0;width:60pt;height:24pt;transform:rotate(90deg)"
    (frame,) = reading(f'<div data-frame="f" style="{style}">One</div>').frames
    assert frame.box == pytest.approx((30, 10, 60, 24))
    assert frame.place == pytest.approx((48, -8, 24, 60))
    assert frame.smallest == pytest.approx(10)


@pytest.mark.parametrize("display", ["flex", "grid", "flow-root", "table", "inline-block"])
def test_whatever_is_laid_out_can_be_a_frame(reading: Reading, display: str) -> None:
    (frame,) = reading(f'<div data-frame="f" style="display:{display}"><p>One</p></div>').frames
    assert frame.smallest == pytest.approx(10)


def test_lines_too_wide_are_found(reading: Reading) -> None:
    (column,) = reading('<p style="width:20pt">Incomprehensibilities</p>').columns
    assert column.text == "Incomprehensibilities"
    assert column.excess > 50
    assert reading("<p>Fits</p>").columns == []


def test_ink_is_that_of_the_letters(reading: Reading) -> None:
    high, low, both = (reading(f"<p>{word}</p>").texts[0] for word in ("HI", "xo", "Áj"))
    assert high.ink
    assert low.ink
    assert both.ink
    assert high.ink[3] - high.ink[1] == pytest.approx(7.28, abs=0.1), "the height of capitals"
    assert low.ink[3] - low.ink[1] == pytest.approx(5.6, abs=0.2), "the height of an x"
    assert both.ink[1] < high.ink[1] - 1.5
    assert both.ink[3] > high.ink[3] + 1.5
    assert len(both.glyphs()) == 2


@pytest.mark.parametrize(
    "text", ["Ab cd", "مرحبا بكم", "क्षत्रिय", "ที่นี่", "漢字かな", "אבגד", "e\u0301g"]
)
def test_the_glyphs_of_a_line_make_its_ink(reading: Reading, text: str) -> None:
    (found,) = reading(f'<p style="letter-spacing:.1em">{text}</p>').texts
    glyphs = found.glyphs()
    around = (
        min(ink[0] for ink in glyphs),
        min(ink[1] for ink in glyphs),
        max(ink[2] for ink in glyphs),
        max(ink[3] for ink in glyphs),
    )
    assert around == pytest.approx(found.ink, abs=0.02)


def test_transforms_add_up(reading: Reading) -> None:
    body = (
        '<div style="transform:translate(20pt,10pt)"><div style="transform:scale(2);'
        'transform-origin:0 0"><p>HI</p></div></div>'
    )
    (moved,) = reading(body).texts
    (plain,) = reading("<p>HI</p>").texts
    assert moved.size == pytest.approx(20)
    assert plain.ink
    assert moved.ink
    assert moved.ink[0] == pytest.approx(10 + 20 + 2 * (plain.ink[0] - 10))
    assert moved.ink[1] == pytest.approx(10 + 10 + 2 * (plain.ink[1] - 10))


RULES = {
    "a border": ('<p style="border-bottom:1pt solid red">x</p>', [(10, 22, 190, 23)]),
    "two borders": (
        '<p style="width:50pt;border:solid red;border-width:0 1pt 0 2pt">x</p>',
        [(10, 10, 12, 22), (62, 10, 63, 22)],
    ),
    "a thin box": (
        '<div style="height:.5pt;width:9pt;background:red"></div>',
        [(10, 10, 19, 10.5)],
    ),
    "between columns": (
        (
            '<div style="columns:2;column-gap:20pt;column-rule:2pt solid red">'
            '<p>a</p><p style="break-before:column">b</p></div>'
        ),
        [(99, 10, 101, 22)],
    ),
    "shared by cells": (
        (
            '<table style="border-collapse:collapse"><tr style="border-top:1pt solid red">'
            '<td style="width:40pt">a</td></tr></table>'
        ),
        [(10, 9.5, 50, 10.5)],
    ),
    "none that is seen": (
        (
            '<p style="border:1pt none red"></p><p style="border:1pt solid transparent"></p>'
            '<p style="visibility:hidden;border:1pt solid red"></p>'
        ),
        [],
    ),
    "a panel": ('<div style="height:9pt;background:red"></div>', []),
    "under a word": ('<p>a <span style="border-bottom:1pt solid red">word</span></p>', []),
}


@pytest.mark.parametrize("kind", RULES)
def test_rules_are_what_is_thin(reading: Reading, kind: str) -> None:
    body, wanted = RULES[kind]
    found = reading(body).rules
    assert [pytest.approx(rule.box, abs=0.8) for rule in found] == wanted


def test_codes_are_told_by_page(reading: Reading) -> None:
    code = '<svg data-code="{}" width="9" height="9"><title>c</title></svg>'
    found = reading(code.format("a"), "<p>none</p>", code.format("b") + code.format("c"))
    assert [sorted(page) for page in found.codes] == [["a"], [], ["b", "c"]]


def test_what_is_painted_later_comes_later(reading: Reading) -> None:
    at = "position:absolute;z-index:"
    body = (
        f'<p style="{at}2">a</p><p style="position:relative">b</p><p style="{at}-1">c</p>'
        '<p style="float:left">d</p><p>e</p><p style="opacity:.5">f</p>'
        '<p style="position:static">g</p>'
    )
    texts = sorted(reading(body).texts, key=lambda text: text.order)
    assert "".join(text.text for text in texts) == "cdegbfa"
