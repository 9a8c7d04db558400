"""A text is as large as its slot lets it, broken evenly, and never outside."""

import pytest

from mi_print.layout.copyfit.fit import FittedText, fit
from mi_print.layout.copyfit.fit_box import FitBox, FitRange, Floor
from mi_print.layout.text.pango import Face
from tests.layout.copyfit.changed_box import but
from tests.products.hard_names import HARD_NAMES

FACE = Face("Inter Display", 60, 66, 600, -0.02)
SLOT = FitBox(200, 100, FACE, FitRange(60, 12, lines=2, least=30))


def lines(fitted: FittedText) -> list[str]:
    return [line.shaped.text for line in fitted.lines]


def test_a_short_name_has_the_largest_size() -> None:
    found = fit("Ada", "en", SLOT)
    assert (found.size, lines(found), found.at_floor, found.excess) == (60, ["Ada"], False, 0)


def test_one_line_shrinks_in_half_points_until_it_is_inside() -> None:
    found = fit("Maximilian", "en", but(SLOT, lines=1))
    assert 12 < found.size < 60
    assert found.size % 0.5 == 0
    width = found.lines[0].shaped.width
    assert found.size * width <= 200 < (found.size + 0.5) * width


def test_height_limits_too() -> None:
    assert fit("Ada", "en", but(SLOT, height=40)).size < 40


def test_a_second_line_where_the_first_would_be_too_small() -> None:
    assert lines(fit("Ada Sample", "en", SLOT)) == ["Ada Sample"]
    assert lines(fit("Maximilian Sampleson", "en", SLOT)) == ["Maximilian", "Sampleson"]


def test_lines_are_even() -> None:
    found = fit("Maria da Silva dos Santos Pereira", "pt", SLOT)
    assert lines(found) == ["Maria da Silva", "dos Santos Pereira"]


def test_the_middle_line_is_no_longer_than_it_must() -> None:
    slot = but(SLOT, height=300, lines=3, least=60)
    found = fit("one two three four five six", "en", slot)
    widths = [line.shaped.width for line in found.lines]
    assert len(widths) == 3
    assert max(widths) < 1.5 * min(widths)


def test_a_hyphen_breaks_where_that_helps_much() -> None:
    assert lines(fit("Karlamaria-Sophiefriederike", "de", SLOT)) == [
        "Karlamaria-",
        "Sophiefriederike",
    ]
    assert lines(fit("Ann-Li Oh", "en", SLOT)) == ["Ann-Li Oh"]


def test_a_name_ends_a_line_at_its_space_rather_than_after_a_hyphen_behind_it() -> None:
    slot = but(SLOT, width=180)
    assert lines(fit("Ulf Osterer-Westerer", "de", slot)) == ["Ulf", "Osterer-Westerer"]
    narrow = but(SLOT, width=70)
    assert lines(fit("Ulf Osterer-Westerer", "de", narrow)) == ["Ulf Osterer-", "Westerer"]


def test_a_particle_is_left_behind_only_below_the_floor() -> None:
    name = "Ada von der Mustermannin"
    assert lines(fit(name, "de", but(SLOT, width=180))) == ["Ada", "von der Mustermannin"]
    found = fit(name, "de", but(SLOT, width=180, smallest=20))
    assert (lines(found), found.broken) == (["Ada von der", "Mustermannin"], False)


def test_a_mark_on_a_capital_is_nearer_to_it_than_to_the_line_above() -> None:
    found = fit("Hanna Überweg", "de", but(SLOT, width=120))
    upper, lower = found.lines
    marks = lower.baseline - found.size * lower.shaped.ink_top
    white = marks - upper.baseline - found.size * upper.shaped.ink_bottom
    assert white >= 0.1 * found.size - 1e-6


def test_a_word_is_broken_only_when_it_would_be_below_its_floor() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    kept = fit(word, "de", SLOT)
    assert (lines(kept), kept.broken) == ([word], False)
    slot = but(SLOT, smallest=20)
    broken = fit(word, "de", slot)
    assert (len(broken.lines), broken.broken, broken.excess) == (2, True, 0)
    assert "".join(lines(broken)) == word
    refused = fit(word, "de", but(slot, floor=Floor.REFUSE))
    assert (lines(refused), refused.at_floor, refused.broken) == ([word], True, False)
    assert refused.excess == pytest.approx(20 * refused.lines[0].shaped.width - 200, abs=1)


def test_no_break_spaces_hold() -> None:
    slot = but(SLOT, smallest=5, lines=3)
    assert lines(fit("Sampleson\u00a0Exampleson", "en", slot)) == ["Sampleson\u00a0Exampleson"]


def test_a_chinese_name_stays_whole() -> None:
    slot = but(SLOT, width=60, least=60)
    assert lines(fit("王小明", "zh", slot)) == ["王小明"]


