"""The calibration sheet as a file: two pages, black alone, all words on it, the same each time."""

import datetime as dt
from io import BytesIO

import pypdfium2
import pytest
from pikepdf import Pdf, parse_content_stream

from mi_print.press.calibration.draw_sheet import SheetToRead, calibration_sheet
from mi_print.press.identify import written_here

DATE = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)
COLOURS = {"rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}


def drawn(size: tuple[float, float] = (612.0, 792.0), *, over: bool = True) -> bytes:
    command = "mi-print calibrate --printer NAME"
    wanted = SheetToRead(size, over, (0.0, 0.0), "Letter", command, "long edge")
    return calibration_sheet(wanted, DATE)


def test_it_is_black_alone_with_fonts_of_its_own_and_ours() -> None:
    data = drawn()
    assert data == drawn()
    assert written_here(data)
    with Pdf.open(BytesIO(data)) as book:
        assert len(book.pages) == 2
        for page in book.pages:
            operators = {str(each.operator) for each in parse_content_stream(page)}
            assert not operators & COLOURS
            assert all("/FontDescriptor" in font for font in page.obj.Resources.Font.values())


@pytest.mark.parametrize("size", [(612.0, 792.0), (792.0, 612.0), (595.28, 841.89)])
def test_its_words_are_whole_and_over_nothing(size: tuple[float, float]) -> None:
    with pypdfium2.PdfDocument(drawn(size)) as book:
        text = book[0].get_textpage()
        words = " ".join(text.get_text_range().split())
        assert "mi-print calibrate --printer NAME --offset 1.5mm,-0.5mm" in words
        assert "what the front has, less what the back has" in words
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
    inside = [(left, low, right, high) for left, low, right, high in boxes]
    assert all(left > 10 and right < size[0] - 10 for left, _, right, _ in inside)
    for number, one in enumerate(inside):
        for other in inside[number + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert min(across, down) < 1


def test_a_sheet_that_is_turned_head_to_foot_says_what_to_take_from_what() -> None:
    with pypdfium2.PdfDocument(drawn(over=False)) as book:
        words = " ".join(book[0].get_textpage().get_text_range().split())
    assert "what the back has, less what the front has" in words
