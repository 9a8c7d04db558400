"""Slots that are set together, and what each says of the others."""

import re
from pathlib import Path

import pytest

from mi_print.layout.copyfit.fit_box import Shrink
from mi_print.layout.slots import read_slots as read
from mi_print.layout.slots.slot import Slot
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter
from tests.layout.slots.test_read_slots import PAGE, PLACE, refused

TEXT = f'<p class="at" data-slot="title" data-baseline="15pt" {{}} style="{PLACE}"></p>'
CODE = (
    '<div class="at" data-slot="url" data-slot-kind="code" {}'
    ' style="left:60pt;top:5pt;width:20pt;height:20pt"></div>'
)
STACK = '<div class="at" data-stack="paper" {} style="left:10pt;top:20pt;width:99pt;height:70pt">'


def typeset(folder: Path, body: str) -> TypesetPages:
    setter = Typesetter([folder], [("page.css", PAGE, folder)])
    return setter.set(f"<html lang='en'><title>T</title><body>{body}", folder, "page.html")


def slots(folder: Path, body: str) -> list[Slot]:
    return read.slots(typeset(folder, body), "page.html.j2")


@pytest.mark.parametrize(
    ("said", "wanted"), [("", Shrink.FIRST), ('data-shrink="together"', Shrink.TOGETHER)]
)
def test_a_stack_says_which_of_its_texts_get_smaller(
    tmp_path: Path, said: str, wanted: Shrink
) -> None:
    (slot,) = slots(tmp_path, STACK.format(said) + TEXT.format("") + "</div>")
    assert slot.stack
    assert slot.stack.shrink is wanted
    assert slot.stack.box == pytest.approx((10, 20, 99, 70))


def test_a_code_in_a_stack_keeps_texts_away(tmp_path: Path) -> None:
    body = STACK.format("") + TEXT.format("") + CODE.format('data-clear="2mm"') + "</div>"
    text, code = slots(tmp_path, body)
    assert text.stack == code.stack
    assert text.clear is None
    assert code.clear == pytest.approx(2 / 25.4 * 72)
    assert code.box == pytest.approx((70, 25, 20, 20))


def test_a_slot_names_the_field_of_its_language(tmp_path: Path) -> None:
    (slot,) = slots(tmp_path, TEXT.format('data-lang-of="lang_1" lang="ja"'))
    assert slot.lang_of == "lang_1"
    assert slot.language({"lang_1": "zh"}, "ko") == "zh"
    assert slot.language({}, "ko") == "ko"
    assert slot.language({"lang_1": ""}, "") == "ja"
    assert read.check_fields([slot], ["title", "lang_1"], "page.html.j2") == []
    (problem,) = read.check_fields([slot], ["title"], "page.html.j2")
    assert problem.message == "no record has “lang_1”"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            STACK.format('data-shrink="all"') + TEXT.format(""),
            "the slot “title” says: data-shrink=“all” is none of: first, together",
        ),
        (
            STACK.format("") + CODE.format('data-clear="wide"'),
            (
                "the slot “url” says: 'wide' is not a length; write a number and a unit,"
                ' as in "3 mm", "0.125 in" or "9 pt"'
            ),
        ),
        (
            STACK.format("") + CODE.format('data-clear="-1pt"'),
            "the slot “url” says: data-clear is less than 0",
        ),
        (
            CODE.format('data-clear="6pt"'),
            "the slot “url” has data-clear and is in no stack",
        ),
        (
            TEXT.format('data-clear="6pt"'),
            "the slot “title” has data-clear and is in no stack",
        ),
        (
            STACK.format("").replace("height:70pt", "height:90pt") + TEXT.format(""),
            "the slot “title” stands in a stack that reaches outside the trim",
        ),
    ],
)
def test_what_a_stack_cannot_be_is_said(tmp_path: Path, body: str, message: str) -> None:
    pages = typeset(tmp_path, body)
    (problem,) = refused(pages)
    assert re.sub(r"\n.*", "", problem.partition("error slot: ")[2]) == message


@pytest.mark.parametrize(
    ("name", "lines", "wanted"),
    [
        ("title_2", ["title_{{ n }}", "url_{{ n }}"], 1),
        ("url_1", ["title_{{ n }}", "url_{{ n }}", "url"], 2),
        ("url", ["title_{{ n }}", "url_{{ n }}", "url"], 3),
        ("title_2", ["title_{{ n }}", "{{ field }}"], None),
        ("Title", ["title_{{ n }}"], None),
    ],
)
def test_a_slot_that_a_loop_writes_is_said_with_its_line(
    tmp_path: Path, name: str, lines: list[str], wanted: int | None
) -> None:
    pages = typeset(tmp_path, f'<p class="at" data-slot="{name}" style="{PLACE}"></p>')
    template = "\n".join(f'<p data-slot="{line}"></p>' for line in lines)
    (slot,) = read.slots(pages, "page.html.j2", template)
    assert slot.line == wanted
