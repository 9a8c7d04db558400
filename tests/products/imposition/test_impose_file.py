"""Whole files on sheets: what comes of them, and what is refused."""

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.errors import InputError, MiPrintError, UsageError
from mi_print.press.impose.plan import Scheme
from mi_print.press.impose.sheet import CREEP, Flip
from mi_print.products.imposition.impose_file import impose_file
from mi_print.products.imposition.impose_request import ImposedFile, ImposeRequest
from mi_print.trade.printers import BackOffset, Printer
from mi_print.trade.stocks import stocks
from tests.press.impose.numbered_pages import numbered, pictures, seen

DATE = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)


def _request(tmp_path: Path, pdf: bytes, scheme: Scheme, **asked: Any) -> ImposeRequest:  # noqa: ANN401 - any option
    file = tmp_path / "pages.pdf"
    file.write_bytes(pdf)
    return ImposeRequest(file, scheme, **asked)


def _imposed(tmp_path: Path, pdf: bytes, scheme: Scheme, **asked: Any) -> ImposedFile:  # noqa: ANN401 - any option
    request = _request(tmp_path, pdf, scheme, **asked)
    (made,) = impose_file(request, tmp_path, tmp_path, DATE)
    return made


def test_a_booklet_lies_on_the_smallest_sheet_that_holds_two_pages(tmp_path: Path) -> None:
    made = _imposed(tmp_path, numbered(8, (396, 612), bleed=0), Scheme.SADDLE)
    assert made.size == (792, 612)
    assert (made.pages, made.sheets, made.cells, made.flip) == (8, 2, (2, 1), Flip.SHORT_EDGE)
    outer, inner, *_ = pictures(made.data)
    assert seen(outer, (0, 0, 396, 612), 8) == (7, True)
    assert seen(outer, (396, 0, 792, 612), 8) == (0, True)
    assert seen(inner, (0, 0, 396, 612), 8) == (1, True)
    assert seen(inner, (396, 0, 792, 612), 8) == (6, True)
    assert [problem.rule for problem in made.problems] == ["unprintable"]


def test_bleed_needs_a_larger_sheet(tmp_path: Path) -> None:
    made = _imposed(tmp_path, numbered(8, (396, 612)), Scheme.SADDLE)
    assert made.size == (1224, 792)
    assert made.problems == ()


def test_blanks_stand_before_the_back_cover_and_are_said(tmp_path: Path) -> None:
    made = _imposed(tmp_path, numbered(6), Scheme.SADDLE)
    assert made.blanks == (5, 5)
    front = pictures(made.data)[0]
    width, height = made.size
    middle = (width / 2, height / 2)
    left = (middle[0] - 100, middle[1] - 70, middle[0], middle[1] + 70)
    assert seen(front, left, 6) == (5, True)


def test_a_cover_of_its_own_is_a_second_file(tmp_path: Path) -> None:
    request = _request(tmp_path, numbered(14), Scheme.PERFECT, separate_cover=True)
    body, cover = impose_file(request, tmp_path, tmp_path, DATE)
    assert (body.path.name, body.pages, body.blanks) == ("pages-body.pdf", 10, (12, 12))
    assert (cover.path.name, cover.pages, cover.sheets) == ("pages-cover.pdf", 4, 1)


def test_a_cover_has_a_spine_as_wide_as_its_body_is_thick(tmp_path: Path) -> None:
    asked = {"separate_cover": True, "caliper": 2.0, "fold": (2, 2), "marks": True}
    request = _request(tmp_path, numbered(14), Scheme.PERFECT, **asked)
    body, cover = impose_file(request, tmp_path, tmp_path, DATE)
    assert (body.cells, body.pages, len(body.blanks)) == ((2, 2), 10, 6)
    assert (cover.cells, cover.spine, cover.creep) == ((2, 1), 16.0, ())
    outer, inner = pictures(cover.data)
    width, height = cover.size
    middle, low, high = width / 2, height / 2 - 70, height / 2 + 70
    left, right = (middle - 108, low, middle - 8, high), (middle + 8, low, middle + 108, high)
    assert [seen(outer, cell, 14) for cell in (left, right)] == [(13, True), (0, True)]
    assert [seen(inner, cell, 14) for cell in (left, right)] == [(1, True), (12, True)]
    spine = outer[round(height / 2) - 60 : round(height / 2) + 60, round(middle) - 7 :][:, :14]
    assert spine.min() == 255
    with Pdf.open(BytesIO(cover.data)) as book:
        said = book.pages[0].obj.Contents.read_bytes().decode()
        trim = [float(edge) for edge in book.pages[0].obj.TrimBox]
    assert trim == pytest.approx([middle - 108, low, middle + 108, high])
    folds = said.partition("[3 2] 0 d")[2]
    assert {f"{middle - 8:g} ", f"{middle + 8:g} "} <= {
        f"{line.split()[0]} " for line in folds.splitlines() if line.endswith("S")
    }


