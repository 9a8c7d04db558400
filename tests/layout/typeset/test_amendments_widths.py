"""A box that is as wide as its content is laid out for that alone where it has room."""

from pathlib import Path

import pytest
from weasyprint.layout import preferred

from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.typesetter import Typesetter

CSS = (
    "@page{size:300pt 200pt;margin:0} *{margin:0;padding:0} body{font:9pt/12pt Inter}"
    "p{position:absolute;left:200pt;overflow-wrap:anywhere} p.whole{overflow-wrap:normal}"
)
SHORT = "Main hall"
LONG = "Geschwindigkeitsüberwachungsanlagen"


@pytest.fixture
def narrowed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the boxes whose narrowest width is asked for."""
    asked: list[object] = []
    find = preferred.min_content_width

    def counted(context: object, box: object, outer: bool) -> object:  # noqa: FBT001 - WeasyPrint's
        asked.append(box)
        return find(context, box, outer)

    monkeypatch.setattr(preferred, "min_content_width", counted)
    return asked


@pytest.mark.parametrize(
    ("text", "kind", "lines"),
    [
        (SHORT, "", 1),
        ("Main hall, on the third floor of the house", "", 2),
        (LONG, "", 2),
        (LONG, "whole", 1),
    ],
)
def test_what_has_no_width_is_as_wide_as_its_text_up_to_the_room(
    text: str, kind: str, lines: int, narrowed: list[object], tmp_path: Path
) -> None:
    setter = Typesetter([tmp_path], [("page.css", CSS, tmp_path)])
    html = f"<html lang='en'><title>T</title><body><p class='{kind}'>{text}</p>"
    (page,) = boxes.pages(setter.set(html, tmp_path, "page.html"))
    texts = [box for box in boxes.descendants(page) if isinstance(box, boxes.TextBox)]
    widest = max(box.width * boxes.POINTS for box in texts)
    assert len(texts) == lines
    assert (widest > 100) == (kind == "whole")
    assert bool(narrowed) == (text != SHORT), "only of what is wider than the room"
