"""The title is as large as its place; the headline and the notes are never too wide."""

import pytest

from mi_print.event.model import Workshop
from mi_print.layout.text.pango import measure
from mi_print.products.flyer.flyer_title import TitleRoom, event_notes, foot, headline, title
from tests.products.made_up import context
from tests.small_workshop import WORKSHOP

CONTEXT = context("letter", "cfp")
HIGH = 162.0


def workshop(**keys: object) -> Workshop:
    return Workshop.model_validate(WORKSHOP | keys)


@pytest.mark.parametrize(
    ("name", "most", "least"),
    [
        ("ABC", 120, 120),
        ("Granular Structures", 90, 80),
        ("Mechanistic Interpretability Workshop", 59, 59),
        ("Third International Workshop on the Long-Term Serviceability of Structures", 45, 30),
    ],
)
def test_a_name_is_as_large_as_its_place(name: str, most: float, least: float) -> None:
    found = title(workshop(name=name), CONTEXT, TitleRoom(HIGH, 120))
    assert least <= found.face.size <= most
    assert len(found.lines) * found.face.leading <= HIGH + 0.1 * found.face.size
    width = CONTEXT.grid.span(9)
    assert all(measure(line, found.face).width <= width for line in found.lines)
    assert " ".join(found.lines) == name


def test_lines_of_ideographs_have_white_between_them() -> None:
    found = title(workshop(name="小さな計測の会 第七回", lang="ja"), CONTEXT, TitleRoom(HIGH, 59))
    above, below = (measure(line, found.face, "ja") for line in found.lines)
    assert found.face.leading - above.ink_bottom - below.ink_top > 0.11 * found.face.size


def test_no_line_of_a_long_name_is_a_word_alone_if_it_need_not_be() -> None:
    name = "Third International Workshop on Uncertainty Quantification for Decision Making"
    found = title(workshop(name=name), CONTEXT, TitleRoom(HIGH, 59))
    assert found.lines[-1] == "Decision Making"


def test_a_name_of_many_lines_is_a_little_smaller_if_its_rag_is_even_then() -> None:
    name = (
        "Annual Meeting of the Special Interest Group on Moisture, Sediment, and the Long-Term "
        "Behavior of Roof-Softened Impellers in Cold Climates"
    )
    found = title(workshop(name=name), CONTEXT, TitleRoom(HIGH, 59))
    wide = [measure(line, found.face).width for line in found.lines]
    assert min(wide) > 0.85 * max(wide)
    assert " ".join(found.lines) == name


def test_a_descender_over_a_capital_opens_the_lines() -> None:
    close = title(workshop(name="Deep Deep Wormcaxa"), CONTEXT, TitleRoom(HIGH, 59)).face
    open_ = title(workshop(name="Deep Deep TTTTTTTT"), CONTEXT, TitleRoom(HIGH, 59)).face
    assert close.leading / close.size < 0.92 < open_.leading / open_.size


def test_the_foot_of_a_title_is_that_of_its_ink() -> None:
    high = title(workshop(name="ABC"), CONTEXT, TitleRoom(HIGH, 100))
    low = title(workshop(name="ABp"), CONTEXT, TitleRoom(HIGH, 100))
    assert foot(high, 36, "en") == pytest.approx(36 + 0.7276 * 100, abs=1.5)
    assert foot(low, 36, "en") > foot(high, 36, "en") + 15


@pytest.mark.parametrize("due", ["due 1 May 2026", "due " + "30 September 2026 " * 5])
def test_the_headline_is_one_line_or_two(due: str) -> None:
    found = headline("Call for papers", due, CONTEXT)
    texts = [f"{found.heading} {found.due}"] if found.lines == 1 else [found.heading, found.due]
    assert all(measure(text, found.face).width <= CONTEXT.grid.measure for text in texts)


def test_long_notes_are_set_smaller_and_an_address_stays_whole_if_it_can() -> None:
    short = event_notes(workshop(url="https://example.org/"), CONTEXT)
    assert short.face.size == 10
    assert [note.lines for note in short.notes][-1] == ["example.org"]
    longer = event_notes(workshop(url="https://a-longer-example-address.org/"), CONTEXT)
    assert longer.face.size < 10
    assert len(longer.notes[-1].lines) == 1
    host = {"name": "Forty-Fourth International Joint Conference on Samples " * 6}
    assert event_notes(workshop(host=host), CONTEXT).face.size == 8
