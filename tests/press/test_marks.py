"""Marks: outside the bleed, on the plates they belong to, and in words anybody can read."""

import itertools
import re
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from mi_print.press import mark_positions as places
from mi_print.press.marks import drawable
from mi_print.press.page_geometry import PageGeometry
from mi_print.press.print_edition import print_edition, print_masters
from mi_print.trade.shops import Mark, Shop
from tests.press.paper import BADGE, TICKET, as_they_are, pages, printing, shop

CR80 = 243.0, 153.0
SPOTS = ["Warm", "Cool", "Dull"]
SHEET = PageGeometry(*BADGE, bleed=8.5, slug=places.SLUG)
SCALE = 200 / 72
NO_ART = b"q Q"

Plates = dict[str, npt.NDArray[np.bool_]]


def made(to: Shop, trim: tuple[float, float] = BADGE, **about: object) -> bytes:
    return print_edition(pages(**about), printing(to, trim), TICKET, as_they_are)  # type: ignore[arg-type]


def words(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [" | ".join(page.get_textpage().get_text_range().split("\r\n")) for page in book]


def plates(pdf: bytes, folder: Path) -> Plates:
    """Return where the first page has ink on each plate, by Ghostscript."""
    (folder / "page.pdf").write_bytes(pdf)
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r200"]
    command += ["-dLastPage=1", "-sOutputFile=plate.tif", "page.pdf"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own
    found = {}
    for path in folder.glob("plate(*).tif"):
        with Image.open(path) as plate:
            found[path.name[6:-5]] = np.array(plate.convert("L")) < 200
    return found


def around(plate: npt.NDArray[np.bool_], x: float, y: float, reach: float) -> bool:
    """Whether the plate has ink so near to a point of the page."""
    row, column = plate.shape[0] - y * SCALE, x * SCALE
    near = slice(int(row - reach * SCALE), int(row + reach * SCALE) + 1)
    return bool(plate[near, int(column - reach * SCALE) : int(column + reach * SCALE) + 1].any())


@pytest.mark.parametrize("trim", [BADGE, CR80, (147.4, 209.8), (1728.0, 2592.0)])
@pytest.mark.parametrize("bleed", [0.0, 8.5, 18.0])
def test_every_mark_is_outside_the_bleed_and_on_the_sheet(
    trim: tuple[float, float], bleed: float
) -> None:
    geometry = PageGeometry(*trim, bleed=bleed, slug=places.SLUG)
    arm = places.TARGET[0]
    boxes = [
        *((min(x, u), min(y, v), max(x, u), max(y, v)) for x, y, u, v in places.crops(geometry)),
        *((x - arm, y - arm, x + arm, y + arm) for x, y in places.targets(geometry)),
        *((p.x, p.y, p.x + p.side, p.y + p.side) for p in places.patches(geometry, SPOTS)),
        *(
            (p.x - p.flush_right * p.width, p.y - 2, p.x + (1 - p.flush_right) * p.width, p.y + 6)
            for p in places.slug_lines(geometry)
        ),
    ]
    left, bottom, right, top = geometry.bleed_box
    _, _, width, height = geometry.media
    for box in boxes:
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= width
        assert box[3] <= height
        away = max(left - box[2], bottom - box[3], box[0] - right, box[1] - top)
        assert away >= 2.9


def test_crop_marks_point_at_the_trim() -> None:
    left, bottom, right, top = SHEET.trim_box
    lines = list(places.crops(SHEET))
    assert {x for x, _, u, _ in lines if x == u} == {left, right}
    assert {y for _, y, _, v in lines if y == v} == {bottom, top}
    assert len(lines) == 8


def test_no_two_marks_overlap() -> None:
    arm = places.TARGET[0]
    for trim in (BADGE, CR80, (147.4, 209.8)):
        geometry = PageGeometry(*trim, bleed=8.5, slug=places.SLUG)
        targets = [(x - arm, y - arm, 2 * arm) for x, y in places.targets(geometry)]
        squares = [*targets, *((p.x, p.y, p.side) for p in places.patches(geometry, SPOTS))]
        for (x, y, side), (u, v, other) in itertools.combinations(squares, 2):
            apart = x + side <= u + 1e-6 or u + other <= x + 1e-6
            assert apart or y + side <= v or v + other <= y


@pytest.mark.parametrize("spots", [0, 1])
def test_targets_are_on_all_plates_and_crop_marks_on_black_alone(
    tmp_path: Path, spots: int
) -> None:
    spot = b"/Spot cs 1 scn 100 100 20 20 re f" if spots else b""
    pdf = made(shop(*Mark, spots=spots), art=NO_ART)
    with pikepdf.open(_file(tmp_path, pdf)) as book:
        if spot:
            tint = pikepdf.Dictionary(
                FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.9, 0, 0]
            )
            space = pikepdf.Array(
                [pikepdf.Name.Separation, pikepdf.Name("/Warm"), pikepdf.Name.DeviceCMYK, tint]
            )
            page = book.pages[0].obj
            page.Resources.ColorSpace = pikepdf.Dictionary(Spot=space)
            page.Contents = pikepdf.Stream(book, page.Contents.read_bytes() + b"\n" + spot)
        book.save(tmp_path / "spot.pdf")
    found = plates((tmp_path / "spot.pdf").read_bytes(), tmp_path)
    names = {"Cyan", "Magenta", "Yellow", "Black"} | ({"Warm"} if spots else set())
    assert set(found) == names
    for x, y in places.targets(SHEET):
        for name in names:
            assert around(found[name], x, y, 3), name
    for x, y, u, v in places.crops(SHEET):
        middle = (x + u) / 2, (y + v) / 2
        assert {name for name in names if around(found[name], *middle, 1)} == {"Black"}


def _file(folder: Path, pdf: bytes) -> Path:
    path = folder / "made.pdf"
    path.write_bytes(pdf)
    return path


def test_bars_have_the_inks_they_are_named_by(tmp_path: Path) -> None:
    found = plates(made(shop(*Mark)), tmp_path)
    for patch in places.patches(SHEET):
        x, y = patch.x + patch.side / 2, patch.y + patch.side / 2
        inked = [around(found[name], x, y, 1) for name in ("Cyan", "Magenta", "Yellow", "Black")]
        assert inked == [percent > 0 for percent in patch.build]


def test_every_spot_ink_has_a_solid_patch_and_a_half_tone(tmp_path: Path) -> None:
    stamped = {"Cool": (0.4, 0.0, 0.0, 0.1)}
    with pikepdf.open(BytesIO(pages(art=NO_ART))) as book:
        tint = pikepdf.Dictionary(
            FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.9, 0, 0]
        )
        space = [pikepdf.Name.Separation, pikepdf.Name("/Warm"), pikepdf.Name.DeviceCMYK, tint]
        book.pages[1].obj.Resources.ColorSpace = pikepdf.Dictionary(Spot=pikepdf.Array(space))
        book.save(tmp_path / "art.pdf")
    art, to = (tmp_path / "art.pdf").read_bytes(), printing(shop(*Mark, spots=2))
    masters = print_masters(art, to, TICKET, as_they_are, sides=2, records=9, spots=stamped)
    found = plates(masters, tmp_path)
    patches = [patch for patch in places.patches(SHEET, ["Cool", "Warm"]) if patch.spot]
    spots = [("Cool", 100), ("Warm", 100), ("Cool", 50), ("Warm", 50)]
    assert [patch.spot for patch in patches] == spots
    for patch in patches:
        x, y = patch.x + patch.side / 2, patch.y + patch.side / 2
        assert patch.spot
        assert {name for name in found if around(found[name], x, y, 1)} == {patch.spot[0]}


