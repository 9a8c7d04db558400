"""Bleed, safe margin and codes, on pictures."""

import pytest

from mi_print.preflight.expected import Expected
from mi_print.preflight.raster.drawable_pages import drawable_pages
from mi_print.preflight.raster.page_checks import check_rendered
from mi_print.problem import Problem, Severity
from mi_print.trade.shop_wishes import ShopWishes
from tests.preflight.sheet import BLEED, HEIGHT, US, WIDTH, book, code, text

FULL = f"0 0.9 1 0 k {-BLEED} {-BLEED} {WIDTH + 2 * BLEED} {HEIGHT + 2 * BLEED} re f "
SAYS = "https://example.org/a"


def seen(data: bytes, shop: ShopWishes = US, expected: Expected | None = None) -> list[Problem]:
    whole = drawable_pages(data, "a.pdf")
    pages = check_rendered(whole.data, whole.drawable, shop, expected or Expected())
    return [problem for page in pages for problem in page]


def told(data: bytes, shop: ShopWishes = US, expected: Expected | None = None) -> list[str]:
    return [f"{each.rule} {each.message}" for each in seen(data, shop, expected)]


def test_nothing_is_said_of_a_clean_page() -> None:
    clean = FULL + "0 0 0 0 k 20 20 150 250 re f " + text("All well", 40, 250) + code(SAYS, 60, 60)
    assert told(book(clean), US, Expected(codes=(frozenset({SAYS}),))) == []


@pytest.mark.parametrize(
    ("edge", "art", "box"),
    [
        ("left", "0 100 50 80 re", (-9, 108, 9, 80)),
        ("right", f"{WIDTH - 50} 100 50 80 re", (216, 108, 9, 80)),
        ("top", f"60 {HEIGHT - 40} 100 40 re", (60, -9, 100, 9)),
        ("bottom", "60 0 100 40 re", (60, 288, 100, 9)),
    ],
)
def test_art_that_ends_at_the_trim(edge: str, art: str, box: tuple[float, ...]) -> None:
    (problem,) = seen(book(f"0 0 0 0.1 k {art} f"))
    wanted = "ends at the trim; the shop wants 0.125 in"
    assert problem.message == f"art at the {edge} edge {wanted}"
    assert problem.severity is Severity.ERROR
    assert problem.box == pytest.approx(box, abs=0.6)


def test_art_with_too_little_bleed() -> None:
    short = f"0 0 0 1 k -5 100 50 80 re f {WIDTH - 50} 100 58.9 80 re f"
    (said,) = told(book(short))
    assert said.startswith("MP-BLEED art at the left edge reaches 1.")


def test_a_thin_rule_that_ends_at_the_trim() -> None:
    assert len(told(book("0 0 0 1 K 0.5 w 0 100 m 60 100 l S"))) == 1


@pytest.mark.parametrize(
    "art",
    [
        pytest.param(f"-9 100 50 80 re f {WIDTH - 9} 9 18 18 re f", id="with its bleed"),
        pytest.param("-2 100 m 3 103 l 3 97 l f", id="a tip that ends in the bleed"),
        pytest.param("0.5 w -20 80 m 40 120 l S", id="a slanted line"),
        pytest.param("0.5 w -3 60 m 10 220 l S", id="a steep line that leaves slowly"),
        pytest.param("-2 100 m 30 180 l 34 170 l f", id="a slanted shape"),
        pytest.param("4 100 50 80 re f", id="away from the trim"),
    ],
)
def test_art_whose_outline_is_its_own(art: str) -> None:
    assert told(book(f"0 0 0 1 k 0 0 0 1 K {art}")) == []


def test_a_circle_that_dips_over_the_trim() -> None:
    k = 0.5523 * 60
    circle = (
        f"0 0 0 1 k -4 144 m -4 {144 + k} {56 - k} 204 56 204 c {56 + k} 204 116 {144 + k} 116 144"
        f" c 116 {144 - k} {56 + k} 84 56 84 c {56 - k} 84 -4 {144 - k} -4 144 c f"
    )
    assert told(book(circle)) == []


def test_white_art_in_the_bleed_of_a_ground() -> None:
    assert told(book(FULL + "0 0 0 0 K 2 w -9 50 m 10 80 l S -9 200 m -1 230 l 0 260 l S")) == []