def test_a_cover_without_a_caliper_has_no_spine_and_that_is_said(tmp_path: Path) -> None:
    request = _request(tmp_path, numbered(14), Scheme.PERFECT, separate_cover=True)
    body, cover = impose_file(request, tmp_path, tmp_path, DATE)
    assert [problem.rule for problem in (*body.problems, *cover.problems)] == ["no-spine"]
    saddle = _request(tmp_path, numbered(14), Scheme.SADDLE, separate_cover=True, caliper=0.3)
    assert [made.spine for made in impose_file(saddle, tmp_path, tmp_path, DATE)] == [0, 0]


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("up", ["0 mm", "-1 mm"])
def test_the_boxes_of_a_back_are_round_what_is_on_it(tmp_path: Path, flip: Flip, up: str) -> None:
    """Of cards that lie off the sheet's middle, and of a printer whose offset is taken back."""
    kept = BackOffset.model_validate({"flip": flip, "right": "1.5 mm", "up": up})
    stock = stocks()["avery-l4785"]
    pages = numbered(20, (stock.card.width, stock.card.height), bleed=3)
    made = _imposed(
        tmp_path, pages, Scheme.N_UP, stock=stock, flip=flip, printer=Printer(portrait=kept)
    )
    with Pdf.open(BytesIO(made.data)) as book:
        for page in book.pages:
            said = page.obj.Contents.read_bytes().decode()
            windows = [
                [*map(float, each.split()[:4])] for each in re.findall(r"q (.+?) re W", said)
            ]
            art = (
                *(min(each[at] for each in windows) for at in (0, 1)),
                *(max(each[at] + each[at + 2] for each in windows) for at in (0, 1)),
            )
            assert [float(edge) for edge in page.obj.BleedBox] == pytest.approx(art, abs=0.01)
            trim = [edge + more for edge, more in zip(art, (3, 3, -3, -3), strict=True)]
            assert [float(edge) for edge in page.obj.TrimBox] == pytest.approx(trim, abs=0.01)


def test_creep_is_a_table_by_how_deep_pages_lie(tmp_path: Path) -> None:
    made = _imposed(tmp_path, numbered(12), Scheme.SADDLE, caliper=0.3)
    assert [row.pages for row in made.creep] == [(1, 2, 11, 12), (3, 4, 9, 10), (5, 6, 7, 8)]
    assert [row.shift for row in made.creep] == pytest.approx([0, 0.3 * CREEP, 0.6 * CREEP])


def test_the_body_of_a_stapled_book_lies_inside_its_cover(tmp_path: Path) -> None:
    request = _request(tmp_path, numbered(12), Scheme.SADDLE, separate_cover=True, caliper=0.3)
    body, cover = impose_file(request, tmp_path, tmp_path, DATE)
    assert [row.pages for row in body.creep] == [(3, 4, 9, 10), (5, 6, 7, 8)]
    assert [row.shift for row in body.creep] == pytest.approx([0.3 * CREEP, 0.6 * CREEP])
    assert cover.creep == ()


def test_creep_beyond_the_bleed_is_a_warning(tmp_path: Path) -> None:
    made = _imposed(tmp_path, numbered(200), Scheme.SADDLE, caliper=0.5)
    assert [problem.rule for problem in made.problems] == ["creep"]


def test_the_same_file_gives_the_same_sheets(tmp_path: Path) -> None:
    one, other = (_imposed(tmp_path, numbered(9), Scheme.CUT_STACK).data for _ in range(2))
    assert one == other