def test_the_slug_is_on_black_alone_and_says_it_all(tmp_path: Path) -> None:
    pdf = made(shop(Mark.SLUG), art=NO_ART)
    assert words(pdf)[1] == (
        "A title & more | badges.pdf · page 2 of 2 | 2025-11-20 · data 3fa9c2d1 | FOGRA39L Coated"
    )
    found = plates(pdf, tmp_path)
    assert {name for name, plate in found.items() if plate.any()} == {"Black"}


def test_the_slug_of_a_series_says_which_side_and_how_many_pages() -> None:
    to = printing(shop(Mark.SLUG))
    two = print_masters(pages(count=4), to, TICKET, as_they_are, sides=2, records=10_000, spots={})
    sides = [
        re.findall(r"\| (\S+) · side (\d) of 2 · pages: 20000 \|", page) for page in words(two)
    ]
    assert sides == [[("badges.pdf", each)] for each in "1212"]
    one = print_masters(pages(count=1), to, TICKET, as_they_are, sides=1, records=1, spots={})
    assert "| badges.pdf · pages: 1 |" in words(one)[0]


def test_a_long_title_is_cut_and_the_page_is_not() -> None:
    (said,) = words(made(shop(Mark.SLUG), CR80, count=1, title="Many words " * 20))
    assert "…" in said
    assert "page 1 of 1" in said