def test_a_bleed_box_that_cuts_the_bleed_off() -> None:
    small = [4, 4, WIDTH + 14, HEIGHT + 14]
    said = told(book(FULL, BleedBox=small))
    assert said[0] == "MP-BLEED the bleed box leaves 1.76 mm (all sides); the shop wants 0.125 in"
    assert [each.split(" reaches ")[0] for each in said[1:]] == [
        f"MP-BLEED art at the {edge} edge" for edge in ("top", "right", "bottom", "left")
    ]


def test_no_bleed_at_all_is_harmless_with_nothing_at_the_edge() -> None:
    assert told(book(text("Well inside", 40, 100), bleed=0)) != []
    box = [0, 0, WIDTH, HEIGHT]
    (said,) = told(book(text("Well inside", 40, 100), bleed=0, BleedBox=box))
    assert said.startswith("MP-BLEED the bleed box leaves 0 in")


def test_text_near_the_edge() -> None:
    (problem,) = seen(book(text("Near", 4, 100)))
    assert problem.rule == "MP-SAFE"
    assert problem.message.startswith("text stands 1.")
    assert problem.message.endswith("mm from the left edge; the shop wants 0.125 in")
    assert problem.box is not None
    assert problem.box[0] == pytest.approx(4.8, abs=0.5)


def test_white_text_on_a_colour_counts() -> None:
    (said,) = told(book(FULL + text("Near", 100, HEIGHT - 10, colour="0 0 0 0 k")))
    assert "the top edge" in said


def test_text_that_the_cut_goes_through() -> None:
    (said,) = told(book(text("Cut", -3, 100)))
    assert said == "MP-SAFE text is cut off at the left edge; the shop wants 0.125 in"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(text("Job 7", -40, -7), id="in the slug"),
        pytest.param(text("hidden", 3, 100, colour="3 Tr 0 0 0 1 k"), id="invisible"),
        pytest.param(text("white", 3, 100, colour="0 0 0 0 k"), id="white on white"),
    ],
)
def test_text_that_is_not_live(content: str) -> None:
    assert told(book(content, bleed=20, size=(WIDTH, HEIGHT))) == []


def test_a_giant_letter_that_runs_off_the_page_is_art() -> None:
    assert told(book(text("O", -60, 40, size=250))) == []


def test_a_figure_in_a_ground_that_goes_on_is_no_short_bleed() -> None:
    hole = f"{FULL} 0 0 0 0 k {WIDTH + 5} 100 10 20 re f"
    assert told(book(hole)) == []
    near = f"{FULL} 0 0 0 0 k {WIDTH + 1} 100 10 20 re f"
    assert len(told(book(near))) == 1


def test_the_spine_asks_for_more() -> None:
    line = text("Spine", 12, 100)
    bound = Expected(bound=True)
    wanted = "the spine; the shop wants 0.25 in"
    assert told(book(line)) == []
    assert [each.split(" from ")[1] for each in told(book(line), US, bound)] == [wanted]
    assert told(book("", line), US, bound) == []
    assert len(told(book("", text("Spine", WIDTH - 40, 100)), US, bound)) == 1


def test_a_code_near_the_edge() -> None:
    said = told(book(code(SAYS, 4, 100)))
    assert "MP-SAFE a code stands" in said[0]
    assert said[1].endswith("has 2 clear modules around it, not 4")


def test_a_small_code() -> None:
    (problem,) = seen(book(code(SAYS, 60, 60, module=0.9)))
    said = f"the QR code “{SAYS}” has modules of 0.32 mm, below 0.4 mm"
    assert problem.message == said
    assert problem.box == pytest.approx((60, 205.5, 22.5, 22.5), abs=0.6)


def test_a_module_of_just_enough_passes() -> None:
    assert told(book(code(SAYS, 60, 60, module=1.14))) == []


@pytest.mark.parametrize("gap", [0.6, 1.6, 3.4])
def test_a_quiet_zone_that_is_disturbed(gap: float) -> None:
    line = f" {60 - 2 * gap} 60 -1 50 re f"
    (said,) = told(book(code(SAYS, 60, 60) + line))
    clear = "1 clear module" if int(gap) == 1 else f"{int(gap)} clear modules"
    assert said == f"MP-QR the QR code “{SAYS}” has {clear} around it, not 4"