def test_what_a_file_says_of_itself_stays_and_says_who_changed_it(tmp_path: Path) -> None:
    with Pdf.open(BytesIO(numbered(4))) as book:
        book.docinfo["/Title"] = "Pages"
        with book.open_metadata() as said:
            said["dc:title"] = "Pages"
            said["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        given = BytesIO()
        book.save(given)
    made = _imposed(tmp_path, given.getvalue(), Scheme.N_UP)
    with Pdf.open(BytesIO(made.data)) as sheets, sheets.open_metadata() as said:
        assert str(sheets.docinfo["/Title"]) == said["dc:title"] == "Pages"
        assert said["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert str(sheets.docinfo["/Producer"]) == said["pdf:Producer"]
        assert said["xmp:ModifyDate"] == "2025-12-07T00:00:00+00:00"


def test_a_file_without_trims_is_taken_whole_and_that_is_said(tmp_path: Path) -> None:
    made = _imposed(tmp_path, numbered(2, boxes=False, bleed=0), Scheme.N_UP)
    assert [(problem.rule, problem.page) for problem in made.problems] == [("no-trim", 1)]


def test_links_and_tags_are_dropped_and_that_is_said(tmp_path: Path) -> None:
    def change(book: Pdf) -> None:
        book.Root.StructTreeRoot = Dictionary()
        book.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link)])

    made = _imposed(tmp_path, _changed(numbered(4), change), Scheme.N_UP)
    assert made.dropped == ("tags", "links and other annotations")


def _changed(pdf: bytes, change: Callable[[Pdf], None], **saving: Any) -> bytes:  # noqa: ANN401 - any option
    with Pdf.open(BytesIO(pdf)) as book:
        change(book)
        given = BytesIO()
        book.save(given, **saving)
    return given.getvalue()


def _mixed(book: Pdf) -> None:
    book.pages[2].obj.TrimBox = Array([0, 0, 90, 140])


def _circle(book: Pdf) -> None:
    form = book.make_indirect(Stream(book, b"/F Do"))
    form.Subtype, form.Resources = Name.Form, Dictionary(XObject=Dictionary(F=form))
    book.pages[1].obj.Resources = Dictionary(XObject=Dictionary(F=form))


def _nest(book: Pdf) -> None:
    inner = book.make_indirect(Stream(book, b""))
    for _ in range(500):
        outer = book.make_indirect(Stream(book, b"/F Do"))
        outer.Subtype, outer.Resources = Name.Form, Dictionary(XObject=Dictionary(F=inner))
        inner = outer
    book.pages[1].obj.Resources = Dictionary(XObject=Dictionary(F=inner))


def _each(**entries: object) -> Callable[[Pdf], None]:
    def change(book: Pdf) -> None:
        for page in book.pages:
            for key, value in entries.items():
                page.obj[f"/{key}"] = value

    return change


def _odd_box(edge: bytes) -> bytes:
    """Return a file whose pages have an edge of their media box that is no number."""
    box = _each(MediaBox=Array([0, 0, 777, 144]))
    plain = _changed(
        numbered(4), box, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True
    )
    return plain.replace(b" 777 ", b" " + edge + b" ")


def _turned(book: Pdf) -> None:
    book.pages[1].obj.Rotate = 45


def _no_stream(book: Pdf) -> None:
    book.pages[1].obj.Contents = Name.Nothing


def _nothing(_: Pdf) -> None:
    pass


LOCK = {"encryption": pikepdf.Encryption(owner="owner")}


