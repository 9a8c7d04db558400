"""Sheets as files: each page once, as a form, the same picture in its place; boxes; what stays."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.press.impose.draw import PrintedSide, draw
from mi_print.press.impose.marks import SheetMarks, sheet_marks
from mi_print.press.impose.plan import Imposition, Scheme, planned, with_blanks
from mi_print.press.impose.sheet import Flip, sides, spread
from mi_print.press.impose.source_pages import source_pages
from tests.press.impose.numbered_pages import numbered, pictures, seen

COUNT = 8
WANTED = Imposition(Scheme.CUT_STACK, 2, 2)
GRID = spread((400, 500), (100, 140), WANTED, bleed=9)


def _drawn(pdf: bytes, *, marks: bool = True) -> bytes:
    with Pdf.open(BytesIO(pdf)) as book:
        sheets = planned(with_blanks(len(book.pages), WANTED), WANTED)
        beside = sheet_marks(GRID, WANTED) if marks else SheetMarks()
        both = [
            PrintedSide(side, beside, GRID.trims)
            for sheet in sheets
            for side in sides(sheet, GRID, Flip.LONG_EDGE)
        ]
        draw(book, source_pages(book, "pages.pdf").pages, both, GRID)
        written = BytesIO()
        book.save(written, static_id=True)
    return written.getvalue()


@pytest.mark.parametrize("unit", [1.0, 2.0])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_each_page_stands_upright_in_its_cell(rotate: int, unit: float) -> None:
    front, back = pictures(_drawn(numbered(COUNT, rotate=rotate, unit=unit)))
    cells = [(row, column) for row in range(2) for column in range(2)]
    assert [seen(front, GRID.trim(*cell), COUNT) for cell in cells] == [
        (page, True) for page in (0, 2, 4, 6)
    ]
    assert [seen(back, GRID.trim(row, 1 - column), COUNT) for row, column in cells] == [
        (page, True) for page in (1, 3, 5, 7)
    ]


def test_art_goes_on_to_its_bleed_and_no_farther() -> None:
    (front, _) = pictures(_drawn(numbered(COUNT), marks=False))
    left, bottom, right, top = GRID.art
    paper = front.copy()
    paper[500 - round(top) : 500 - round(bottom), round(left) : round(right)] = 255
    assert paper.min() == 255
    inside = front[500 - round(top) : 500 - round(bottom), round(left) : round(right)]
    assert inside.max() < 255


def test_each_page_is_one_form_and_a_sheet_has_its_boxes() -> None:
    with Pdf.open(BytesIO(_drawn(numbered(COUNT)))) as book:
        forms = [
            each
            for each in book.objects
            if isinstance(each, pikepdf.Stream) and each.get(Name.Subtype) == Name.Form
        ]
        assert len(forms) == COUNT
        for page in book.pages:
            assert [float(edge) for edge in page.obj.MediaBox] == [0, 0, 400, 500]
            assert page.obj.CropBox == page.obj.MediaBox
            assert [float(edge) for edge in page.obj.TrimBox] == pytest.approx(GRID.trims)
            assert [float(edge) for edge in page.obj.BleedBox] == pytest.approx(GRID.art)
            assert Name.Rotate not in page.obj


def test_what_the_press_needs_stays_and_what_pages_alone_have_goes() -> None:
    with Pdf.open(BytesIO(numbered(COUNT))) as book:
        root = book.Root
        root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX)])
        layer = book.make_indirect(Dictionary(Type=Name.OCG, Name="Cut"))
        root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(ON=Array([layer])))
        root.Outlines = root.StructTreeRoot = root.Names = Dictionary()
        for page in book.pages:
            page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
            page.obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link)])
            page.obj.Resources = Dictionary(Properties=Dictionary(L=layer))
        given = BytesIO()
        book.save(given)
    with Pdf.open(BytesIO(_drawn(given.getvalue()))) as sheets:
        assert set(sheets.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/OCProperties"}
        for page in sheets.pages:
            assert Name.DeviceCMYK == page.obj.Group.CS
            assert Name.Annots not in page.obj
            for form in page.obj.Resources.XObject.values():
                assert Name.DeviceCMYK == form.Group.CS
                assert form.Resources.Properties.L.Name == "Cut"


def test_resources_that_pages_inherit_go_with_them() -> None:
    with Pdf.open(BytesIO(numbered(COUNT))) as book:
        for page in book.pages:
            del page.obj.Resources
        book.Root.Pages.Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(LW=1)))
        given = BytesIO()
        book.save(given)
    with Pdf.open(BytesIO(_drawn(given.getvalue()))) as sheets:
        for page in sheets.pages:
            for form in page.obj.Resources.XObject.values():
                assert form.Resources.ExtGState.G.LW == 1


def test_pages_that_share_their_content_are_forms_of_their_own() -> None:
    with Pdf.open(BytesIO(numbered(COUNT))) as book:
        for page in book.pages:
            page.obj.Contents = book.pages[0].obj.Contents
        book.pages[1].obj.Contents = Array([book.pages[0].obj.Contents] * 2)
        del book.pages[2].obj.Contents
        given = BytesIO()
        book.save(given)
    front, back = pictures(_drawn(given.getvalue()))
    cells = [(row, column) for row in range(2) for column in range(2)]
    read = [seen(front, GRID.trim(*cell), COUNT) for cell in cells]
    assert read == [(0, True), None, (0, True), (0, True)]
    assert seen(back, GRID.trim(0, 1), COUNT) == (0, True)


@pytest.mark.parametrize(("components", "black"), [(4, b"0 0 0 1 K"), (3, b"0 G"), (0, b"0 G")])
def test_marks_are_black_alone_and_print_over_what_lies_below(
    components: int, black: bytes
) -> None:
    with Pdf.open(BytesIO(numbered(COUNT))) as book:
        profile = Stream(book, b"")
        profile.N = components
        intent = Dictionary(S=Name.GTS_PDFX, DestOutputProfile=book.make_indirect(profile))
        book.Root.OutputIntents = Array([intent][:components])
        given = BytesIO()
        book.save(given)
    with Pdf.open(BytesIO(_drawn(given.getvalue()))) as sheets:
        page = sheets.pages[0].obj
        assert black in page.Contents.read_bytes()
        assert page.Resources.ExtGState.Marks.OP
        assert page.Resources.ExtGState.Marks.OPM == 1
