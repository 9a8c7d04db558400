"""Badges by stamping, from the data to the files."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mi_print.cli import main
from mi_print.products.badges import stamped_badges
from tests.products import sample_layouts
from tests.products.sample_layouts import NAME, manifest, page

Write = Callable[[dict[str, str]], Path]

LAYOUT = manifest(pages=2, series="{mode: slots, vary: [role]}")
BODY = f"""\
<section class="side">
{NAME}"""
BODY += """\
<p class="at t-lead upper" data-slot="affiliation" data-fit="14pt..8pt; lines 2"
  style="{{ box(20, 130, 248, 20) }}"></p>
{{ area(-bleed, 160, grid.width + 2 * bleed, grid.height - 160 + bleed, 'signal') }}
<p class="at t-lead in-paper" style="{{ box(20, 180, 200, 20) }}">{{ badge.role }}</p>
</section>
<section class="side">
<div class="at" data-slot="url" data-slot-kind="code" style="{{ box(100, 60, 60, 60) }}"></div>
</section>
"""
CSS = f"""\
{sample_layouts.CSS}\
.in-paper {{ color: var(--paper) }}
.upper {{ text-transform: uppercase; opacity: 0.5 }}
"""
PEOPLE = """\
id,name,affiliation,url,role,lang
a,Ada Lovelace,Analytical Society,https://example.org/a,attendee,en
b,أحمد مثال,,https://example.org/b,student,ar
c,王小明,大学,,attendee,zh
d,O'Brien,Here,https://example.org/d,student,en
"""


@pytest.fixture
def project(write: Write) -> Path:
    return write(sample_layouts.project(LAYOUT, BODY, PEOPLE, CSS))


def badges(project: Path, *options: str) -> int:
    return main(["--project", str(project), "badges", *options])


def words(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in book]


def test_each_record_is_stamped_into_its_variant(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert badges(project) == 0
    assert capsys.readouterr().out.splitlines() == [
        "output/print/badges.pdf  8 pages  4x3in + 0.125 in bleed  checked",
        "output/screen/badges.pdf  8 pages  4x3in",
    ]
    for edition in ("print", "screen"):
        said = words(project / "output" / edition / "badges.pdf")
        assert said[::2] == [
            "attendee Ada Lovelace ANALYTICAL SOCIETY",
            "student أحمد مثال",
            "attendee 王小明 大学",
            "student O’Brien HERE",
        ]
        assert said[1::2] == [""] * 4


def test_the_codes_say_what_the_data_says(project: Path) -> None:
    assert badges(project, "--edition", "print") == 0
    with pypdfium2.PdfDocument(project / "output" / "print" / "badges.pdf") as book:
        found = []
        for page in list(book)[1::2]:
            picture = np.ascontiguousarray(page.render(scale=150 / 72).to_numpy()[..., 0])
            found.append([code.text for code in zxingcpp.read_barcodes(picture)])
    assert found == [[f"https://example.org/{each}"] if each != "c" else [] for each in "abcd"]


def test_the_masters_are_shared_and_fonts_embedded_once(project: Path) -> None:
    assert badges(project, "--edition", "print") == 0
    path = project / "output" / "print" / "badges.pdf"
    with pikepdf.open(path) as book:
        resources = {page.obj.Resources.objgen for page in book.pages}
        assert len(resources) == 1
        forms = book.pages[0].obj.Resources.XObject
        assert len(forms.keys()) == 4  # two variants of two sides
        assert book.check_pdf_syntax() == []
        assert str(book.docinfo.GTS_PDFXVersion) == "PDF/X-4"
    said = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True)  # noqa: S603, S607 - a referee
    fonts = [line.split() for line in said.stdout.splitlines()[2:]]
    assert len({line[0].partition("+")[2] for line in fonts}) >= 3
    assert all(re.search(r"\byes\s+yes\s+yes\b", line) for line in said.stdout.splitlines()[2:])


def test_the_same_data_gives_the_same_bytes(project: Path) -> None:
    made = []
    for name in ("one", "two"):
        assert badges(project, "--out", str(project / name)) == 0
        made.append([path.read_bytes() for path in sorted((project / name).rglob("*.pdf"))])
    assert made[0] == made[1]


def test_ink_is_measured_until_the_same_masters_have_passed(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(stamped_badges, "cache_folder", lambda: tmp_path / "cache")

    def said(*options: str) -> str:
        assert badges(project, "--edition", "print", *options) == 0
        return capsys.readouterr().out.partition("bleed  ")[2]

    assert said("--only", "a") == "checked\n"
    assert said("--only", "a") == "checked, its ink on an earlier run\n"
    (project / "data" / "attendees.csv").write_text(PEOPLE.replace("Ada", "Ida"), "utf-8")
    assert said("--only", "a") == "checked, its ink on an earlier run\n"
    assert said("--where", "role=attendee") == "checked\n"
    style = project / "layouts" / "sample" / "page.css"
    style.write_text(f"{CSS} p {{ color: var(--oxblood) }}", "utf-8")
    assert said("--only", "a") == "checked\n"


def test_an_office_has_no_ink_to_measure(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert badges(project, "--edition", "print", "--shop", "office", "--only", "a") == 0
        assert capsys.readouterr().out == "output/print/badges-only.pdf  2 pages  4x3in  checked\n"


def test_one_badge_is_the_one_of_the_whole(project: Path) -> None:
    assert badges(project) == 0
    assert badges(project, "--only", "c", "--out", str(project / "again")) == 0
    pictures = []
    for path, number in (("output/print/badges.pdf", 4), ("again/print/badges-only.pdf", 0)):
        with pypdfium2.PdfDocument(project / path) as book:
            pictures.append(book[number].render(scale=2).to_numpy())
    assert (pictures[0] == pictures[1]).all()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("e,Egyptian 𓀀 Name,,,attendee,en", "𓀀"),
        ("e," + "Unbreakable" * 18 + ",,,attendee,en", "Unbreakable"),
    ],
)
def test_what_cannot_be_set_is_said_of_its_row(
    project: Path, capsys: pytest.CaptureFixture[str], row: str, message: str
) -> None:
    (project / "data" / "attendees.csv").write_text(PEOPLE + row + "\n", "utf-8")
    assert badges(project) == 3
    said = capsys.readouterr().err
    assert "\ndata/attendees.csv:6:3: error" in said
    assert message in said
    assert not (project / "output").exists()


def test_a_small_name_is_a_warning(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = "e,Bartholomew-Maximilian Featherstonehaugh-Cholmondeley,,,attendee,en\n"
    (project / "data" / "attendees.csv").write_text(PEOPLE + row, "utf-8")
    assert badges(project) == 0
    assert "warning small-name" in capsys.readouterr().err


def test_a_slot_that_no_record_fills_is_an_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = BODY.replace('data-slot="affiliation"', 'data-slot="employer"')
    (project / "layouts" / "sample" / "page.html.j2").write_text(page(body), "utf-8")
    assert badges(project) == 3
    assert "layouts/sample/page.html.j2:8: error slot: no record has “employer”" in (
        capsys.readouterr().err
    )


def test_an_edition_for_the_office_is_in_rgb(project: Path) -> None:
    assert badges(project, "--shop", "office", "--edition", "print") == 0
    with pikepdf.open(project / "output" / "print" / "badges.pdf") as book:
        page = book.pages[0].obj
        assert b" rg" in page.Contents.read_bytes()
        assert "/OutputIntents" not in book.Root
        assert [float(edge) for edge in list(page.MediaBox)] == [0, 0, 288, 216]


def test_a_master_of_an_earlier_run_is_used_and_never_a_stale_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(stamped_badges, "cache_folder", lambda: tmp_path / "cache")
    output = project / "output" / "screen" / "badges.pdf"

    def made() -> tuple[bytes, int]:
        assert badges(project, "--edition", "screen") == 0
        return output.read_bytes(), len(list((tmp_path / "cache" / "masters").iterdir()))

    first, kept = made()
    assert (made(), kept) == ((first, 1), 1)
    (project / "data" / "attendees.csv").write_text(PEOPLE.replace("Ada", "Ida"), "utf-8")
    corrected, kept = made()
    assert kept == 1
    assert corrected != first
    style = project / "layouts" / "sample" / "page.css"
    style.write_text(f"{CSS} p {{ color: var(--oxblood) }}", "utf-8")
    redrawn, kept = made()
    assert kept == 2
    assert redrawn != corrected
    workshop = project / "data" / "workshop.yaml"
    blue = 'theme: {colours: {signal: {srgb: "#004488", cmyk: [100, 60, 10, 10]}}}\n'
    workshop.write_text(workshop.read_text("utf-8") + blue, "utf-8")
    recoloured, kept = made()
    assert kept == 3
    assert recoloured != redrawn
