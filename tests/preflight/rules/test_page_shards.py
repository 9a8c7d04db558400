"""Forms read once and pages read in two processes say what a plain walk says."""

import os
import signal
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf.limits import OPERATORS
from mi_print.preflight.rules.examine import Examination
from mi_print.preflight.rules.page_shards import ShardResult
from mi_print.problem import Problem
from mi_print.trade.shops import shops
from tests.preflight.examined import examined
from tests.preflight.good import good, saved, shown
from tests.processes.alone import alone

WAYS = {
    "as it is": b"%s",
    "moved": b"1 0 0 1 30 20 cm %s",
    "small": b"q 0.4 0 0 0.4 10 10 cm %s Q",
    "in another colour": b"0 0 1 rg 0 0 0 1 K %s",
    "overprinting": b"/Over gs 0 0 0 1 k %s",
    "in white": b"0 0 0 0 k %s",
    "behind a clip": b"0 0 60 60 re W n %s",
    "with thin lines": b"0.1 w %s",
    "after an opacity": b"/Thin gs %s",
    "in a pattern": b"/Pattern cs /Cell scn %s",
    "after a pattern": b"/Pattern cs /Cell scn 10 10 20 20 re f 0 g %s",
    "with a font before": b"BT /F1 5 Tf ET %s",
    "twice": b"%s 0 1 0 0 k %s",
}
FORMS = {
    "Sound": b"q 0.1 0.2 0.3 0 k 0 0 218 40 re f Q",
    "Faulty": b"q 1 0 0 rg 20 20 50 50 re f Q 0.1 w 10 10 m 90 90 l S",
    "Inherits": b"20 80 30 30 re f 20 120 m 90 120 l S",
    "Words": b"BT /F1 6 Tf 20 60 Td <%s> Tj ET" % shown("small"),
    "Unset": b"BT 20 60 Td <%s> Tj ET" % shown("small"),
    "Spot": b"/Spot cs 0.5 scn 30 150 40 40 re f",
    "Nested": b"/Faulty Do q 1 0 0 1 5 5 cm /Words Do Q /Spot Do",
    "Celled": b"/Pattern cs /Cell scn 40 40 20 20 re f",
    "Broken": b"q 1 2 re /Nothing Do wrong",
    "Endless": b"/Endless Do 10 10 20 20 re f",
    "Wide": b"/Pages Do 0 0 5 5 re f",
}


def _form(pdf: Pdf, data: bytes) -> pikepdf.Object:
    form = pdf.make_stream(data)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 218, 318])
    return form


@cache
def long() -> bytes:
    """Return a file in which pages draw the same forms, alike and otherwise."""
    with pikepdf.open(BytesIO(good())) as pdf:
        held = pdf.make_indirect(pdf.pages[0].obj.Resources)
        held.ExtGState.Thin = Dictionary(ca=0.5, LW=0.2)
        tint = Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=Array([0, 0.2, 0.9, 0]), N=1
        )
        spot = Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, tint])
        held.ColorSpace = Dictionary(Spot=pdf.make_indirect(spot))
        cell = pdf.make_stream(b"1 0 0 rg 0 0 4 4 re f")
        for key, value in {
            "PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": Array([0, 0, 5, 5]),
            "XStep": 5, "YStep": 5, "Resources": Dictionary(),
        }.items():  # fmt: skip
            cell[f"/{key}"] = value
        held.Pattern = Dictionary(Cell=cell)
        held.XObject = Dictionary({f"/{key}": _form(pdf, data) for key, data in FORMS.items()})
        held.XObject.Sound.Resources = Dictionary()
        held.XObject.Faulty.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        other = pdf.make_indirect(Dictionary(dict(held.items())))
        other.XObject = Dictionary(dict(held.XObject.items()))
        other.XObject.Words = _form(pdf, FORMS["Faulty"])
        contents = [
            way.replace(b"%s", b"/%s Do" % key.encode()) for key in FORMS for way in WAYS.values()
        ]
        for number, data in enumerate([*contents, *contents[::5]]):
            pdf.pages.append(pdf.pages[0])
            page = pdf.pages[-1].obj
            page.Contents = pdf.make_stream(data)
            page.Resources = other if number % 7 == 3 else held
            if number % 11 == 4:
                page.TrimBox = Array([9, 9, 60, 60])
        held.XObject.Pages = pdf.pages[-1].obj.Contents
        held.XObject.Pages.Subtype = Name.Form
        return saved(pdf)


