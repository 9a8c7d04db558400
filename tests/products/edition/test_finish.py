"""Both editions, read back by engines that did not write them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.resources import BUNDLED
from mi_print.units import points
from tests.products.elsewhere import make_elsewhere

Write = Callable[[dict[str, str]], Path]
Picture = npt.NDArray[np.int16]

A4 = points("210 mm"), points("297 mm")
LETTER = 612.0, 792.0
FLYERS = [("cfp", LETTER, 9.0), ("cfp-a4", A4, points("3 mm"))]

COLOURFUL = """\
<!doctype html>
<html lang="en">
<head><title>Colours</title></head>
<body>
<div class="at tiles"></div>
<div class="at shade"></div>
<p class="at" style="left:40pt;top:300pt;width:200pt"><a href="https://example.org">Link</a></p>
<h1 class="at" style="left:18pt;top:330pt;width:200pt">Heading</h1>
<svg class="at" style="left:40pt;top:400pt;width:30pt;height:30pt" viewBox="0 0 2 2"
><title>A dot</title><circle cx="1" cy="1" r="1" fill="#DC3311"/></svg>
</body>
</html>
"""
TILE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
    "<path d='M0 0h5v5z' fill='%23004488'/></svg>"
)
COLOURFUL_CSS = f"""\
.tiles {{ left: -20pt; top: -20pt; width: 500pt; height: 200pt; background: url("{TILE}") }}
.shade {{
  left: 30pt; top: 150pt; width: 200pt; height: 100pt; opacity: 0.6;
  background: linear-gradient(#DC3311, #FFFFFF) }}
h1 {{ margin-left: 12pt }}
"""


@pytest.fixture
def colourful(write: Write) -> Path:
    """A page with all that can go wrong when it is moved: patterns, gradients, opacity."""
    files = {"layouts/cfp/page.html.j2": COLOURFUL, "layouts/cfp/page.css": COLOURFUL_CSS}
    project = write(files)
    assert main(["--project", str(project), "cfp"]) == 0
    return project / "output"


def boxes(path: Path) -> dict[str, tuple[float, ...] | None]:
    with pypdfium2.PdfDocument(path) as book:
        page = book[0]
        return {
            "media": page.get_mediabox(fallback_ok=False),
            "crop": page.get_cropbox(fallback_ok=False),
            "bleed": page.get_bleedbox(fallback_ok=False),
            "trim": page.get_trimbox(fallback_ok=False),
        }


def text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as book:
        return "\n".join(page.get_textpage().get_text_range() for page in book)


def picture(path: Path, crop: float = 0) -> Picture:
    """Return the first page at 144 dpi, with so many points cut off on every side."""
    with pypdfium2.PdfDocument(path) as book:
        page = book[0]
        left, bottom, right, top = page.get_mediabox()
        page.set_cropbox(left + crop, bottom + crop, right - crop, top - crop)
        drawn = page.render(scale=2, draw_annots=False)
        return np.array(drawn.to_numpy(), dtype=np.int16)


@pytest.mark.parametrize(("name", "trim", "bleed"), FLYERS)
def test_the_print_edition_has_exact_boxes(
    flyer: Path, name: str, trim: tuple[float, float], bleed: float
) -> None:
    found = boxes(flyer / "print" / f"{name}.pdf")
    whole = (0, 0, trim[0] + 2 * bleed, trim[1] + 2 * bleed)
    assert found["media"] == found["crop"] == found["bleed"] == pytest.approx(whole, abs=1e-3)
    assert found["trim"] == pytest.approx(
        (bleed, bleed, bleed + trim[0], bleed + trim[1]), abs=1e-3
    )


@pytest.mark.parametrize(("name", "trim", "bleed"), FLYERS)
def test_the_screen_edition_is_cropped_to_the_trim(
    flyer: Path, name: str, trim: tuple[float, float], bleed: float
) -> None:
    found = boxes(flyer / "screen" / f"{name}.pdf")
    assert bleed > 0
    assert (
        found["media"] == found["crop"] == found["trim"] == pytest.approx((0, 0, *trim), abs=1e-3)
    )
    assert found["bleed"] is None


@pytest.mark.parametrize(("name", "trim", "bleed"), FLYERS)
def test_both_editions_of_the_flyer_are_one_picture(
    flyer: Path, name: str, trim: tuple[float, float], bleed: float
) -> None:
    printed = picture(flyer / "print" / f"{name}.pdf", crop=bleed)
    shown = picture(flyer / "screen" / f"{name}.pdf")
    assert shown.shape[:2] == tuple(np.ceil(2 * side) for side in reversed(trim))
    same_picture(printed, shown)


def test_patterns_gradients_and_opacity_move_with_the_bleed(colourful: Path) -> None:
    bleed = points("3 mm")
    same_picture(
        picture(colourful / "print" / "cfp.pdf", crop=bleed),
        picture(colourful / "screen" / "cfp.pdf"),
    )


def same_picture(one: Picture, other: Picture) -> None:
    """Compare what stands where; inks drawn without their profile have other colours.

    How the editions' colours agree, tests of the press measure by their proofs.
    """
    difference = np.abs(one - other)
    assert (difference > 72).mean() < 1e-4
    assert difference.mean() < 8


def test_a_shift_of_a_point_would_be_seen(flyer: Path) -> None:
    shown = picture(flyer / "screen" / "cfp.pdf")
    with pytest.raises(AssertionError):
        same_picture(np.roll(shown, 2, axis=1), shown)


def test_the_bleed_is_painted_to_its_edge(flyer: Path) -> None:
    printed = picture(flyer / "print" / "cfp.pdf")
    inside = printed[30, 30]
    assert inside[2] > inside[1] + 100  # red
    for pixel in (printed[1, 1], printed[1, -2], printed[100, 1], printed[100, -2]):
        assert tuple(pixel) == pytest.approx(tuple(inside), abs=2)


def test_nothing_but_ink_is_on_the_print_edition(flyer: Path, colourful: Path) -> None:
    for path in (flyer / "print" / "cfp.pdf", colourful / "print" / "cfp.pdf"):
        with pikepdf.open(path) as book:
            assert set(book.Root.keys()) == {"/Type", "/Pages", "/Metadata", "/OutputIntents"}
            for page in book.pages:
                assert not {"/Annots", "/StructParents", "/Tabs", "/AA"} & set(page.obj.keys())
        with pypdfium2.PdfDocument(path) as book:
            assert list(book.get_toc()) == []


def test_the_print_edition_says_whose_it_is(flyer: Path) -> None:
    with pypdfium2.PdfDocument(flyer / "print" / "cfp.pdf") as book:
        said = book.get_metadata_dict(skip_empty=True)
    assert said["Title"] == "Mechanistic Interpretability Workshop: call for papers"
    assert said["Author"] == "Mechanistic Interpretability Workshop"
    assert said["CreationDate"] == "D:20251120000000+00'00'"


def test_the_screen_edition_is_tagged_for_readers(flyer: Path) -> None:
    with pikepdf.open(flyer / "screen" / "cfp.pdf") as book:
        assert str(book.Root.Lang).startswith("en")
        assert bool(book.Root.MarkInfo.Marked)
        assert bool(book.Root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in book.Root
        with book.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Mechanistic Interpretability Workshop: call for papers"


def test_links_and_bookmarks_work_on_screen(colourful: Path) -> None:
    path = colourful / "screen" / "cfp.pdf"
    with pikepdf.open(path) as book:
        links = [str(link.A.URI) for link in book.pages[0].Annots if link.Subtype == "/Link"]
    assert links == ["https://example.org"]
    with pypdfium2.PdfDocument(path) as book:
        assert [entry.get_title() for entry in book.get_toc()] == ["Heading"]


def test_a_pictures_box_is_where_it_stands(colourful: Path) -> None:
    with pikepdf.open(colourful / "screen" / "cfp.pdf") as book:
        height = float(book.pages[0].MediaBox[3])
        figures = [
            thing
            for thing in book.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
        (figure,) = figures
        assert figure.Alt == "A dot"
        box = [float(edge) for edge in figure.A.BBox]
    assert box == pytest.approx([40, height - 430, 70, height - 400], abs=1e-2)


def test_both_editions_have_the_same_words(flyer: Path) -> None:
    printed = text(flyer / "print" / "cfp.pdf")
    assert printed == text(flyer / "screen" / "cfp.pdf")
    assert "Call for papers" in printed


@pytest.mark.parametrize("edition", ["print", "screen"])
def test_no_colour_space_is_declared_for_nothing(flyer: Path, edition: str) -> None:
    with pikepdf.open(flyer / edition / "cfp.pdf") as book:
        for thing in [*book.objects, *(page.obj for page in book.pages)]:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and "/Resources" in thing:
                assert list(thing.Resources.get("/ColorSpace", {}).keys()) == []


def test_a_colour_space_that_is_used_stays(write: Write) -> None:
    project = write({"layouts/cfp/page.css": "p { color: lab(50% 40 30) }"})
    assert main(["--project", str(project), "cfp"]) == 0
    for edition in ("print", "screen"):
        assert np.ptp(picture(project / "output" / edition / "cfp.pdf"), axis=2).max() > 50


def test_a_picture_without_alternative_text_is_an_error(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = COLOURFUL.replace("<title>A dot</title>", "")
    project = write({"layouts/cfp/page.html.j2": silent, "layouts/cfp/page.css": COLOURFUL_CSS})
    assert main(["--project", str(project), "cfp"]) == 3
    assert capsys.readouterr().err == (
        "layouts/cfp, page 1 [40 400 30×30 pt]: error alt: a picture without alternative text\n"
        "    give the picture a title (an SVG) or an alt text:"
        " a screen reader has nothing to say\n"
    )
    assert not (project / "output").exists()


def test_the_same_input_gives_the_same_bytes(flyer: Path, tmp_path: Path) -> None:
    make_elsewhere(BUNDLED, tmp_path, "cfp")
    for edition in ("print", "screen"):
        again = (tmp_path / edition / "cfp.pdf").read_bytes()
        assert again == (flyer / edition / "cfp.pdf").read_bytes()