@pytest.mark.parametrize("what", ["badges", "reserved seats", "call for papers"])
def test_a_title_that_is_cut_still_says_what_it_is_of(what: str) -> None:
    title = f"Workshop on the Workings of Networks of Many Kinds: {what}"
    (said,) = words(made(shop(Mark.SLUG), CR80, count=1, title=title))
    assert said.startswith("Workshop on")
    assert f"{what} |" in said
    assert title not in said


@pytest.mark.parametrize("text", ["研讨会", "ورشة", "Grids 🎉", "Grids \U0001d54f"])
def test_a_text_that_inter_lacks_is_left_out_whole(text: str) -> None:
    assert drawable(text) == ""


def test_a_text_is_drawn_composed_and_on_one_line() -> None:
    assert drawable("Zoe\u0308 A\u030aberg\n Ωmega  Жук") == "Zoë Åberg Ωmega Жук"


def test_the_workshop_stands_for_a_title_that_can_t_be_drawn() -> None:
    (said,) = words(made(shop(Mark.SLUG), count=1, title="研讨会"))
    assert said.startswith("Small Workshop | badges.pdf")


def test_marks_need_no_room_where_there_are_none() -> None:
    with pypdfium2.PdfDocument(made(shop())) as book:
        assert book[0].get_mediabox() == book[0].get_bleedbox()
    assert words(made(shop())) == ["", ""]


def test_an_office_printer_gets_black_marks_without_bars() -> None:
    pdf = made(shop(*Mark, name="office"), art=NO_ART)
    with pypdfium2.PdfDocument(pdf) as book:
        drawn = book[0].render(scale=2).to_numpy().astype(np.int16)
    assert np.ptp(drawn, axis=2).max() == 0
    assert drawn.min() < 100
    assert "sRGB" in words(pdf)[0]


def test_every_font_of_the_marks_is_embedded(tmp_path: Path) -> None:
    path = _file(tmp_path, made(shop(*Mark)))
    run = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)  # noqa: S603, S607 - a referee
    fonts = [line.split() for line in run.stdout.splitlines()[2:]]
    assert [font[0].partition("+")[2] for font in fonts] == ["Inter-Regular"]
    assert fonts[0][-5:-3] == ["yes", "yes"]
    with pikepdf.open(path) as book:
        assert not [each for each in book.objects if each == pikepdf.Name.Helvetica]
        assert b"Helvetica" not in b"".join(
            each.unparse(resolved=True) for each in book.objects if not _is_stream(each)
        )


def _is_stream(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream)


def test_thin_black_overprints(tmp_path: Path) -> None:
    with pikepdf.open(_file(tmp_path, made(shop(*Mark)))) as book:
        forms = book.pages[0].obj.Resources.XObject
        for name in ("/Marks", "/Slug"):
            said = [str(state) for state in forms[name].Resources.ExtGState.values()]
            for key in ("/OP", "/op", "/OPM"):
                assert any(f'"{key}"' in each for each in said), (name, key)
