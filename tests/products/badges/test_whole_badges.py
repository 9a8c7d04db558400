"""Badges of a layout without slots: each is typeset whole, a chunk at a time, over the cores."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.products.badges import whole_badges
from tests.products import sample_layouts

Write = Callable[[dict[str, str]], Path]
Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]

LAYOUT = """\
product: badges
about: Set whole
pages: 2
sizes:
  a6:
    margins: {inner: 25 pt, outer: 25 pt, top: 40 pt, foot: 25 pt}
    gutter: 6 pt
    base: 12 pt
    keep-outs:
      - {about: clip, x: 40 mm, y: 0 mm, width: 25 mm, height: 12 mm}
"""
BODY = """\
<section class="side">
<div class="at" data-frame="name" data-wished="48"{{ lang_of(badge) }}
  style="{{ box(25, 60, 247, 100) }}">
{% set row = {'step': 'badge-whole', 'size': 60, 'least': 32, 'floor': 16, 'most': 4} %}
{% set place = {'width': 247, 'height': 100, 'baseline': 60} %}
{% for line in lettered([dict(row, text=badge.name)], place, badge.lang) %}
<p class="at line t-{{ line.step }}" dir="{{ line.direction }}"
  style="{{ line.style }}">{{ line.text }}</p>
{% endfor %}
</div>
</section>
<section class="side">{{ area(-bleed, 300, grid.width + 2 * bleed, 200, 'signal') }}</section>
"""
PEOPLE = (
    "id,name,lang\n1,Ada Lovelace,en\n2,أحمد مثال,ar\n3,王小明,zh\n4,Öst Ärlig,sv\n5,Bo Mo,en\n"
)


@pytest.fixture
def project(write: Write) -> Path:
    return write(sample_layouts.project(LAYOUT, BODY, PEOPLE))


def made(project: Path) -> list[Path]:
    assert main(["--project", str(project), "badges"]) == 0
    return [project / "output" / edition / "badges.pdf" for edition in ("screen", "print")]


def pages(path: Path) -> list[tuple[str, Picture]]:
    with pypdfium2.PdfDocument(path) as book:
        return [(p.get_textpage().get_text_range(), p.render().to_numpy().copy()) for p in book]


def test_chunks_over_the_cores_are_the_same_pages(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: pages(path) for path in made(project)}
    monkeypatch.setattr(whole_badges, "CHUNK", 4)
    for path in made(project):
        again, pictures = pages(path), before[path]
        assert len(again) == len(pictures) == 10
        for (text, picture), (text_again, picture_again) in zip(pictures, again, strict=True):
            assert text == text_again
            assert np.array_equal(picture, picture_again)


def test_a_small_name_is_a_warning_and_one_that_cannot_be_set_an_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = project / "data" / "attendees.csv"
    table.write_text(PEOPLE + "6,Wolfeschlegelsteinhaus,de\n", "utf-8")
    made(project)
    assert "data/attendees.csv:7:3: warning small-name: “Wolfes" in capsys.readouterr().err
    long = " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 5)
    table.write_text(PEOPLE + f"6,{long},de\n", "utf-8")
    assert main(["--project", str(project), "badges"]) == 3
    said = f"data/attendees.csv:7:3: error overflow: badge of {long[:60]}…, side 1: "
    assert said in " ".join(capsys.readouterr().err.split())


def test_nothing_stands_where_the_clip_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = BODY.replace("box(25, 60,", "box(25, -60,")
    page = project / "layouts" / "sample" / "page.html.j2"
    page.write_text(sample_layouts.page(body), "utf-8")
    assert main(["--project", str(project), "badges"]) == 3
    assert "error keep-out: badge of Ada Lovelace, side 1: " in capsys.readouterr().err
