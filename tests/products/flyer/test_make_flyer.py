"""The workshop's flyer, read back: its words, its code, its links."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mi_print.cli import main
from mi_print.event.model import Event, Role
from mi_print.layout import qr
from mi_print.trade.qr_code import QUIET_ZONE
from tests.made import file, made, workshop_event
from tests.products.read_booklet import plain

SIZES = ["letter", "a4"]
CODE = 25 / 25.4 * 600  # pixels at 600 dpi

Picture = npt.NDArray[np.uint8]


@pytest.fixture(scope="module", params=SIZES)
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory, "cfp", str(request.param))


@pytest.fixture(scope="module")
def event() -> Event:
    return workshop_event()


@pytest.fixture(scope="module")
def words(out: Path) -> str:
    with pypdfium2.PdfDocument(file(out, "screen")) as book:
        assert len(book) == 1
        return plain(book[0].get_textpage().get_text_range())


def test_it_says_who_and_what(words: str, event: Event) -> None:
    workshop = event.workshop
    assert workshop.name in words
    assert workshop.contact
    assert workshop.contact.email in words
    for paragraph in workshop.about:
        assert plain(paragraph) in words
    for topic in workshop.topics:
        assert plain(topic) in words
    for role in (Role.KEYNOTE, Role.PANELIST):
        for person in event.having(role):
            assert f"{plain(person.name)} {plain(person.affiliation or '')}" in words
    assert len(event.having(Role.ORGANIZER)) == 8
    for person in event.having(Role.ORGANIZER):
        assert plain(person.name) in words


def test_it_says_until_when_and_how_long(words: str) -> None:
    assert "Call for papers due 22 August 2025 AoE" in words
    assert "AoE, anywhere on Earth: until 23:59 in UTC−12." in words
    assert "Notification 22 Sep" in words
    assert "Sunday, 7 December" in words
    assert "Short paper 4 pages" in words
    assert "Long paper 9 pages" in words


def drawn(path: Path, dpi: int) -> Picture:
    """Return the flyer in shades of grey."""
    with pypdfium2.PdfDocument(path) as book:
        picture = book[0].render(scale=dpi / 72, grayscale=True, draw_annots=False).to_numpy()
        return np.array(picture).squeeze()


@pytest.mark.parametrize("edition", ["print", "screen"])
def test_its_code_decodes_to_the_address(out: Path, event: Event, edition: str) -> None:
    assert event.workshop.call
    (found,) = zxingcpp.read_barcodes(drawn(file(out, edition), 150))
    assert found.text == event.workshop.call.submit


def test_its_code_is_25_millimetres_wide_and_has_four_white_modules_around(out: Path) -> None:
    picture = drawn(file(out, "screen"), 600)
    (found,) = zxingcpp.read_barcodes(picture)
    corner, far = found.position.top_left, found.position.bottom_right
    assert far.x - corner.x == pytest.approx(CODE, abs=2)
    assert far.y - corner.y == pytest.approx(CODE, abs=2)
    quiet = int(QUIET_ZONE * CODE / len(qr.modules(found.text)))
    left, top, right, bottom = corner.x - quiet, corner.y - quiet, far.x + quiet, far.y + quiet
    around = picture[top:bottom, left:right].copy()
    around[quiet:-quiet, quiet:-quiet] = 255
    assert (around < 128).sum() == 0


def test_the_codes_address_stands_under_it_in_words(words: str, event: Event) -> None:
    assert event.workshop.call
    address = (event.workshop.call.submit or "").removeprefix("https://")
    assert address in words.replace(" ", "")


def test_its_links_lead_to_the_submission_the_site_and_the_organizers(
    out: Path, event: Event
) -> None:
    with pikepdf.open(file(out, "screen")) as book:
        links = {str(link.A.URI) for link in book.pages[0].Annots if link.Subtype == "/Link"}
    assert event.workshop.call
    assert event.workshop.contact
    assert links == {
        event.workshop.call.submit,
        event.workshop.url,
        f"mailto:{event.workshop.contact.email}",
    }


def test_no_picture_of_dots_is_on_it(out: Path) -> None:
    with pikepdf.open(file(out, "print")) as book:
        kinds = {
            str(thing.Subtype)
            for thing in book.objects
            if isinstance(thing, pikepdf.Stream) and "/Subtype" in thing
        }
    assert "/Image" not in kinds


GERMAN = """\
name: Mustertagung
dates: [2027-09-16, 2027-09-17]
lang: de
venue: {name: Musterhaus}
call:
  opens: 2027-02-01
  deadline: {date: 2027-04-30, zone: Europe/Berlin}
  notification: 2027-06-15
  submit: https://submit.example.org/
  tracks: [{name: Kurzbeitrag, pages: 4}]
"""


def test_long_words_and_two_days_have_room(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "workshop.yaml").write_text(GERMAN, "utf-8")
    assert main(["--project", str(tmp_path), "cfp", "--size", "a4"]) == 0  # preflight too
    with pypdfium2.PdfDocument(tmp_path / "output/screen/cfp-a4.pdf") as book:
        text = plain(book[0].get_textpage().get_text_range())
    assert "Benachrichtigung 15. Juni Workshop 16.–17. Sept." in text
