"""Texts of a stack that get smaller together, and stay away from a code beside them."""

import dataclasses

import pytest

from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.copyfit.fit_box import FitRange, Rag, Shrink
from mi_print.layout.copyfit.stack import Stack
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.text.pango import Face
from mi_print.series.slot_groups import groups
from tests.series.sample_slots import text_slot

STACK = Stack("paper", (20, 30, 340, 130), Shrink.TOGETHER)
TITLE = text_slot(
    name="title",
    box=STACK.box,
    face=Face("Inter", 17, 20, 600, -0.014),
    fit=FitRange(17, 11.9, lines=8),
    baseline=16,
    stack=STACK,
)
AUTHORS = text_slot(
    name="authors",
    box=STACK.box,
    face=Face("Inter", 10, 13),
    fit=FitRange(10, 7, lines=12, rag=Rag.FILL),
    baseline=33,
    stack=STACK,
    lang_of="lang",
)
CODE = dataclasses.replace(
    AUTHORS, name="url", kind=SlotKind.CODE, box=(295, 0, 65, 65), clear=12.0, lang_of=""
)
LONG = "A Mechanistic Account of In-Context Learning Across Many Scales and Architectures"
MANY = ", ".join(f"Wilhelmina\u00a0{letter}.\u00a0Åkesson-Østergård" for letter in "ABCDEFGH")


def fitted(*slots: Slot, **said: str) -> dict[str, FittedText]:
    (group,) = groups(slots)
    return {slot.name: found for slot, found in group.fitted(said, "en")}


def foot(each: FittedText) -> float:
    return each.lines[-1].baseline + each.size * each.lines[-1].shaped.ink_bottom


def right(each: FittedText) -> float:
    return max(line.x + each.size * line.shaped.ink_right for line in each.lines)


def left(each: FittedText) -> float:
    return min(line.x + each.size * line.shaped.ink_left for line in each.lines)


def head(each: FittedText) -> float:
    return each.lines[0].baseline - each.size * each.lines[0].shaped.ink_top


def test_with_room_all_have_their_own_sizes_and_distances() -> None:
    found = fitted(TITLE, AUTHORS, title="Short", authors="Ada")
    assert [each.size for each in found.values()] == [17, 10]
    assert [each.lines[0].baseline for each in found.values()] == pytest.approx([16, 33])


def test_without_room_all_get_smaller_by_one_share() -> None:
    found = fitted(TITLE, AUTHORS, title=LONG * 2, authors=MANY)
    title, authors = found["title"], found["authors"]
    share = title.size / 17
    assert 0.7 < share < 1
    assert authors.size / 10 == pytest.approx(share, abs=1e-3)
    apart = authors.lines[0].baseline - title.lines[-1].baseline
    assert apart == pytest.approx(17 * share, abs=0.01)
    assert title.excess == authors.excess == 0
    assert foot(authors) <= 130
    (one,) = groups(
        [dataclasses.replace(TITLE, stack=dataclasses.replace(STACK, shrink=Shrink.FIRST))]
    )
    ((_, alone),) = one.fitted({"title": LONG * 2}, "en")
    assert alone.size == 17


def test_the_first_shrinks_alone_where_a_stack_says_nothing_else() -> None:
    first = dataclasses.replace(STACK, shrink=Shrink.FIRST)
    slots = [dataclasses.replace(each, stack=first) for each in (TITLE, AUTHORS)]
    found = fitted(*slots, title=LONG * 2, authors=MANY)
    assert found["title"].size < 17
    assert found["authors"].size == 10


def test_a_word_that_is_too_wide_makes_all_smaller() -> None:
    found = fitted(
        TITLE, AUTHORS, title="Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", authors="Ada"
    )
    assert len(found["title"].lines) == 1
    assert found["title"].size / 17 == pytest.approx(found["authors"].size / 10, abs=1e-3)
    assert found["authors"].size < 10


def test_none_gets_smaller_than_its_smallest() -> None:
    firm = dataclasses.replace(AUTHORS, fit=FitRange(10, 9, lines=12, rag=Rag.FILL))
    found = fitted(TITLE, firm, title=LONG * 4, authors=MANY * 3)
    assert [each.size for each in found.values()] == [11.9, 9]
    assert all(each.excess > 10 for each in found.values())


def test_a_title_beside_a_code_is_as_narrow_as_what_is_left() -> None:
    said = {"title": "A Mechanistic Account of Context", "authors": "Ada"}
    wide = fitted(TITLE, AUTHORS, CODE, **said)["title"]
    found = fitted(TITLE, AUTHORS, CODE, **said, url="https://example.org")["title"]
    assert right(wide) > 275 - 12 >= right(found)
    assert (len(wide.lines), len(found.lines)) == (1, 2)


def test_authors_are_narrow_only_where_they_begin_above_the_codes_foot() -> None:
    said = {"authors": MANY, "url": "https://example.org"}
    beside = fitted(TITLE, AUTHORS, CODE, title="Short", **said)["authors"]
    assert head(beside) < 65 + 12 - 30
    assert right(beside) <= 275 - 12
    below = fitted(TITLE, AUTHORS, CODE, title=LONG, **said)["authors"]
    assert head(below) >= 65 + 12 - 30
    assert len(beside.lines) > len(below.lines)


def test_a_code_on_the_left_moves_texts_to_the_right() -> None:
    code = dataclasses.replace(CODE, box=(20, 30, 65, 65))
    for align in ("left", "right"):
        title = dataclasses.replace(TITLE, align=align)
        found = fitted(title, code, title=LONG, url="https://example.org")["title"]
        assert left(found) >= 65 + 12 - 0.05 * 17
        assert right(found) <= 340 + 0.05 * 17


@pytest.mark.parametrize("box", [(400, 30, 65, 65), (295, 140, 20, 20)])
def test_a_code_that_is_not_beside_a_text_leaves_it_as_it_is(
    box: tuple[float, float, float, float],
) -> None:
    code = dataclasses.replace(CODE, box=box)
    without = fitted(TITLE, code, title=LONG)
    assert fitted(TITLE, code, title=LONG, url="https://example.org") == without


def test_a_code_that_leaves_no_room_is_an_excess() -> None:
    code = dataclasses.replace(CODE, box=(20, 30, 340, 340))
    found = fitted(TITLE, AUTHORS, code, title="A", authors="B", url="https://example.org")
    assert all(each.excess > 0 for each in found.values())


def test_a_code_without_clear_keeps_nobody_away() -> None:
    code = dataclasses.replace(CODE, clear=None)
    said = {"title": LONG, "authors": MANY}
    assert fitted(TITLE, AUTHORS, code, url="https://example.org", **said) == fitted(
        TITLE, AUTHORS, **said
    )


def test_a_text_has_the_language_of_its_field() -> None:
    def glyph(lang: str) -> object:
        found = fitted(AUTHORS, authors="直", lang=lang)["authors"]
        return found.lines[0].shaped.runs[0].clusters, found.fonts

    assert glyph("zh") != glyph("ja")
    assert glyph("ja") == glyph("ja")
