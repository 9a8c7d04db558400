"""Slots: their places and styles are those of the typeset master, or they are refused."""

import dataclasses
import math
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.geometry import IDENTITY
from mi_print.layout.checks.overset import check_slots
from mi_print.layout.copyfit.fit_box import FitRange, Floor
from mi_print.layout.copyfit.stack import Stack
from mi_print.layout.package.manifest import Manifest, SizeSpec
from mi_print.layout.slots import read_slots as read
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter, join

Setting = Callable[..., TypesetPages]

PAGE = (
    "@page{size:200pt 100pt;margin:0;bleed:20pt} *{margin:0;padding:0}"
    "body{font:10pt/12pt Inter;text-align:left} .at{position:absolute} hr{break-before:page}"
    "@page{@top-left{content:element(head)}}"
)
PLACE = "left:20pt;top:30pt;width:60pt;height:24pt"


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    """Return a function that sets a body on a small page."""

    def set_body(body: str, css: str = "") -> TypesetPages:
        setter = Typesetter([tmp_path], [("page.css", PAGE + css, tmp_path)])
        html = f"<html lang='en'><title>T</title><body>{body}"
        return setter.set(html, tmp_path, "page.html")

    return set_body


@pytest.fixture
def one(setting: Setting) -> Callable[..., Slot]:
    """Return a function that reads one slot back, from its CSS and its attributes."""

    def read_one(css: str = "", attributes: str = "", around: str = "") -> Slot:
        slot = f'<div class="at" data-slot="name" {attributes} style="{PLACE};{css}"></div>'
        html = f'<div style="{around}">{slot}</div>' if around else slot
        (found,) = read.slots(setting(html), "page.html.j2")
        return found

    return read_one


def refused(pages: TypesetPages, template: str = "") -> list[str]:
    with pytest.raises(InputError) as reason:
        read.slots(pages, "page.html.j2", template)
    return [str(problem) for problem in reason.value.problems]


def test_a_slot_is_its_box_and_the_style_of_its_element(one: Callable[..., Slot]) -> None:
    slot = one("font:600 72pt/66pt 'Inter Display';letter-spacing:-.02em;color:#dc3311")
    assert (slot.name, slot.page, slot.kind, slot.matrix) == ("name", 1, SlotKind.TEXT, IDENTITY)
    assert slot.box == pytest.approx((20, 30, 60, 24))
    face = slot.face
    assert (face.family, face.weight, face.tabular) == ("Inter Display", 600, False)
    assert (face.size, face.leading, face.tracking) == pytest.approx((72, 66, -0.02))
    assert (slot.fit.largest, slot.fit.smallest) == pytest.approx((72, 72))
    assert (slot.colour, slot.alpha, slot.lang, slot.case) == ("#DC3311", 1, "en", "none")
    assert (slot.align, slot.upright, slot.baseline, slot.hang) == ("left", "top", None, False)
    assert (slot.stack, slot.wished, slot.read, slot.line) == (None, 0, "", None)


def test_what_css_has_no_word_for_stands_in_attributes(one: Callable[..., Slot]) -> None:
    slot = one(
        "text-align:end;text-transform:uppercase;font-variant-numeric:tabular-nums",
        'data-fit="54pt..32pt; lines 2" data-upright="bottom" data-baseline="5mm" data-hang="ink"'
        ' data-wished="48" data-read="afar" lang="ja"',
    )
    assert slot.fit == FitRange(54, 32, lines=2)
    assert (slot.face.size, slot.face.leading) == pytest.approx((54, 54 * 1.2))
    assert slot.face.tabular
    assert (slot.align, slot.upright, slot.hang, slot.read) == ("end", "bottom", True, "afar")
    assert slot.baseline == pytest.approx(5 / 25.4 * 72)
    assert (slot.wished, slot.lang) == (48, "ja")
    assert slot.cased("Straße") == "STRASSE"


def test_padding_and_border_are_no_room_for_text(one: Callable[..., Slot]) -> None:
    slot = one("padding:3pt 5pt;border:1pt solid #111111")
    assert slot.box == pytest.approx((26, 34, 60, 24))


def test_opacities_around_a_slot_multiply(one: Callable[..., Slot]) -> None:
    slot = one("color:rgba(17,17,17,.5);opacity:.5", around="opacity:.8")
    assert slot.alpha == pytest.approx(0.2)


def test_transforms_around_a_slot_come_together(one: Callable[..., Slot]) -> None:
    slot = one(
        "transform:rotate(90deg);transform-origin:0 0",
        around="position:absolute;left:100pt;top:0;width:50pt;height:50pt;"
        "transform:scale(.5);transform-origin:0 0",
    )
    assert slot.box == pytest.approx((120, 30, 60, 24))
    assert slot.matrix[:4] == pytest.approx((0, 0.5, -0.5, 0), abs=1e-6)
    a, b, c, d, e, f = slot.matrix
    corner = 120 * a + 30 * c + e, 120 * b + 30 * d + f
    assert corner == pytest.approx((110, 15)), "the corner that it turns about"