@pytest.mark.parametrize("off", [0.0, 0.35, 0.71, 0.86])
@pytest.mark.parametrize("module", [1.14, 1.9459, 2.0])
def test_a_code_is_clear_wherever_it_falls_between_pixels(off: float, module: float) -> None:
    for size in ((WIDTH, HEIGHT), (612.0, 792.0)):
        assert told(book(code(SAYS, 60.5, 60 + off, module=module), size=size)) == []


def test_a_code_turned_a_little_is_measured_as_well() -> None:
    assert told(book(f"0.98 0.17 -0.17 0.98 30 10 cm {code(SAYS, 60, 60)}")) == []


def test_a_code_on_a_panel_and_a_pale_one() -> None:
    assert told(book(FULL + "0 0 0 0 k 52 52 66 66 re f " + code(SAYS, 60, 60))) == []
    pale = code(SAYS, 60, 60).replace("0 0 0 1 k", "0 0 0 0.25 k")
    (said,) = told(book(pale))
    assert said.endswith("has too little contrast")


def test_a_light_code_on_a_dark_ground_is_a_warning() -> None:
    (problem,) = seen(book("0 0 0 1 k 40 40 100 100 re f " + _white(code(SAYS, 60, 60))))
    assert problem.severity is Severity.WARNING
    assert "is light on dark" in problem.message


def test_a_code_that_does_not_decode() -> None:
    (problem,) = seen(book(code(SAYS, 60, 60, torn=range(9, 16))))
    assert problem.message == "a QR code that can't be read"


def _square(x: float, y: float, side: float) -> str:
    """Return a square as it stands in three corners of a code."""
    rings = [("0 0 0 1", 0, 7), ("0 0 0 0", 1, 5), ("0 0 0 1", 2, 3)]
    return "".join(
        f"{ink} k {x + off * side} {y + off * side} {wide * side} {wide * side} re f "
        for ink, off, wide in rings
    )


@pytest.mark.parametrize("side", [0.5, 1.0, 2.0, 3.0])
@pytest.mark.parametrize(
    "places",
    [
        [(20, 100), (80, 100), (140, 100)],
        [(20, 100), (46, 100), (72, 100)],
        [(50, 20), (50, 80), (50, 140)],
        [(30, 30), (70, 70), (110, 110)],
        [(20, 100), (80, 101), (140, 100)],
        [(20, 100), (60, 100), (100, 100), (140, 100)],
        [(20, 100), (80, 108), (140, 95)],
        [(20 + 27 * at, 20 + 37 * (at % 3)) for at in range(6)],
    ],
)
def test_squares_that_are_no_code(places: list[tuple[float, float]], side: float) -> None:
    assert told(book("".join(_square(x, y, side) for x, y in places))) == []


def test_a_page_dense_with_names_has_no_code() -> None:
    words = "BB88 @@ DOB QQ 0880 OEB RB8@ BGO8 "
    lines = (text(words * 4, 12, y, 4) for y in range(12, 276, 5))
    assert [said for said in told(book(" ".join(lines))) if "code" in said] == []


@pytest.mark.parametrize("torn", [range(9, 14), range(11, 20), (10, 12, 14, 16, 18, 20)])
def test_a_code_with_its_middle_torn_is_still_one(torn: range | tuple[int, ...]) -> None:
    words = "https://example.org/a/longer/address"
    said = set(told(book(code(words, 50, 100, torn=torn))))
    assert said == {"MP-QR a QR code that can't be read"}


def test_what_codes_should_say() -> None:
    data = book(code(SAYS, 60, 60), code(SAYS, 60, 60))
    expected = Expected(codes=(frozenset({SAYS}), frozenset({"https://example.org/b"})))
    assert [(each.severity, each.page, each.message) for each in seen(data, US, expected)] == [
        (Severity.WARNING, 2, f"a QR code says “{SAYS}”, which the data does not have here"),
        (Severity.ERROR, 2, "no QR code on the page says “https://example.org/b”"),
    ]


def _white(content: str) -> str:
    return content.replace("0 0 0 1 k", "0 0 0 0 k")
