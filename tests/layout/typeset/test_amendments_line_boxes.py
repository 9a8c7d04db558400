"""A line is as high as its line height, in whatever script."""

from pathlib import Path

import pytest

from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.typesetter import Typesetter

CSS = "@page{size:300pt 200pt;margin:0} *{margin:0;padding:0} body{font:9pt/12pt Inter}"
SCRIPTS = {
    "Thai": "ห้องประชุมใหญ่ ชั้น ๓",
    "Arabic": "القاعة الكبرى",
    "Japanese": "会場は三階です",
    "Hebrew": "אולם גדול",
    "Burmese": "အစည်းအဝေးခန်းမ",
    "accents": "Ṩẫm ǺǺ Ế",
}


def page_of(lines: list[str], folder: Path, css: str = "") -> boxes.Box:
    setter = Typesetter([folder], [("page.css", CSS + css, folder)])
    body = "".join(f"<p>{line}</p>" for line in lines)
    pages = setter.set(f"<html lang='en'><title>T</title><body>{body}", folder, "page.html")
    (page,) = boxes.pages(pages)
    return page


def baselines(lines: list[str], folder: Path) -> list[float]:
    """Return where the baseline of each line's texts is."""
    page = page_of(lines, folder)
    found = [box for box in boxes.descendants(page) if isinstance(box, boxes.TextBox)]
    heights = [box for box in boxes.descendants(page) if isinstance(box, boxes.LineBox)]
    assert {round(box.height * boxes.POINTS, 4) for box in heights} == {12}
    return [round((box.position_y + box.baseline) * boxes.POINTS, 4) for box in found]


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_a_script_from_another_font_makes_no_line_higher(text: str, tmp_path: Path) -> None:
    plain = baselines(["Main hall"] * 4, tmp_path)
    mixed = baselines(["Main hall", text, f"Hall {text} 3", "Main hall"], tmp_path)
    assert sorted(set(mixed)) == plain


def test_an_open_line_is_as_much_higher_as_its_ink_leaves_it(tmp_path: Path) -> None:
    tight = "body{font-size:9pt;line-height:8pt} .open{--lines:open}"
    lines = ["Main hall", f"<span class='open'>{SCRIPTS['Burmese']}</span>", "Main hall"]
    page = page_of(lines, tmp_path, tight)
    texts = [box for box in boxes.descendants(page) if isinstance(box, boxes.TextBox)]
    heights = [
        box.height * boxes.POINTS
        for box in boxes.descendants(page)
        if isinstance(box, boxes.LineBox)
    ]
    assert heights[0] == heights[2] == pytest.approx(8)
    assert heights[1] > 9
    ink = boxes.line_ink(texts[1])
    assert ink is not None
    assert ink[1] == pytest.approx(8, abs=0.01), "the ink begins where the line does"
    assert ink[3] == pytest.approx(8 + heights[1], abs=0.01)


def test_latin_lines_never_open(tmp_path: Path) -> None:
    page = page_of(["Ångström g"] * 2, tmp_path, "body{font:9pt/6pt Inter;--lines:open}")
    heights = [box.height for box in boxes.descendants(page) if isinstance(box, boxes.LineBox)]
    assert heights == [pytest.approx(8)] * 2