def test_a_matrix_is_turned_over_for_pdf(one: Callable[..., Slot]) -> None:
    assert one().on_page(9, 109) == pytest.approx((1, 0, 0, 1, 29, 79))
    a, b, c, d, e, f = one("transform:rotate(30deg);transform-origin:0 0").on_page(9, 109)
    cos, sin = math.cos(math.pi / 6), math.sin(math.pi / 6)
    assert (a, b, c, d, e, f) == pytest.approx((cos, -sin, sin, cos, 29, 79))


def test_the_bounds_of_a_slot_are_of_where_it_has_come_to(one: Callable[..., Slot]) -> None:
    assert one().bounds == pytest.approx((20, 30, 60, 24))
    turned = one("transform:rotate(-90deg);transform-origin:50% 50%")
    assert turned.bounds == pytest.approx((38, 12, 24, 60))


def test_a_code_stays_out_of_what_is_punched(one: Callable[..., Slot]) -> None:
    keep = {"about": "clip", "x": "79 pt", "y": "0 pt", "width": "9 pt", "height": "31 pt"}
    margins = dict.fromkeys(("inner", "outer", "top", "foot"), "9 pt")
    given = {"margins": margins, "gutter": "9 pt", "base": "9 pt", "keep-outs": [keep]}
    spec = SizeSpec.model_validate(given)
    slot, trim = one(), spec.grid(200, 100)
    assert check_slots([slot], spec, trim, "page.html.j2") == [], "it depends on the text"
    code = dataclasses.replace(slot, kind=SlotKind.CODE)
    (problem,) = check_slots([code], spec, trim, "page.html.j2")
    place = "page.html.j2, page 1 [20 30 60×24 pt]"
    message = "error keep-out: the code “name” stands in the clip"
    assert str(problem).startswith(f"{place}: {message}")
    beside = dataclasses.replace(code, box=(20, 31, 60, 24))
    assert check_slots([beside], spec, trim, "page.html.j2") == []


def test_slots_come_page_by_page_in_the_order_of_the_document(setting: Setting) -> None:
    side = '<section style="height:100pt;position:relative;break-after:page">{}</section>'
    one = f'<p class="at" data-slot="{{}}" style="{PLACE}"></p>'
    front = side.format(one.format("given") + one.format("family"))
    pages = setting(front + side.format(one.format("name")))
    found = read.slots(join([pages, setting(one.format("last"))]), "page.html.j2")
    assert [(slot.name, slot.page) for slot in found] == [
        *(("given", 1), ("family", 1)),
        *(("name", 2), ("last", 3)),
    ]


def test_slots_that_must_not_touch_know_their_stack(setting: Setting) -> None:
    slot = '<div class="at" data-slot="{}" {} style="left:0;top:{}pt;width:60pt;height:20pt"></div>'
    stack = '<div class="at" data-stack="who" style="left:10pt;top:20pt;width:60pt;height:50pt">'
    place = 'data-baseline="15pt"'
    html = stack + slot.format("given", place, 0) + slot.format("family", place, 20) + "</div>"
    pages = setting(html + slot.format("name", "", 0))
    given, family, alone = read.slots(pages, "page.html.j2")
    assert isinstance(given.stack, Stack)
    assert given.stack == family.stack
    assert given.stack.name == "who"
    assert given.stack.box == pytest.approx((10, 20, 60, 50))
    assert alone.stack is None
    without = refused(setting(stack + slot.format("given", "", 0)))
    assert "stands in a stack and has no data-baseline" in without[0]


def test_a_code_is_a_square(setting: Setting) -> None:
    html = '<div class="at" data-slot="url" data-slot-kind="code" style="width:50pt;height:{}">'
    (slot,) = read.slots(setting(html.format("50pt")), "page.html.j2")
    assert (slot.kind, slot.colour) == (SlotKind.CODE, "#000000")
    assert slot.box == pytest.approx((0, 0, 50, 50))
    assert "holds a code and is not square" in refused(setting(html.format("60pt")))[0]


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("width:auto", "has no definite width"),
        ("height:auto", "has no definite height"),
        ("width:0", "has no definite width and height"),
        ("display:flex", "is no block"),
        ("display:none", "is not on the page"),
        ("left:150pt", "stands outside the trim"),
        ("transform:scale(0)", "is scaled to nothing"),
        ("text-align:justify", "has text-align-all: justify"),
        ("text-decoration:underline", "has text-decoration-line: underline"),
        ("hyphens:auto", "has hyphens: auto"),
        ("column-count:2", "has column-count: 2"),
        ("text-transform:capitalize", "has text-transform: capitalize"),
        ("font-style:italic", "has font-style: italic"),
        ("font-variant-caps:small-caps", "has font-variant-caps: small-caps"),
        ("font-feature-settings:'ss01'", "has font-feature-settings: ss01 1"),
        ("word-spacing:2pt", "has word-spacing: "),
        ("text-indent:2pt", "has a text-indent"),
        ("visibility:hidden", "has visibility: hidden"),
        ("clip:rect(0,1px,1px,0)", "has clip: "),
        ("line-height:normal", "has no line-height"),
        ("color:device-cmyk(0 1 1 0)", "has a colour that is not RGB"),
        ("font-family:Georgia", "asks for the font Georgia"),
    ],
)
def test_what_stamping_cannot_do_is_refused(setting: Setting, css: str, said: str) -> None:
    html = f'<div\n class="at" data-slot="name" style="{PLACE};{css}"></div>'
    (problem, *_) = refused(setting(html), html)
    assert problem.startswith("page.html.j2:2")
    assert f"error slot: the slot “name” {said}" in problem
    assert problem.count("\n    ") == 1, "and it says what to do"