@pytest.mark.parametrize(
    ("text", "align", "side"),
    [
        ("Ada", "start", "left"),
        ("Ada", "end", "right"),
        ("נועה", "start", "right"),
        ("נועה", "end", "left"),
        ("נועה", "left", "left"),
        ("Ada", "center", "center"),
    ],
)
def test_start_and_end_follow_the_direction(text: str, align: str, side: str) -> None:
    found = fit(text, "en", but(SLOT, align=align))
    line = found.lines[0]
    rest = 200 - found.size * (line.shaped.width - 0.02)
    assert line.x == pytest.approx({"left": 0, "right": rest, "center": rest / 2}[side])


@pytest.mark.parametrize(("upright", "share"), [("top", 0), ("center", 0.5), ("bottom", 1)])
def test_lines_stand_where_they_are_wanted(upright: str, share: float) -> None:
    found = fit("Ada", "en", but(SLOT, upright=upright))
    top = (1.1 + 0.96875 - 0.2412) / 2 * 60
    assert found.lines[0].baseline == pytest.approx(top + share * (100 - 66))


def test_tall_scripts_take_the_leading_that_they_need() -> None:
    slot = but(SLOT, face=Face("Inter", 30, 24), largest=30, lines=2, least=30, width=90)
    upper, lower = fit("ကျွန်ုပ် မြင့်မြတ်", "my", slot).lines
    found = fit("ကျွန်ုပ် မြင့်မြတ်", "my", slot)
    foot = upper.baseline + found.size * upper.shaped.ink_bottom
    assert foot < lower.baseline - found.size * lower.shaped.ink_top


def test_nothing_leaves_its_slot_or_is_lost() -> None:
    slot = but(SLOT, lines=4, smallest=8)
    for text, lang in HARD_NAMES:
        found = fit(text, lang, slot)
        assert found.excess == 0, text
        assert "".join("".join(lines(found)).split(" ")) == "".join(text.split(" ")), text
        hang = 0.05 * found.size + 1e-6
        for line in found.lines:
            assert line.x + found.size * line.shaped.ink_left >= -hang, text
            assert line.x + found.size * line.shaped.ink_right <= slot.width + hang, text
            assert line.baseline - found.size * line.shaped.ink_top >= -1e-6, text
            assert line.baseline + found.size * line.shaped.ink_bottom <= slot.height + 1e-6, text


def test_a_text_of_a_thousand_letters_is_refused_and_quickly() -> None:
    found = fit("Sample " * 100 + "x" * 300, "en", but(SLOT, smallest=12))
    assert found.excess > 0
    assert found.at_floor


def test_it_says_which_fonts_it_takes() -> None:
    assert fit("Wei 王 नेहा W", "en", SLOT).fonts == (
        "InterDisplay-SemiBold",
        "NotoSansSC-SemiBold",
        "NotoSans-SemiBold",
    )


COMPOUND = "Geschwindigkeitsüberwachungsanlagen"


@pytest.mark.parametrize(
    ("text", "smallest", "wanted"),
    [
        (COMPOUND, 12, [COMPOUND]),
        (COMPOUND, 18, ["Geschwindigkeits-", "überwachungsanlagen"]),
        (f"Neue {COMPOUND}", 18, ["Neue Geschwindigkeits-", "überwachungsanlagen"]),
        ("Zusammenfassungen", 40, ["Zusammen-", "fassungen"]),
    ],
)
def test_a_word_too_long_at_the_floor_is_divided_by_its_language(
    text: str, smallest: float, wanted: list[str]
) -> None:
    slot = but(SLOT, width=240, smallest=smallest, largest=40, least=40, floor=Floor.HYPHENS)
    found = fit(text, "de", slot)
    assert (lines(found), found.broken, found.excess) == (wanted, False, 0)
    assert found.size >= smallest


def test_a_word_that_no_rule_divides_is_broken_between_letters() -> None:
    slot = but(SLOT, smallest=40, largest=40, least=40, floor=Floor.HYPHENS)
    found = fit("GPTXLNETV2", "de", slot)
    assert found.broken
    assert "".join(lines(found)) == "GPTXLNETV2"


SHY = "\u00ad"


@pytest.mark.parametrize("floor", Floor)
@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (SHY.join("Donaudampfschifffahrt"), "Donaudampfschifffahrt"),
        (f"{SHY}Dampf{SHY * 40}schiff{SHY}", "Dampfschiff"),
        (f"Dampf-{SHY}Schiff {SHY} Fahrt", "Dampf-Schiff  Fahrt"),
        (f"Dampf{SHY}schiff", "Dampfschiff"),
    ],
)
def test_soft_hyphens_of_a_text_divide_it_and_are_not_set(
    text: str, seen: str, floor: Floor
) -> None:
    for width in (20, 60, 400):
        found = fit(text, "de", but(SLOT, width=width, lines=6, floor=floor))
        set_ = "".join(lines(found))
        assert SHY not in set_
        assert set_.replace("-", "").replace(" ", "") == seen.replace("-", "").replace(" ", "")
        assert found.text == text
    assert lines(found)[0].startswith(seen.partition(" ")[0])