@pytest.mark.parametrize(
    ("pdf", "message"),
    [
        (_changed(numbered(4), _mixed), "this page is 1.25 in × 49.39 mm, and most are"),
        (_changed(numbered(4), _circle), "a form of this page stands in itself"),
        (_changed(numbered(4), _nest), "or in more than 100 others"),
        *(
            (_changed(numbered(4), _each(Contents=odd)), "the content of this page is no stream")
            for odd in (Name.A, Dictionary(), Array([Name.A]), 5)
        ),
        *(
            (_changed(numbered(4), _each(**{box: Array(odd)})), f"its {box} is no box")
            for box, odd in (("TrimBox", [9, 9, 9, 9]), ("BleedBox", [0, 0, 9]))
        ),
        *(
            (_odd_box(edge), "the file is damaged: ")
            for edge in (b"nan", b"inf", b"null", b"(9)", b"99 0 R", b"--5", b"")
        ),
        (_changed(numbered(4), _each(MediaBox=Array([0, 0, 1e-30, 9]))), "has no media box"),
        (_changed(numbered(4), _each(UserUnit=-1)), "has no media box"),
        (_changed(numbered(4), _turned), "has no media box, or is turned by no quarter"),
        (_changed(numbered(4), _no_stream), "the content of this page is no stream"),
        (_changed(numbered(4), _nothing, **LOCK), "it is encrypted, and sheets would not be"),
        (_changed(numbered(1), lambda book: book.pages.__delitem__(0)), "it has no pages"),
        (b"no PDF", "it does not begin as a PDF does"),
        (numbered(4)[:300], "can't be read"),
    ],
)
def test_a_file_that_can_t_be_imposed_is_refused(tmp_path: Path, pdf: bytes, message: str) -> None:
    request = _request(tmp_path, pdf, Scheme.SADDLE)
    with pytest.raises(MiPrintError) as caught:
        impose_file(request, tmp_path, tmp_path, DATE)
    assert any(message in problem.message for problem in caught.value.problems)
    assert all(problem.file == "pages.pdf" and problem.hint for problem in caught.value.problems)
    assert [path.name for path in tmp_path.iterdir()] == ["pages.pdf"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"sheet": (150, 150)}, "has no room for 2 × 1 pages of 35.28 mm × 49.39 mm"),
        ({"grid": (40, 40)}, "no sheet of our table has room for 40 × 40 pages"),
    ],
)
def test_a_sheet_that_is_too_small_is_refused(
    tmp_path: Path, asked: dict[str, Any], message: str
) -> None:
    request = _request(tmp_path, numbered(4), Scheme.SADDLE, **asked)
    with pytest.raises(InputError, match=message):
        impose_file(request, tmp_path, tmp_path, DATE)


def test_cards_of_another_size_are_refused(tmp_path: Path) -> None:
    request = _request(tmp_path, numbered(4), Scheme.N_UP, stock=stocks()["avery-5392"])
    with pytest.raises(InputError, match="the cards of the stock 4 in × 3 in"):
        impose_file(request, tmp_path, tmp_path, DATE)


def test_where_a_file_is_cut_is_asked_for_beside_the_stock(tmp_path: Path) -> None:
    pdf = numbered(4, boxes=False)
    request = _request(tmp_path, pdf, Scheme.N_UP, stock=stocks()["avery-5392"])
    with pytest.raises(InputError) as caught:
        impose_file(request, tmp_path, tmp_path, DATE)
    assert [problem.rule for problem in caught.value.problems] == ["not-imposed", "no-trim"]


@pytest.mark.parametrize(
    ("scheme", "asked", "message"),
    [
        (Scheme.SADDLE, {"fold": (3, 1)}, "3 × 1 does not fold in half"),
        (Scheme.SADDLE, {"grid": (3, 1)}, "no multiple of a fold of 2 × 1"),
        (Scheme.WORK_AND_TURN, {"grid": (3, 2)}, "needs an even number of columns"),
        (Scheme.WORK_AND_TUMBLE, {"grid": (2, 3)}, "needs an even number of rows"),
        (Scheme.WORK_AND_TURN, {"flip": Flip.LONG_EDGE}, "turns this sheet over its short edge"),
        (Scheme.N_UP, {"caliper": 0.3}, "n-up folds nothing"),
        (Scheme.CUT_STACK, {"right_bound": True}, "cut-stack folds nothing"),
        (Scheme.SADDLE, {"start": 1}, "saddle begins on a whole sheet"),
        (Scheme.WORK_AND_TURN, {"start": 1}, "work-and-turn begins on a whole sheet"),
        (Scheme.N_UP, {"grid": (2, 2), "start": 4}, "a sheet has 4 cells, and --start is 5"),
        (Scheme.FOLD_OVER, {"grid": (2, 2), "start": 2}, "a sheet has 2 cells"),
        (Scheme.N_UP, {"separate_cover": True}, "only a bound book has a cover"),
        (Scheme.SADDLE, {"stock": stocks()["avery-5392"]}, "cards of a stock are not folded"),
    ],
)
def test_what_contradicts_itself_is_refused(
    tmp_path: Path, scheme: Scheme, asked: dict[str, Any], message: str
) -> None:
    request = _request(tmp_path, numbered(16), scheme, **asked)
    with pytest.raises(UsageError, match=message):
        impose_file(request, tmp_path, tmp_path, DATE)