@pytest.mark.parametrize("pseudo", ["::first-letter", "::first-line"])
def test_a_beginning_of_its_own_is_refused(setting: Setting, pseudo: str) -> None:
    html = f'<div class="at big" data-slot="name" style="{PLACE}"></div>'
    (problem,) = refused(setting(html, f".big{pseudo}{{color:#dc3311}}"))
    assert "has a first letter or line of its own" in problem


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (f'<div class="at" data-slot="name" style="{PLACE}">Ada</div>', "is not empty"),
        ('<p>To <span data-slot="name"></span></p>', "is no block"),
        (
            '<p data-slot="name" style="position:running(head)"></p>x<hr>y',
            "stands in several places",
        ),
    ],
)
def test_a_slot_is_one_empty_block(setting: Setting, html: str, said: str) -> None:
    assert said in refused(setting(html))[0]


@pytest.mark.parametrize(
    ("attribute", "said"),
    [
        ('data-fit="big"', "“big” is none of: sizes as in 72pt..16pt, least, lines, floor"),
        ('data-slot-kind="picture"', "data-slot-kind=“picture” is none of: text, code"),
        ('data-upright="up"', "data-upright=“up” is none of: top, center, bottom"),
        ('data-hang="stem"', "data-hang=“stem” is none of: ink"),
        ('data-baseline="9"', "'9' is not a length"),
        ('data-wished="large"', "'largept' is not a length"),
        ('data-baseline="9pt" data-upright="center"', "has a baseline and is in the middle"),
    ],
)
def test_attributes_are_checked(setting: Setting, attribute: str, said: str) -> None:
    html = f'<div class="at" data-slot="name" {attribute} style="{PLACE}"></div>'
    (problem,) = refused(setting(html))
    assert said in problem


def test_all_mistakes_are_said_at_once_each_at_its_line(setting: Setting) -> None:
    template = "\n".join(
        f"<p data-slot='{name}' class='at' style='{PLACE};{css}'></p>"
        for name, css in (("a", "hyphens:auto"), ("b", ""), ("a", "height:auto;font-style:italic"))
    )
    found = refused(setting(template), template)
    assert [each.split(" [")[0] for each in found] == [
        *("page.html.j2:1, page 1", "page.html.j2:3, page 1", "page.html.j2:3, page 1")
    ]


@pytest.mark.parametrize(("loops", "line"), [(1, ":2, "), (2, ", page")])
def test_a_line_is_said_only_where_it_is_known(setting: Setting, loops: int, line: str) -> None:
    template = "{% for n in names %}\n" + '<p data-slot="{{ n }}"></p>\n' * loops
    (problem,) = refused(
        setting(f'<p data-slot="a" class="at" style="{PLACE};clip:auto;height:auto"></p>'), template
    )
    assert problem.startswith("page.html.j2" + line)


def test_a_slot_is_a_field_of_the_records(one: Callable[..., Slot]) -> None:
    assert read.check_fields([one()], ["name", "role"], "page.html.j2") == []
    (problem,) = read.check_fields([one()], ["role", "given"], "page.html.j2")
    assert str(problem) == (
        "page.html.j2: error slot: no record has “name”\n    the records have: given, role"
    )


def manifest(series: dict[str, object]) -> Manifest:
    margins = dict.fromkeys(("inner", "outer", "top", "foot"), "9 pt")
    size = {"margins": margins, "gutter": "9 pt", "base": "9 pt"}
    return Manifest.model_validate(
        {"product": "badges", "about": "x", "pages": 1, "sizes": {"a6": size}, "series": series}
    )


def test_slots_and_mode_belong_together(setting: Setting) -> None:
    slot = setting(f'<div class="at" data-slot="name" style="{PLACE}"></div>')
    plain = setting("<p>Text</p>")
    flow, slots = manifest({}), manifest({"mode": "slots", "vary": ["role", "url?"]})
    assert [read.check_mode(*each, "l/layout.yaml") for each in ((slot, slots), (plain, flow))] == [
        [],
        [],
    ]
    (problem,) = read.check_mode(slot, flow, "l/layout.yaml")
    message = "error slot: the template has slots, which nothing would fill: name"
    assert str(problem).startswith(f"l/layout.yaml: {message}")
    (problem,) = read.check_mode(plain, slots, "l/layout.yaml")
    assert str(problem).startswith("l/layout.yaml: error slot: mode: slots, and no element has")


def test_floors_are_the_three_that_fitting_knows() -> None:
    assert [str(each) for each in Floor] == ["break", "hyphens", "refuse"]
