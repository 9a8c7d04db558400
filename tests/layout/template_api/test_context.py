"""What templates measure with: titles that fit, addresses that break, the page's numbers."""

import pytest

from mi_print.layout.package.manifest import BLEED
from mi_print.layout.template_api.context import LayoutContext, page_css
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.pango import measure
from tests.products.made_up import context

NAME = "Mechanistic Interpretability Workshop"


@pytest.fixture(scope="module")
def letter() -> LayoutContext:
    return context("letter", "cfp")


def test_a_title_that_fits_keeps_its_size(letter: LayoutContext) -> None:
    fitted = letter.fitted(NAME, "poster", letter.grid.span(9), 3)
    assert fitted.face == letter.face("poster")
    assert fitted.lines == ["Mechanistic", "Interpretability", "Workshop"]
    assert fitted.style == "font-size:59pt;line-height:54pt"


def test_a_title_too_wide_shrinks_by_whole_points_and_its_leading_with_it(
    letter: LayoutContext,
) -> None:
    wished = letter.face("poster")
    fitted = letter.fitted(NAME + " on Everything There Is", "poster", letter.grid.span(9), 3)
    assert fitted.face.size < wished.size
    assert (wished.size - fitted.face.size) % 1 == 0
    assert fitted.face.leading / fitted.face.size == pytest.approx(wished.leading / wished.size)
    assert len(fitted.lines) == 4, "smaller type stands in more lines"
    assert 4 * fitted.face.leading <= 3 * wished.leading
    widths = [measure(line, fitted.face).width for line in fitted.lines]
    assert max(widths) <= letter.grid.span(9)


def test_a_title_never_shrinks_below_two_fifths(letter: LayoutContext) -> None:
    fitted = letter.fitted("Word " * 60, "poster", 100, 2)
    wished = letter.face("poster")
    assert 0.4 * wished.size <= fitted.face.size < 0.4 * wished.size + 1
    assert len(fitted.lines) * fitted.face.leading > 2 * wished.leading, "the frame says so"


@pytest.mark.parametrize("width", [60.0, 120.0, 500.0])
def test_addresses_break_only_where_a_reader_expects_it(
    letter: LayoutContext, width: float
) -> None:
    address = "https://openreview.net/group?id=NeurIPS.cc/2025/Workshop&x=1"
    lines = letter.address_lines(address, "address", width)
    assert "".join(lines) == "openreview.net/group?id=NeurIPS.cc/2025/Workshop&x=1"
    assert all(line[-1] in "/?=&" for line in lines[:-1])
    assert (len(lines) == 1) == (width == 500)


def test_the_page_css_says_the_grid(letter: LayoutContext) -> None:
    css = page_css(letter.theme, letter.grid)
    assert f"@page{{size:612pt 792pt;bleed:{BLEED:g}pt;margin:0}}" in css
    assert "--inner:36pt;--outer:36pt;--top:36pt;--foot:36pt;--gutter:12pt" in css
    assert f"--column:{letter.grid.column:.4f}pt" in css
    assert "--signal:#DC3311;" in css


def test_a_template_is_given_nothing_of_python(letter: LayoutContext) -> None:
    given = letter.variables()
    assert {"grid", "values", "bleed", "colours", "face", "balanced", "weekday"} <= set(given)
    assert not any(name.startswith("_") for name in given)


@pytest.mark.parametrize(
    ("ground", "wished", "found"),
    [
        ("signal", "paper", "paper"),
        ("mist", "paper", "ink"),
        ("paper", "petrol", "petrol"),
        ("paper", "mist", "ink"),
        ("ink-solid", "oxblood", "paper"),
    ],
)
def test_text_on_a_colour_can_be_read(
    letter: LayoutContext, ground: str, wished: str, found: str
) -> None:
    assert letter.text_on(ground, wished) == found


def test_a_colour_that_there_is_not_is_said(letter: LayoutContext) -> None:
    with pytest.raises(ValueError, match='no colour is called "red"; there are: signal, '):
        letter.text_on("red")


def test_a_line_of_another_script_below_a_title_does_not_touch_it(letter: LayoutContext) -> None:
    width, cover = letter.grid.span(9), letter.face("cover")
    assert letter.fitted(NAME, "cover", width, 3, "Program").face == cover
    for below in ("日程", "プログラム", "議程", "프로그램", "Étape"):
        face = letter.fitted("Sample Topics", "cover", width, 3, below).face
        ink = measure("Sample Topics", face, "zh").ink_bottom + measure(below, face, "zh").ink_top
        assert cover.leading <= face.leading < 1.4 * cover.leading
        if below in {"日程", "プログラム", "議程"}:
            assert face.leading >= ink + 0.12 * face.size - 0.01


def test_descenders_over_stems_take_leading_that_costs_no_size_without_a_floor(
    letter: LayoutContext,
) -> None:
    poster = letter.face("poster")
    assert letter.fitted("pppppp llllllllllll", "poster", 240, 2).face == poster
    room = letter.fitted("pppppp llllllllllll", "poster", 240, 3).face
    assert room.leading > poster.leading
    stated = letter.fitted("pppppp llllllllllll", "poster", 240, 2, floor=30).face
    assert stated.size < poster.size
    assert stated.leading / stated.size > poster.leading / poster.size


COMPOUND = "Geschwindigkeitsüberwachungsanlagen"


