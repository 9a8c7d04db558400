"""The fit report: what is in it, in which order, and that the data can't do anything in it."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from mi_print.cli import main
from tests.products import sample_layouts
from tests.products.sample_layouts import NAME, manifest, page
from tests.reports.read_page import tags

Write = Callable[[dict[str, str]], Path]

BODY = f"""\
<section class="side">
{NAME}"""
BODY += """\
<p class="at t-lead" data-slot="affiliation" data-fit="14pt..10pt; lines 2"
  style="{{ box(20, 130, 248, 40) }}"></p>
</section>
"""
WHOLE = """\
<section class="side">
<div class="at" data-frame="name" data-wished="36" style="{{ box(20, 30, 248, 90) }}">
<p class="t-badge-name"
  style="font-size:{{ 40 if badge.name|length < 20 else 18 }}pt;line-height:1">
{{ badge.name }}</p></div>
</section>
"""
LONG = (
    "Institute of everything that anybody ever wanted to know"
    " about networks of all kinds or not and so on"
)
PEOPLE = f"""\
id,name,affiliation,role,lang
a,Ada Lovelace,Here,attendee,en
b,Bartholomew Featherstone Example,There,attendee,en
c,Unbreakable{"unbreakable" * 3},,attendee,en
d,王小明,大学,attendee,zh
e,Émile Example,{LONG},attendee,en
f,<script>f()</script> & Sons of Bartholomew,,attendee,en
g,김민수,,attendee,ko
"""


def sections(html: str) -> dict[str, list[list[str]]]:
    """Return the lines of every caption, by the section's heading."""
    found = {}
    for part in html.split("<h2>")[1:]:
        captions = re.findall(r"<figcaption>(.*?)</figcaption>", part)
        lines = [re.findall(r"<(?:b|span)>(.*?)</(?:b|span)>", each) for each in captions]
        found[part.partition("</h2>")[0]] = [[unescape(text) for text in each] for each in lines]
    return found


@pytest.fixture
def project(write: Write) -> Path:
    return write(sample_layouts.project(manifest(), BODY, PEOPLE))


def report(project: Path, *options: str) -> str:
    file = project / "fit.html"
    common = ["--project", str(project), "badges", "--report", str(file)]
    assert main([*common, *options]) == 0
    return file.read_text("utf-8")


def test_each_section_has_its_texts_the_worst_first(project: Path) -> None:
    found = sections(report(project))
    assert list(found) == ["At the floor", "Smaller than wished", "Other fonts"]
    floor = found["At the floor"]
    assert [each[0] for each in floor] == [f"Unbreakable{'unbreakable' * 3}", "Émile Example"]
    assert floor[0][1] == "page 3"
    assert re.fullmatch(r"[\d.]+ pt, 36 wished, .*a word is broken", floor[0][3])
    assert floor[1][1:] == ["page 5", f"affiliation: {LONG}", "10 pt, its smallest size"]
    small = found["Smaller than wished"]
    assert "Bartholomew Featherstone Example" in {each[0] for each in small}
    assert {each[0] for each in small}.isdisjoint({"Ada Lovelace", "王小明"})
    sizes = [float(each[-1].split()[0]) for each in small]
    assert sizes == sorted(sizes)
    assert all(size < 36 for size in sizes)


def test_every_other_font_is_named_the_most_used_first(project: Path) -> None:
    html = report(project)
    fonts = re.findall(r"<h3>(.*?)</h3>", html)
    assert fonts == [
        "NotoSansKR-SemiBold: 1 text",
        "NotoSansSC-Regular: 1 text",
        "NotoSansSC-SemiBold: 1 text",
    ]
    names = [each[0] for each in sections(html)["Other fonts"]]
    assert names == ["김민수", "王小明", "王小明"]


def test_a_font_is_shown_with_other_people_and_texts(project: Path) -> None:
    rows = ["id,name,affiliation", "a,王小明,大学", "b,李小红,大学", "c,Ada Lovelace,大学院"]
    (project / "data" / "attendees.csv").write_text("\n".join([*rows, ""]), "utf-8")
    html = report(project, "--edition", "screen")
    _, regular, semi_bold = html.split("<h3>")
    assert regular.startswith("NotoSansSC-Regular: 3 texts")
    assert re.findall(r"<b>(.*?)</b>", regular) == ["王小明", "Ada Lovelace"]
    assert "Without a picture: 李小红 (14 pt)." in regular
    assert re.findall(r"<b>(.*?)</b>", semi_bold) == ["王小明", "李小红"]


def test_every_caption_has_its_picture_and_the_page_stands_alone(project: Path) -> None:
    html = report(project)
    pictures = tags(html, "img")
    assert len(pictures) == html.count("<figcaption>") > 4
    assert all((each["src"] or "").startswith("data:image/png;base64,") for each in pictures)
    assert len({each["src"] for each in pictures}) == len({each["alt"] for each in pictures})
    assert "http" not in re.sub(r"base64,[^\"]*", "", html)
    assert tags(html, "link") == []


def test_nothing_from_the_data_is_markup(project: Path) -> None:
    html = report(project)
    assert tags(html, "script") == []
    assert "&lt;script&gt;f()&lt;/script&gt; &amp; Sons of Bartholomew" in html


def test_one_edition_is_enough_and_the_same_data_gives_the_same_report(project: Path) -> None:
    assert report(project, "--edition", "print") == report(project, "--edition", "print")
    assert (project / "fit.html").read_text("utf-8").count("<figcaption>") > 4


def test_nothing_to_remark_is_said(project: Path) -> None:
    html = report(project, "--only", "a")
    assert sections(html) == {"At the floor": [], "Smaller than wished": [], "Other fonts": []}
    assert "Every text is as large as the layout wishes." in html


def test_of_badges_set_whole_the_sizes_are_known(project: Path) -> None:
    layout = project / "layouts" / "sample"
    (layout / "layout.yaml").write_text(manifest(series=""), "utf-8")
    (layout / "page.html.j2").write_text(page(WHOLE), "utf-8")
    html = report(project, "--only", "a", "--only", "b")
    assert sections(html) == {
        "Smaller than wished": [["Bartholomew Featherstone Example", "page 2", "18 pt, 36 wished"]]
    }
    assert "This layout has no slots" in html


def test_what_does_not_fit_leaves_no_report(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 5)
    (project / "data" / "attendees.csv").write_text(f"id,name\nx,{long}\n", "utf-8")
    file = project / "fit.html"
    assert main(["--project", str(project), "badges", "--report", str(file)]) == 3
    assert "error overflow: badge of Wolfe" in capsys.readouterr().err
    assert not file.exists()


def test_many_texts_are_named_without_a_picture(project: Path) -> None:
    rows = [f"p{n},Bartholomew Featherstone Example{n},attendee" for n in range(130)]
    people = "\n".join(["id,name,role", *rows]) + "\n"
    (project / "data" / "attendees.csv").write_text(people, "utf-8")
    html = report(project, "--edition", "print")
    assert len(tags(html, "img")) == 120
    assert re.search(r"Without a picture: (.*?)\.</p>", html)
