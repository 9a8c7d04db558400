"""The typesetter: what of WeasyPrint's own we rely on, and what it may read."""

import re
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import uharfbuzz
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import pydyf

from mi_print.errors import InputError
from mi_print.layout.text.typography import bound
from mi_print.layout.typeset import boxes as read
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter, join
from mi_print.resources import FONTS

Setting = Callable[..., TypesetPages]

PAGE = "@page{size:200pt 100pt;margin:10pt} *{margin:0;padding:0} body{font:10pt/12pt Inter}"


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    """Return a function that sets a body on a small page."""

    def set_body(body: str, css: str = "") -> TypesetPages:
        setter = Typesetter([tmp_path], [("page.css", PAGE + css, tmp_path)])
        return setter.set(f"<html lang='en'><title>T</title><body>{body}", tmp_path, "page.html")

    return set_body


def test_weasyprint_is_the_one_whose_boxes_we_read() -> None:
    """A new version needs the tests of this file looked at, and then the pin and this line."""
    assert version("weasyprint") == "70.0"


def test_the_names_of_weasyprint_that_we_use_are_there(setting: Setting) -> None:
    """Each is WeasyPrint's own and not public; what reads boxes rests on them."""
    placed = '<p style="position:absolute;left:0;top:0;width:50pt">Placed</p>'
    image = "<svg width='4' height='4'><title>Dot</title></svg>"
    pages = setting(f"<div data-frame='f'>Text{image}</div>{placed}")
    (page,) = read.pages(pages)
    found = list(read.descendants(page))
    for kind in (boxes.LineBox, boxes.TextBox, boxes.BlockBox, boxes.ReplacedBox):
        assert any(isinstance(box, kind) for box in found), kind.__name__
    (text,) = (box for box in found if isinstance(box, boxes.TextBox) and box.text == "Text")
    for name in ("position_x", "position_y", "width", "height", "element", "style"):
        assert hasattr(text, name), name
    (block,) = (
        box for box in found if box.element_tag == "div" and isinstance(box, boxes.BlockBox)
    )
    assert block.element.get("data-frame") == "f"
    assert (block.content_box_x(), block.content_box_y()) == pytest.approx((10 / 0.75, 10 / 0.75))
    assert any(isinstance(box, boxes.TextBox) and box.text == "Placed" for box in found)
    assert hasattr(AbsolutePlaceholder, "__getattr__") or hasattr(AbsolutePlaceholder, "_box")


def test_absolute_boxes_stand_among_the_children_as_placeholders(setting: Setting) -> None:
    pages = setting('<p style="position:absolute;left:0;top:0">Placed</p>')

    def below(box: read.Box) -> list[read.Box]:
        children = list(getattr(box, "children", ()))
        return [each for child in children for each in (child, *below(child))]

    (page,) = read.pages(pages)
    (found,) = (each for each in below(page) if isinstance(each, AbsolutePlaceholder))
    assert read.unwrapped(found).element_tag == "p"


def test_a_files_pages_are_listed_as_pydyf_lists_them() -> None:
    assert weasyprint.pdf.pydyf.PDF is pydyf.PDF
    file = pydyf.PDF()
    for count in range(3):
        assert len(file.page_references) == count
        file.add_page(pydyf.Dictionary({"Type": "/Page"}))
    (original,) = pydyf.PDF.__bases__
    assert file.page_references == original.page_references.fget(file)


def test_anchors_are_on_their_first_page(setting: Setting) -> None:
    pages = setting(
        '<p id="a">One</p><p id="b" style="break-before:page">Two</p>'
        '<p id="c">Three</p><div id="d" style="break-before:page">'
        '<p>x</p><p style="break-before:page">y</p></div>'
    )
    assert len(pages) == 4
    assert pages.anchors == {"a": 0, "b": 1, "c": 1, "d": 2}


def test_joined_parts_link_to_each_other(setting: Setting) -> None:
    one = setting('<p><a href="#there">Link</a></p>')
    two = setting('<p id="there">Place</p>')
    book = join([one, two])
    assert len(book) == 2
    with pypdfium2.PdfDocument(BytesIO(book.pdf(tagged=True))) as read:
        assert [page.get_textpage().get_text_range().strip() for page in read] == ["Link", "Place"]


def test_a_link_to_nowhere_is_a_problem(setting: Setting) -> None:
    with pytest.raises(InputError, match=r"^layout: error typeset: No anchor #nowhere"):
        setting('<a href="#nowhere">Link</a>').pdf(tagged=False)


