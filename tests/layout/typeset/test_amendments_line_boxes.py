"""A line is as high as its line height, in whatever script."""

from pathlib import Path

import pytest

from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.typesetter import Typesetter

CSS = "@page{size:300pt 200pt} *{margin:0;padding:0} body{font:9pt/12pt Inter}"
SCRIPTS = {
    "Thai": "ห้องประชุมใหญ่ ชั้น ๓",
    "Arabic": "القاعة الكبرى",
    "Japanese": "会場は三階です",
    "Hebrew": "אולם גדול",
    "Burmese": "အစည်းအဝေးခန်းမ",
    "accents": "Ṩẫm ǺǺ Ế",
}


def baselines(lines: list[str], folder: Path) -> list[float]:
    """Return how far each line's baseline stands below the one above it."""
    setter = Typesetter([folder], [("page.css", CSS, folder)])
    body = "".join(f"<p>{line}</p>" for line in lines)
    pages = setter.set(f"<html lang='en'><title>T</title><body>{body}", folder, "page.html")
    (page,) = boxes.pages(pages)
    found = [box for box in boxes.descendants(page) if isinstance(box, boxes.TextBox)]
    heights = [box for box in boxes.descendants(page) if isinstance(box, boxes.LineBox)]
    assert {round(box.height * boxes.POINTS, 4) for box in heights} == {12}
    return [round((box.position_y + box.baseline) * boxes.POINTS, 4) for box in found]


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_a_script_from_another_font_makes_no_line_higher(text: str, tmp_path: Path) -> None:
    plain = baselines(["Main hall"] * 4, tmp_path)
    mixed = baselines(["Main hall", text, f"Hall {text} 3", "Main hall"], tmp_path)
    assert sorted(set(mixed)) == plain
