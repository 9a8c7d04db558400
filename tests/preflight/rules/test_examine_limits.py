"""Whatever lies beyond a limit is said not to have been checked."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf import limits
from mi_print.problem import Problem
from mi_print.trade.shops import shops
from tests.preflight.examined import examined
from tests.preflight.good import Change, changed, good, resource, saved
from tests.processes.alone import alone

SHOP = shops()["generic-us"]


def found(data: bytes) -> list[Problem]:
    return examined(data, SHOP, Expected(), "sheet.pdf")


def rules(data: bytes) -> set[str]:
    return {problem.rule for problem in found(data)}


def bookmarks(pdf: Pdf) -> None:
    """Give a file 4,200 bookmarks, of which the last one leaves it."""
    marks = [pdf.make_indirect(Dictionary(Title=String("one"))) for _ in range(4_200)]
    for one, other in pairwise(marks):
        one.Next = other
    marks[-1].A = Dictionary(S=Name.URI, URI=String("https://example.org"))
    pdf.Root.Outlines = pdf.make_indirect(
        Dictionary(Type=Name.Outlines, First=marks[0], Last=marks[-1], Count=len(marks))
    )


def annotations(pdf: Pdf) -> None:
    far = [Dictionary(Subtype=Name.Text, Rect=[-50, -50, -20, -20]) for _ in range(limits.KIN)]
    pdf.pages[0].obj.Annots = Array([*far, Dictionary(Subtype=Name.Text, Rect=[20, 20, 60, 60])])


def spaces(pdf: Pdf) -> None:
    """Hide what stands for DeviceRGB behind more names than are read."""
    for number in range(limits.KIN + 1):
        resource(pdf, "/ColorSpace", f"/A{number}", Name.DeviceGray)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"1 0 0 rg 30 30 9 9 re f")


def colorants(pdf: Pdf) -> None:
    names = Array([Name(f"/Ink{number}") for number in range(limits.KIN + 1)])
    space = Array([Name.DeviceN, names, Name.DeviceCMYK, Dictionary(FunctionType=4)])
    resource(pdf, "/ColorSpace", "/Cs", space)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Cs cs")


def widths(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0].W = Array([1, 2, 500] * 30_000)


def states(pdf: Pdf) -> None:
    for number in range(limits.KIN + 1):
        resource(pdf, "/ExtGState", f"/S{number}", Dictionary(LW=1))
    resource(pdf, "/ExtGState", "/Z", Dictionary(TR=Name.Identity))


def words(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q Q " * (limits.TOKENS // 2 + 1))


BEYOND: dict[str, tuple[Change, str]] = {
    "a bookmark": (bookmarks, "X-ACT"),
    "an annotation": (annotations, "X-READ"),
    "a colour space": (spaces, "X-READ"),
    "a colorant": (colorants, "X-READ"),
    "a width": (widths, "X-READ"),
    "a graphics state": (states, "X-GS"),
    "a word": (words, "X-READ"),
}


@pytest.mark.parametrize("what", BEYOND)
def test_what_lies_beyond_a_limit_is_seen_or_said(what: str) -> None:
    change, rule = BEYOND[what]
    assert rule in rules(changed(change))


def many(pages: int, content: bytes = b"0 0 0 1 k 30 30 9 9 re f ") -> bytes:
    with pikepdf.open(BytesIO(good())) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(content)
        del pdf.pages[1]
        for _ in range(pages - 1):
            pdf.pages.append(pdf.pages[0])
        return saved(pdf)


def messages(data: bytes) -> list[str]:
    return [problem.message for problem in found(data)]


SMALL = {
    "mi_print.preflight.rules.examine:ALONE": 10,
    "mi_print.preflight.rules.page_shards:ALONE": 10,
    "mi_print.preflight.rules.page_shards:_BATCH": 5,
}


def test_a_file_that_runs_too_much_is_not_read_to_its_end() -> None:
    replaced = SMALL | {"mi_print.preflight.pdf.limits:FILE_OPERATORS": 400}
    said = alone(messages, many(60), replaced=replaced)
    assert any("pages of the file were not checked: it runs more than 400" in one for one in said)


def test_a_file_with_too_many_problems_is_not_read_to_its_end() -> None:
    replaced = SMALL | {"mi_print.preflight.pdf.limits:PROBLEMS": 12}
    said = alone(messages, many(60, b"1 0 0 rg 30 30 9 9 re f"), replaced=replaced)
    assert any("were not checked: it has more than 12 problems" in one for one in said)
    assert len(said) < 60


def test_a_file_of_too_many_pages_is_refused() -> None:
    replaced = {"mi_print.preflight.pdf.limits:PAGES": 20}
    (said,) = alone(messages, many(40), replaced=replaced)
    assert said == "the file can't be read: it has more than 20 pages"


def test_what_takes_too_much_memory_is_said() -> None:
    replaced = {"mi_print.preflight.rules.examine:file_rules.encrypted": _greedy}
    (said,) = alone(messages, many(1), replaced=replaced)
    assert said == (
        "the file could not be read to its end and was not checked:"
        " it takes more than 1 GB of memory"
    )


def _greedy(_document: object) -> list[Problem]:
    raise MemoryError
