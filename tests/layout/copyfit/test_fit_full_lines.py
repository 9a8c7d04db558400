"""Lists of names: each line as full as it goes, and no name parted that has room on a line."""

from itertools import pairwise

import pytest

from mi_print.layout.copyfit.fit import FittedText, fit
from mi_print.layout.copyfit.fit_box import FitBox, FitRange, Floor, Rag
from mi_print.layout.text.pango import Face
from mi_print.layout.text.shaping.shape import shape
from tests.layout.copyfit.changed_box import but

FACE = Face("Inter", 10, 13)
SLOT = FitBox(180, 1e6, FACE, FitRange(10, 7, lines=12, rag=Rag.FILL))
NAMES = (
    *("Ada Lovelace", "Jürgen Müller", "Bo Li", "María de los Ángeles Pérez", "王小明"),
    *("Óscar Núñez", "Anne-Marie Muster-Probe", "Wei Zhang", "נועה לוי", "A. N. Other"),
)
LONG = "Wilhelmina Maximiliana Theodora Featherstonehaugh Cholmondeley"


def listed(*names: str) -> str:
    return ", ".join(name.replace(" ", "\u00a0") for name in names)


def lines(fitted: FittedText) -> list[str]:
    return [line.shaped.text for line in fitted.lines]


@pytest.mark.parametrize("width", [140, 180, 300])
def test_each_line_takes_what_there_is_room_for(width: float) -> None:
    found = fit(listed(*NAMES), "en", but(SLOT, width=width))
    said = lines(found)
    assert (found.size, found.excess, found.broken) == (10, 0, False)
    assert " ".join(said) == ", ".join(NAMES)
    for line, after in pairwise(said):
        assert line.endswith(",")
        longer = f"{line} {after.partition(', ')[0]}"
        assert 10 * shape(longer, FACE, "en").width > width - 3


def test_a_list_does_not_end_with_a_name_alone_if_it_need_not() -> None:
    found = lines(fit(listed(*NAMES), "en", but(SLOT, width=340)))
    assert found[-1].count(",") >= 1
    assert all(line.endswith(",") for line in found[:-1])
    two = listed("Ada Lovelace", "Grace Hopper", "Bo Li")
    assert lines(fit(two, "en", but(SLOT, width=135))) == ["Ada Lovelace,", "Grace Hopper, Bo Li"]


def test_a_title_is_even_where_a_list_is_full() -> None:
    text = "one two three four five six seven eight"
    full = [len(line) for line in lines(fit(text, "en", but(SLOT, width=140)))]
    even = but(SLOT, width=140, rag=Rag.EVEN)
    assert full[0] - full[1] > 10
    first, second = (len(line) for line in lines(fit(text, "en", even)))
    assert abs(first - second) < 6


def test_a_name_is_parted_only_where_it_is_wider_than_a_line() -> None:
    found = fit(listed("Ada Lovelace", LONG, "Bo Li"), "en", SLOT)
    assert lines(found) == [
        "Ada Lovelace,",
        "Wilhelmina Maximiliana Theodora",
        "Featherstonehaugh Cholmondeley,",
        "Bo Li",
    ]
    assert (found.size, found.broken) == (10, False)


def test_a_word_is_broken_only_when_it_would_be_below_its_floor() -> None:
    narrow = but(SLOT, width=52, lines=20)
    found = fit(listed("Ada", "Christopher Lee"), "en", narrow)
    assert lines(found) == ["Ada,", "Christopher", "Lee"]
    assert 7 < found.size < 10
    tiny = but(narrow, width=30)
    broken = fit(listed("Ada", "Christopher Lee"), "en", tiny)
    assert (broken.broken, broken.excess, lines(broken)[0]) == (True, 0, "Ada,")
    assert "".join(lines(broken)) == "Ada,ChristopherLee"
    refused = fit("Ada, Christopher", "en", but(tiny, floor=Floor.REFUSE))
    assert (lines(refused), refused.size) == (["Ada,", "Christopher"], 7)
    assert refused.excess > 0


@pytest.mark.parametrize("limit", [{"lines": 3}, {"least": 8}, {"lines": 3, "least": 7}])
def test_a_list_gets_smaller_until_its_lines_are_few_enough(limit: dict[str, float]) -> None:
    some = listed(*NAMES[:7])
    assert len(fit(some, "en", SLOT).lines) == 4
    found = fit(some, "en", but(SLOT, **limit))
    assert (len(found.lines), found.excess) == (limit.get("lines", 3), 0)
    larger = fit(some, "en", but(SLOT, largest=found.size + 0.5))
    assert len(larger.lines) > len(found.lines)


def test_too_many_names_say_how_much_too_many() -> None:
    found = fit(listed(*NAMES * 3), "en", but(SLOT, lines=3))
    assert (found.size, len(found.lines)) == (7, 3)
    assert found.excess > 100


def test_even_lines_differ_as_little_as_they_can() -> None:
    """The widest of them leaves a choice to the others."""
    title = "The Geometry of Self-Verification in a Task-Specific Reasoning Model"
    found = fit(title, "en", but(SLOT, width=160, rag=Rag.EVEN))
    assert lines(found) == [
        "The Geometry of",
        "Self-Verification in",
        "a Task-Specific Reasoning Model",
    ]