def found(
    data: bytes, shop: str = "generic-us", replaced: Mapping[str, object] | None = None
) -> list[Problem]:
    expected = Expected((200.0, 300.0))
    return alone(examined, data, shops()[shop], expected, "long.pdf", replaced=replaced)


def nothing(*_: object) -> None:
    """Stand in for `alike`: no form is known to be read before."""


ANEW = {"mi_print.preflight.interpreter.page_walk:alike": nothing}
"""Every form is read on every page."""


def parts(most: int, part: int, batch: int) -> dict[str, object]:
    place = "mi_print.preflight.rules.page_shards"
    return {f"{place}:ALONE": most, f"{place}:_PART": part, f"{place}:_BATCH": batch}


@pytest.mark.parametrize("shop", ["generic-us", "gelato", "large-format", "office"])
def test_forms_read_once_say_what_they_say_on_every_page(shop: str) -> None:
    once = found(long(), shop)
    assert once == found(long(), shop, ANEW)
    assert len(once) > 50


@pytest.mark.parametrize(("part", "batch"), [(5_000, 50), (13, 4)])
def test_two_processes_say_what_one_says(part: int, batch: int) -> None:
    one = found(long())
    assert found(long(), replaced=parts(10, part, batch)) == one
    assert {"R0020", "X-READ", "R0027", "MP-FIT", "X-COL", "R0004"} <= {each.rule for each in one}


def test_what_is_read_once_counts_towards_the_limits_of_every_page() -> None:
    with pikepdf.open(BytesIO(good())) as pdf:
        held = pdf.make_indirect(Dictionary())
        held.XObject = Dictionary(Much=_form(pdf, b"0 0 m 9 9 l S " * 300))
        times = OPERATORS // 900 + 1
        pdf.pages[0].obj.Resources = held
        pdf.pages[0].obj.Contents = pdf.make_stream(b"/Much Do " * times)
        data = saved(pdf)
    once = found(data)
    assert any("more than 400,000 operators" in each.message for each in once)
    assert once == found(data, replaced=ANEW)


LAST = 2 + len(FORMS) * len(WAYS) + -(-len(FORMS) * len(WAYS) // 5)
FIRST = 51 + (LAST - 50) // 2  # of the second process, when fifty are read


def crashes(
    self: Examination,
    numbers: range,
    share: Callable[[Examination, range], ShardResult] = Examination.share,
) -> ShardResult:
    if numbers[0] >= FIRST:
        os.kill(os.getpid(), signal.SIGSEGV)
    return share(self, numbers)


def test_a_process_that_crashes_is_an_error_that_names_its_pages() -> None:
    sound = found(long())
    crashing = {"mi_print.preflight.rules.examine:Examination.share": crashes}
    told = found(long(), replaced=parts(10, 5_000, 50) | crashing)
    (said,) = [each for each in told if "not all checked" in each.message]
    assert (said.rule, said.page, str(said.severity)) == ("X-READ", FIRST, "error")
    assert said.message == f"pages {FIRST} to {LAST} were not all checked: reading them crashed"
    assert [each for each in told if (each.page or 0) in range(2, FIRST)] == [
        each for each in sound if (each.page or 0) in range(2, FIRST)
    ]


def test_of_a_file_that_was_read_before_some_pages_are_read() -> None:
    whole = found(long())
    some = alone(examined, long(), shops()["generic-us"], Expected((200.0, 300.0)), "long.pdf", 20)
    pages = {each for each in some if each.page and each.rule != "R0020"}  # names the first
    assert pages < set(whole)
