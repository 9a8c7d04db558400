"""Slots know what of the master is within their reach, and which slots reach there too."""

from pathlib import Path

import pytest

from mi_print.layout.slots.neighbours import check_codes, neighboured
from mi_print.layout.slots.read_slots import slots
from mi_print.layout.slots.slot import Slot
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import Typesetter

PAGE = (
    "@page{size:200pt 100pt;margin:0} *{margin:0;padding:0} body{font:10pt/12pt Inter}"
    "svg{display:block} .at{position:absolute}"
)


def at(x: float, y: float, width: float, height: float) -> str:
    return f'class="at" style="left:{x}pt;top:{y}pt;width:{width}pt;height:{height}pt"'


def read(body: str, folder: Path) -> list[Slot]:
    pages = Typesetter([folder], [("page", PAGE, folder)]).set(body, folder, "page")
    return neighboured(slots(pages, "page"), read_back(pages))


NAME = f'<p data-slot="name" {at(20, 20, 100, 12)}></p>'

FIXED = {
    "a text": (f"<p {at(60, 20, 40, 12)}>Ed</p>", {"“Ed”"}),
    "a rule": (f"<hr {at(0, 25, 200, 0)}>", {"a rule"}),
    "a thin box": (
        f'<div {at(0, 25, 200, 1)}><p style="height:1pt;background:red"></p></div>',
        {"a rule"},
    ),
    "a code": (
        f'<svg data-code="x" viewBox="0 0 1 1" {at(100, 10, 40, 40)}><title>c</title></svg>',
        {"a code"},
    ),
    "on purpose": (f"<p data-over {at(60, 20, 40, 12)}>Ed</p>", set()),
    "a panel": (f'<div {at(0, 0, 200, 100)}><p style="background:red">&nbsp;</p></div>', set()),
    "what is beside": (f"<p {at(60, 40, 40, 12)}>Ed</p>", set()),
}


@pytest.mark.parametrize("kind", FIXED)
def test_what_the_master_says_in_a_slots_reach(kind: str, tmp_path: Path) -> None:
    body, wanted = FIXED[kind]
    (slot,) = read(NAME + body, tmp_path)
    assert {what for what, _ in slot.taken} == wanted


def test_slots_that_reach_over_each_other_are_near(tmp_path: Path) -> None:
    other = f'<p data-slot="place" {at(60, 26, 100, 12)}></p>'
    far = f'<p data-slot="role" {at(60, 60, 100, 12)}></p>'
    code = f'<div data-slot="url" data-slot-kind="code" {at(100, 0, 40, 40)}></div>'
    found = read(NAME + other + far + code, tmp_path)
    assert [slot.near for slot in found] == [
        ("place", "url"),
        ("name", "url"),
        (),
        ("name", "place"),
    ]


def test_slots_of_one_stack_keep_apart_by_themselves(tmp_path: Path) -> None:
    body = (
        f'<div data-stack="s" {at(0, 0, 200, 60)}>'
        f'<p data-slot="name" data-baseline="10pt" {at(0, 0, 200, 60)}></p>'
        f'<p data-slot="place" data-baseline="30pt" {at(0, 0, 200, 60)}></p></div>'
    )
    assert [slot.near for slot in read(body, tmp_path)] == [(), ()]


def test_a_code_on_fixed_text_is_said(tmp_path: Path) -> None:
    code = f'<div data-slot="url" data-slot-kind="code" {at(100, 0, 40, 40)}></div>'
    (problem,) = check_codes(read(f"{code}<p {at(90, 20, 60, 12)}>Scan</p>", tmp_path), "page")
    assert "error collision: the code “url” is printed over “Scan”" in str(problem)
    assert check_codes(read(f"{code}<p {at(20, 20, 60, 12)}>Scan</p>", tmp_path), "page") == []