def test_pages_are_written_alike_every_time(setting: Setting) -> None:
    pages = setting("<h1>Heading</h1><p>Text</p>")
    for tagged in (True, False):
        assert pages.pdf(tagged=tagged) == pages.pdf(tagged=tagged)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https://example.org/a.png", "not from the network"),
        ("ftp://example.org/a.png", "not from the network"),
        ("../secret.png", "outside the project folder"),
        ("/etc/passwd", "outside the project folder"),
        ("file:///etc/passwd", "outside the project folder"),
    ],
)
def test_nothing_is_read_from_elsewhere(setting: Setting, address: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        setting(f'<img alt="a" src="{address}">')
    with pytest.raises(InputError, match=message):
        setting("<p>Text</p>", f"p{{background:url({address})}}")


def test_a_link_in_the_folder_that_leads_out_is_not_followed(
    setting: Setting, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (tmp_path / "inside.svg").symlink_to(secret)
    with pytest.raises(InputError, match="outside the project folder"):
        setting('<img alt="a" src="inside.svg">')


def test_a_warning_of_a_style_sheet_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        Typesetter([tmp_path], [("page.css", "p {\n  colour: red;\n}", tmp_path)])
    assert str(wrong.value).startswith("page.css:2:3: error typeset: Ignored `colour: red`")


def test_kerning_is_written_as_single_numbers(setting: Setting) -> None:
    """Pdfium drops what stands after an empty string at the end of a line."""
    pages = setting("<p style='letter-spacing:0.05em'>Tracked Avenue To</p>")
    with pypdfium2.PdfDocument(pages.pdf(tagged=False)) as book:
        text = book[0].get_textpage().get_text_range()
    assert text.strip() == "Tracked Avenue To"
    with pikepdf.open(BytesIO(pages.pdf(tagged=False))) as book:
        content = book.pages[0].obj.Contents.read_bytes()
    assert b"] TJ" in content
    assert b"<>" not in content


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Ẹ̀", "inter/Inter-Regular.ttf"),
        ("ບຸ", "noto-sans-lao/NotoSansLao-Regular.ttf"),
        ("শ্রী", "noto-sans-bengali/NotoSansBengali-Regular.ttf"),
    ],
)
def test_marks_stand_where_harfbuzz_puts_them(setting: Setting, text: str, font: str) -> None:
    """WeasyPrint alone draws them a fortieth of the way too far."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / font)))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), buffer)
    _, mark, *_ = buffer.glyph_positions
    with pikepdf.open(BytesIO(setting(f"<p>{text}</p>").pdf(tagged=False))) as book:
        content = book.pages[0].obj.Contents.read_bytes()
    glyph = b"%04x" % buffer.glyph_infos[1].codepoint
    way = re.search(rb"([-\d.]+)<" + glyph + rb">", content)
    assert way is not None
    assert -float(way[1]) == pytest.approx(mark.x_offset * 1000 / face.upem, abs=1)
    rises = [float(rise) / (10 / 0.75) for rise in re.findall(rb"([-\d.]+) Ts", content)]
    assert (rises or [0])[0] == pytest.approx(mark.y_offset / face.upem, abs=1e-3)


@pytest.mark.parametrize("width", [205, 208.5, 210.5])
def test_a_line_before_a_name_with_a_hyphen_is_full(setting: Setting, width: float) -> None:
    """Before an element that may not be broken it would end after the first name."""
    names = ["Mohammad Taufeeque", "Aaron David Tucker", "Adam Gleave", "Adrià Garriga-Alonso"]
    css = f"@page{{size:400pt 100pt}} p{{font:7.5pt/11pt Inter;width:{width}pt}}"
    pages = setting(f"<p>{', '.join(map(bound, names))}</p>", css)
    lines = [
        box for box in read.descendants(read.pages(pages)[0]) if isinstance(box, boxes.LineBox)
    ]
    first = "".join(
        box.text for box in read.descendants(lines[0]) if isinstance(box, boxes.TextBox)
    )
    assert len(lines) == 2
    assert "Tucker," in first


def test_a_picture_that_takes_all_memory_is_said_so(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(weasyprint.svg.SVG, "draw", exhausted)
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9"/></svg>'
    with pytest.raises(InputError, match="error limit: an SVG in it takes too much memory"):
        setting(f"<p>Text</p>{picture}").pdf(tagged=False)
