"""Separation, on pages of a few operators."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from mi_print.errors import InputError
from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.proposed_build import proposed_build
from mi_print.press.separate.separation import separate
from mi_print.trade.inks import Ink
from tests.press.inked import COLOUR, INK, INKS, PROFILE, SIGNAL, form, page, said, separated

BEGIN = [((0, 0, 0, 1), "k"), ((0, 0, 0, 1), "K")]


def test_a_page_begins_in_black_ink_not_in_gray() -> None:
    assert separated(page("0 0 9 9 re f"))[:2] == BEGIN


@pytest.mark.parametrize("name", INKS)
def test_a_theme_colour_becomes_its_build(name: str) -> None:
    ink = INKS[name]
    rgb = " ".join(f"{value / 255:.6f}" for value in bytes.fromhex(ink.srgb[1:]))
    assert ink.cmyk is not None
    build = tuple(round(percent / 100, 5) for percent in ink.cmyk)
    assert separated(page(f"{rgb} rg {rgb} RG"))[2:] == [(build, "k"), (build, "K")]


def test_a_colour_without_a_build_becomes_what_is_proposed() -> None:
    book = page("0.043137 0.431373 0.309804 rg")
    found = separated(book, {"signal": Ink(srgb="#0B6E4F")})
    proposed = proposed_build(Lcms(PROFILE, COLOUR.tac), (0x0B, 0x6E, 0x4F)).build
    assert found[2:] == [(tuple(percent / 100 for percent in proposed), "k")]


def test_black_text_overprints_and_white_does_not() -> None:
    found = separated(page(f"BT {INK} rg (a) Tj 1 1 1 rg (b) Tj {INK} rg (c) Tj ET"))
    names = [name for name, _ in ((op[0][0], op) for op in found if op[1] == "gs")]
    assert names == ["/OP10", "/OP00", "/OP10"]
    shown = [(found[i - 1][1], op[0][0]) for i, op in enumerate(found) if op[1] == "Tj"]
    assert shown == [("gs", "a"), ("gs", "b"), ("gs", "c")]


def test_the_overprint_states_are_those_of_pdf() -> None:
    book = page(f"BT {INK} rg (a) Tj ET")
    separated(book)
    state = book.pages[0].obj.Resources.ExtGState["/OP10"]
    assert [bool(state["/op"]), bool(state["/OP"]), int(state["/OPM"])] == [True, False, 1]


def test_overprint_is_said_once_and_forgotten_where_the_state_is() -> None:
    found = separated(page(f"q BT {INK} rg (a) Tj (b) Tj ET Q BT {INK} rg (c) Tj ET"))
    assert [op[0] for op in found if op[1] == "gs"] == [("/OP10",), ("/OP10",)]


def test_black_lines_overprint_and_coloured_ones_do_not() -> None:
    found = separated(page(f"{INK} RG 0 0 m 9 9 l S {SIGNAL} RG 0 0 m 9 9 l S"))
    assert [op[0] for op in found if op[1] == "gs"] == [("/OP01",), ("/OP00",)]


def test_what_is_not_opaque_never_overprints() -> None:
    book = page(f"/half gs BT {INK} rg (a) Tj ET", ExtGState=Dictionary(half=Dictionary(ca=0.5)))
    assert [op[0] for op in separated(book) if op[1] == "gs"] == [("/half",)]


def test_a_picture_and_a_shading_never_overprint() -> None:
    shade = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceRGB,
        Coords=Array([0, 0, 1, 0]),
        Function=_exponential([1, 1, 1], [0.862745, 0.2, 0.066667]),
    )
    found = separated(page(f"BT {INK} rg (a) Tj ET /s sh", Shading=Dictionary(s=shade)))
    assert [op for op in found if op[1] in {"gs", "sh"}] == [
        (("/OP10",), "gs"),
        (("/OP00",), "gs"),
        (("/s",), "sh"),
    ]


def test_a_large_plain_black_area_is_rich_and_a_small_one_is_not() -> None:
    found = separated(page("0 0 0 rg 0 0 50 50 re f 60 0 10 50 re f"))
    rich = tuple(percent / 100 for percent in COLOUR.rich_black)
    at = [i for i, op in enumerate(found) if op[1] == "f"]
    assert found[at[0] - 1] == (rich, "k")
    assert found[at[0] + 1] == ((0, 0, 0, 1), "k")
    assert found[at[1] - 1] == (("/OP10",), "gs")


def test_how_large_an_area_is_is_measured_on_the_page() -> None:
    scaled = separated(page("0.1 0 0 0.1 0 0 cm 0 0 0 rg 0 0 400 400 re f"))
    clipped = separated(page("0 0 10 100 re W n 0 0 0 rg 0 0 100 100 re f"))
    for found in (scaled, clipped):
        assert [op[0] for op in found if op[1] == "k"] == [(0, 0, 0, 1)] * 2


def test_the_themes_own_black_stays_as_it_is_built() -> None:
    found = separated(page(f"{INK} rg 0 0 90 90 re f"))
    assert [op for op in found if op[1] in {"k", "gs"}] == [
        ((0, 0, 0, 1), "k"),
        ((0, 0, 0, 1), "k"),
    ]


def test_a_neutral_is_black_ink_alone_and_darker_with_every_step() -> None:
    grays = [0.9, 0.6, 0.467, 0.2, 0.0]
    found = separated(page("".join(f"{g} {g} {g} rg " for g in grays) + "0.5 g"))[2:]
    inks = [op[0] for op in found]
    assert all(ink[:3] == (0, 0, 0) for ink in inks)
    blacks = [float(str(ink[3])) for ink in inks[:-1]]
    assert blacks == sorted(blacks)
    assert blacks[-1] == 1


def test_white_is_no_ink() -> None:
    assert separated(page("1 1 1 rg 1 g"))[2:] == [((0, 0, 0, 0), "k")] * 2


def test_other_colours_go_through_the_profile() -> None:
    ((inks, name),) = separated(page("0 0.5 0 rg"))[2:]
    cyan, magenta, yellow, _ = (float(str(ink)) for ink in inks)
    assert name == "k"
    assert min(cyan, yellow) > magenta + 0.2


def test_colours_of_other_spaces_go_through_the_profile_too() -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]))])
    book = page("/lab cs 50 60 40 scn /DeviceRGB CS 1 1 1 SC", ColorSpace=Dictionary(lab=lab))
    found = separated(book)[2:]
    (_, magenta, yellow, _), name = found[1]
    assert name == "k"
    assert float(str(magenta)) > 0.6
    assert float(str(yellow)) > 0.5
    assert found[-1] == ((0, 0, 0, 0), "K")
    assert Name.ColorSpace not in book.pages[0].obj.Resources


def test_inks_of_whoever_separated_already_stay() -> None:
    assert separated(page("0.1 0.2 0.3 0.4 k"))[2:] == [((0.1, 0.2, 0.3, 0.4), "k")]


def test_a_spot_is_laid_down_where_the_shop_prints_it() -> None:
    inks = INKS | {"signal": Ink(srgb="#DC3311", cmyk=(0, 90, 100, 5), spot="PANTONE 485 C")}
    two = COLOUR.model_copy(update={"spots": 1})
    book = page(f"{SIGNAL} rg")
    found = separated(book, inks, two)[2:]
    space = book.pages[0].obj.Resources.ColorSpace[str(found[0][0][0])]
    assert found[1] == ((1,), "scn")
    assert str(space[1]) == "/PANTONE 485 C"
    assert [float(ink) for ink in space[3].C1] == [0, 0.9, 1, 0.05]
    assert separated(page(f"{SIGNAL} rg"), inks)[2:] == [((0, 0.9, 1, 0.05), "k")]


@pytest.mark.parametrize("painted", [(SIGNAL, INK), (INK, SIGNAL), (SIGNAL, SIGNAL)])
def test_pages_that_share_their_resources_keep_each_others_spaces(
    painted: tuple[str, str],
) -> None:
    signal = Ink(srgb="#DC3311", cmyk=(0, 90, 100, 5), spot="Warm")
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]))])
    book = page("")
    shared = book.make_indirect(Dictionary(ColorSpace=Dictionary(lab=lab)))
    book.pages.append(book.pages[0])
    for one, colour in zip(book.pages, painted, strict=True):
        one.obj.Resources = shared
        one.obj.Contents = book.make_stream(f"{colour} rg /lab CS 50 60 40 SCN".encode())
    two = COLOUR.model_copy(update={"spots": 1})
    separate(book, INKS | {"signal": signal}, two, PROFILE, "page")
    named = [str(space[1]) for space in shared.ColorSpace.values()]
    assert named == ["/Warm"]
    for one, colour in zip(book.pages, painted, strict=True):
        words = [name for _, name in said(one.obj.Contents)]
        assert {"CS", "SCN"}.isdisjoint(words)  # what was Lab is in the inks of the press
        assert ("scn" in words) == (colour == SIGNAL)


def test_a_form_is_turned_once_and_says_its_overprint_itself() -> None:
    book = page("")
    drawn = form(book, f"{SIGNAL} rg 0 0 9 9 re f BT {INK} rg (a) Tj ET")
    drawn.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    book.pages[0].obj.Contents = book.make_stream(b"/x Do /x Do")
    book.pages[0].obj.Resources = Dictionary(XObject=Dictionary(x=drawn))
    separated(book)
    assert said(drawn)[:3] == [
        ((0, 0.9, 1, 0.05), "k"),
        ((0, 0, 9, 9), "re"),
        (("/OP00",), "gs"),
    ]
    assert str(drawn.Group.CS) == "/DeviceCMYK"


def test_a_tiling_pattern_is_turned() -> None:
    book = page("/Pattern cs /p scn 0 0 50 50 re f")
    tile = book.make_stream(f"{SIGNAL} rg 0 0 2 2 re f".encode())
    tile.PatternType, tile.PaintType = 1, 1
    book.pages[0].obj.Resources = Dictionary(Pattern=Dictionary(p=tile))
    found = separated(book)
    assert (("/Pattern",), "cs") in found
    assert ((0, 0.9, 1, 0.05), "k") in said(tile)


@pytest.mark.parametrize(
    ("kind", "space", "op"), [("Luminosity", "/DeviceGray", "g"), ("Alpha", "/DeviceCMYK", "k")]
)
def test_a_luminosity_mask_stays_gray(kind: str, space: str, op: str) -> None:
    book = page("")
    mask = form(book, "1 1 1 rg 0 0 9 9 re f")
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    state = Dictionary(SMask=Dictionary(S=Name("/" + kind), G=mask, BC=Array([0, 0, 0])))
    book.pages[0].obj.Contents = book.make_stream(f"/m gs BT {INK} rg (a) Tj ET".encode())
    book.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary(m=state))
    found = separated(book)
    assert [name for _, name in said(mask) if name in {"g", "k", "rg"}][-1] == op
    assert str(mask.Group.CS) == space
    assert [op for op in found if op[1] == "gs"] == [(("/m",), "gs")]


def test_the_glyphs_of_a_type_3_font_are_turned() -> None:
    book = page("BT /t 9 Tf (a) Tj ET")
    glyph = book.make_stream(f"500 0 d0 {SIGNAL} rg 0 0 400 400 re f".encode())
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=glyph))
    book.pages[0].obj.Resources = Dictionary(Font=Dictionary(t=font))
    separated(book)
    assert ((0, 0.9, 1, 0.05), "k") in said(glyph)


@pytest.mark.parametrize(
    ("content", "about"),
    [
        ("/x cs 1 scn", "a colour in the space x"),
        ("BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI", "a picture written into the page's content"),
        ("1 0 0 /p scn", "a pattern without a colour of its own"),
    ],
)
def test_what_cannot_be_separated_is_said(content: str, about: str) -> None:
    book = page(content, ColorSpace=Dictionary(), Pattern=Dictionary())
    with pytest.raises(InputError) as caught:
        separated(book)
    (problem,) = caught.value.problems
    assert problem.message == f"this can't be turned into inks: {about}"
    assert (problem.rule, problem.file, problem.page) == ("separation", "page", 1)


def test_separation_is_the_same_every_time() -> None:
    contents = [
        pikepdf.unparse_content_stream(pikepdf.parse_content_stream(book.pages[0].obj.Contents))
        for book in (
            page(f"{SIGNAL} rg {INK} RG 0.3 0.5 0.1 rg"),
            page(f"{SIGNAL} rg {INK} RG 0.3 0.5 0.1 rg"),
        )
        if separated(book)
    ]
    assert contents[0] == contents[1]


def _exponential(first: list[float], last: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(first), C1=Array(last), N=1)