def test_a_title_steps_down_to_its_floor_before_a_word_is_divided(letter: LayoutContext) -> None:
    whole = letter.fitted(COMPOUND, "h1", 480, 2, floor=20, lang="de")
    assert whole.lines == [COMPOUND]
    assert 20 <= whole.face.size < letter.face("h1").size
    divided = letter.fitted(COMPOUND, "h1", 300, 2, floor=20, lang="de")
    assert divided.lines == ["Geschwindigkeits-", "überwachungsanlagen"]
    assert divided.face == letter.face("h1"), "as large as one hyphen lets it be"
    assert not letter.misfits


def test_a_title_takes_its_short_form_when_nothing_else_helps(letter: LayoutContext) -> None:
    found = letter.fitted(COMPOUND, "h1", 80, 1, floor=20, short="Tempo", lang="de")
    assert (found.lines, found.short, found.fits) == (["Tempo"], True, True)
    assert not letter.fitted("Tempo", "h1", 80, 1, floor=20, short="Tp").short
    assert not letter.misfits


@pytest.mark.parametrize("title", ["โอะค่าลาแวีแทิโล่าโก่าโงุพิ", "X" * 20])
def test_a_title_that_nothing_else_divides_is_divided_between_letters(
    letter: LayoutContext, title: str
) -> None:
    found = letter.fitted(title, "h1", 200, 2, floor=24, short=f"{title}B")
    assert ("".join(found.lines), found.short, found.fits) == (title, False, True)
    assert len(found.lines) > 1
    assert not letter.fitted(title, "h1", 200, 2, floor=24, trial=True).fits
    assert letter.fitted(title, "h1", 200, 1, floor=24, short="B").lines == ["B"]


def test_what_fits_at_no_size_is_a_misfit_of_its_text(letter: LayoutContext) -> None:
    tried = letter.fitted(COMPOUND, "h1", 80, 1, floor=20, lang="de", trial=True)
    assert not tried.fits
    assert not letter.misfits, "a trial reports nothing"
    found = letter.fitted(COMPOUND, "h1", 140, 1, floor=20, lang="de")
    assert found.face.size == 20
    high = len(found.lines) * found.face.leading - letter.face("h1").leading
    assert letter.misfits == {
        COMPOUND: f"is {high:.1f} pt too high for its place in 20 pt, the smallest size there"
    }
    letter.misfits.clear()


def test_small_type_goes_down_by_half_points(letter: LayoutContext) -> None:
    text = letter.face("text")
    width = measure(NAME, text.sized(8.5)).width
    assert letter.fitted(NAME, "text", width, 1, floor=7.5).face.size == 8.5


def test_a_name_is_never_hyphenated(letter: LayoutContext) -> None:
    name = "Geschwindigkeit-Musterfrau"
    found = letter.fitted(name, "h1", 210, 2, floor=24, lang="de", hyphens=False)
    assert found.lines == ["Geschwindigkeit-", "Musterfrau"]
    assert not letter.fitted(name, "h1", 80, 4, floor=24, lang="de", hyphens=False, trial=True).fits


def test_tall_scripts_get_the_leading_at_which_no_line_touches_the_next(
    letter: LayoutContext,
) -> None:
    plain = letter.fitted("Programme and papers", "h1", 200, 3)
    tall = letter.fitted("ที่นี่ ตู้ ปฏิญญา ญูญู ที่นี่ที่", "h1", 120, 6)
    assert plain.face.leading == letter.face("h1").leading
    assert len(tall.lines) > 1
    assert tall.face.leading > 1.2 * letter.face("h1").leading


def test_pictures_know_what_is_drawn_on_signal(letter: LayoutContext) -> None:
    colours = letter.variables()["colours"]
    assert isinstance(colours, dict)
    assert colours["on_signal"] == colours["paper"]
    assert colours["signal_text"] == colours["signal"]


def test_each_line_of_a_title_has_its_own_letter_on_the_edge(letter: LayoutContext) -> None:
    title = letter.fitted("Models Of Text", "h1", 110, 3)
    assert title.lines == ["Models", "Of Text"]
    first, second = (measure(line[:1], title.face).ink_left for line in title.lines)
    assert title.hang == first > second
    assert title.shifts == [0, pytest.approx(first - second, abs=0.001)]
    from_right = letter.fitted("مرحبا بكم", "h1", 60, 3)
    assert from_right.shifts == [0] * len(from_right.lines)
    mixed = FittedTitle(["בדנצזצרכ", "ølžmöal"], from_right.face)
    assert mixed.shifts == [0, 0]


def test_marks_above_capitals_rise_over_them() -> None:
    notices = context("tabloid", "notices")
    plain, marked = (notices.fitted(text, "notice", 600, 1) for text in ("Wi-Fi", "Ễ"))
    assert plain.rise < 0.03 * plain.face.size
    assert 0.2 * marked.face.size < marked.rise < 0.5 * marked.face.size


def test_a_word_is_broken_between_letters_unless_that_is_not_wished(
    letter: LayoutContext,
) -> None:
    long = "श्रीशविलसाद्धेदिर्कीनातेजोश्रेबतंखीखवुखातो"
    lines = letter.balanced(long, "text", 60)
    assert len(lines) > 1
    assert "".join(lines) == long
    assert letter.balanced(long, "text", 60, letters=False) == [long]
