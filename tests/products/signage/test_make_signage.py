"""The workshop's signage, read back: every number, title, name and code against the data."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mi_print.event.model import Paper
from mi_print.layout import qr
from mi_print.layout.checks.legibility import cap_height, code_width
from mi_print.layout.package import find
from mi_print.products.orders.sign_kinds import kinds
from mi_print.resources import BUNDLED
from mi_print.trade.qr_code import QUIET_ZONE
from mi_print.trade.sizes import sizes
from tests.made import made, workshop_event
from tests.products.read_booklet import plain

KINDS = [
    "board-cards",
    "chair-sheets",
    "direction-signs",
    "door-sign",
    "notices",
    "poster-lists",
    "range-signs",
    "reserved-seats",
    "time-cards",
]
DPI = 150
TIMES = {1: "11:30–12:30", 2: "14:00–15:00"}

Picture = npt.NDArray[np.uint8]
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory, "signage")


def placed(session: int) -> dict[int | str, Paper]:
    """Return the papers of the day's first or second poster session by their boards."""
    found = [each for each in workshop_event().papers if each.session == f"posters-{session}"]
    return {each.board or 0: each for each in found}


def pdf(out: Path, kind: str, edition: str = "screen") -> Path:
    return out / edition / f"signage-{kind}.pdf"


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as book:
        return [plain(page.get_textpage().get_text_range()) for page in book]


def region(page: pypdfium2.PdfPage, box: Box) -> str:
    """Return the text in a part of a page: left, top, right, bottom in points, y down."""
    left, top, right, bottom = box
    height = page.get_height()
    return plain(
        page.get_textpage().get_text_bounded(
            left=left, bottom=height - bottom, right=right, top=height - top
        )
    )


def drawn(page: pypdfium2.PdfPage, below: float = 0) -> Picture:
    """Return a page in shades of grey, without the first points from the top."""
    picture = page.render(scale=DPI / 72, crop=(0, 0, 0, below), grayscale=True, draw_annots=False)
    return np.array(picture.to_numpy()).squeeze()


def test_there_is_a_file_of_every_kind_in_both_editions(out: Path) -> None:
    assert list(kinds(BUNDLED)) == KINDS
    for edition in ("print", "screen"):
        names = sorted(path.name for path in (out / edition).iterdir())
        assert names == [f"signage-{kind}.pdf" for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_as_large_as_ordered_and_says_the_same_in_both_editions(
    out: Path, kind: str
) -> None:
    manifest = find.layout(kind, BUNDLED).manifest
    trim = sizes()[next(iter(manifest.sizes))]
    with pikepdf.open(pdf(out, kind, "print")) as book:
        for page in book.pages:
            left, bottom, right, top = (float(edge) for edge in page.TrimBox)
            assert (right - left, top - bottom) == pytest.approx((trim.width, trim.height))
            assert [float(edge) for edge in page.MediaBox] == pytest.approx(
                [0, 0, trim.width + 18, trim.height + 18]
            )
    assert texts(pdf(out, kind, "print")) == texts(pdf(out, kind))


# Board cards


def test_there_is_a_card_for_each_board(out: Path) -> None:
    with pypdfium2.PdfDocument(pdf(out, "board-cards")) as book:
        numbers = [region(page, (0, 0, 792, 420)) for page in book]
    assert numbers == [str(number) for number in range(1, 89)]


def test_cards_say_who_hangs_there_in_each_session(out: Path) -> None:
    said = 0
    with pypdfium2.PdfDocument(pdf(out, "board-cards")) as book:
        for number, page in enumerate(book, 1):
            for session, left, right in ((1, 0, 396), (2, 396, 792)):
                paper = placed(session).get(number)
                head = f"Session {session} {TIMES[session]} "
                if paper is None:
                    wanted = f"{head}This board is free."
                else:
                    names = ", ".join(paper.authors)
                    spotlight = " Spotlight talk" if paper.spotlight else ""
                    wanted = plain(f"{head}{paper.category} {paper.title} {names}{spotlight}")
                    said += 1
                assert region(page, (left, 424, right, 612)) == wanted
    assert said == 171
    assert len(placed(1)) == 85
    assert len(placed(2)) == 86


def test_free_boards_have_one_arc_and_one_code(out: Path) -> None:
    with pypdfium2.PdfDocument(pdf(out, "board-cards")) as book:
        for number in (39, 64, 86, 88):
            whole = book[number - 1].render(scale=1, rev_byteorder=True).to_numpy()[..., :3]
            red = (np.abs(whole.astype(int) - (0xDC, 0x33, 0x11)).max(axis=2) < 30).any(axis=1)
            runs = [on for on, _ in groupby(red) if on]
            assert len(runs) == 1
            assert len(zxingcpp.read_barcodes(drawn(book[number - 1], 424))) == 1


# Codes


def codes(kind: str) -> list[list[str]]:
    """Return what the codes of each page must say, from left to right."""
    if kind == "board-cards":
        both = [[placed(session).get(number) for session in (1, 2)] for number in range(1, 89)]
        return [[paper.url or "" for paper in pair if paper] for pair in both]
    return [[notice.url or ""] for notice in workshop_event().signs.notices]


@pytest.mark.parametrize(("kind", "below"), [("board-cards", 424), ("notices", 600)])
def test_every_code_says_its_address_in_white_and_large_enough(
    out: Path, kind: str, below: float
) -> None:
    distance = find.layout(kind, BUNDLED).manifest.scanning_distance
    assert distance is not None
    with pypdfium2.PdfDocument(pdf(out, kind)) as book:
        for page, wanted in zip(book, codes(kind), strict=True):
            picture = drawn(page, below)
            found = sorted(
                zxingcpp.read_barcodes(picture), key=lambda code: code.position.top_left.x
            )
            assert [code.text for code in found] == wanted
            for code in found:
                width = code.position.bottom_right.x - code.position.top_left.x
                assert width == pytest.approx(code_width(distance) * DPI / 72, abs=3)
                assert ink_around(code, picture, width) == 0


def ink_around(code: zxingcpp.Barcode, picture: Picture, width: float) -> int:
    """Return how many pixels are dark in the four modules round a code; one is left to rounding."""
    modules = len(qr.modules(code.text))
    quiet = int(QUIET_ZONE * width / modules) - 1
    corner, far = code.position.top_left, code.position.bottom_right
    top, left = corner.y - quiet, corner.x - quiet
    assert min(top, left) >= 0
    around = picture[top : far.y + quiet + 1, left : far.x + quiet + 1].copy()
    around[quiet - 2 : 2 - quiet, quiet - 2 : 2 - quiet] = 255
    return int((around < 128).sum())


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"board-cards", "notices", "poster-lists"}))
def test_no_other_sign_has_a_code(out: Path, kind: str) -> None:
    with pypdfium2.PdfDocument(pdf(out, kind)) as book:
        assert zxingcpp.read_barcodes(drawn(book[0])) == []


# Distances


def tallest(page: pypdfium2.PdfPage) -> float:
    """Return the height of a page's tallest capital or figure, in points."""
    words = page.get_textpage()
    boxes: Iterator[Box] = (
        words.get_charbox(at)
        for at in range(words.count_chars())
        if re.match(r"[A-Z0-9]", words.get_text_range(at, 1))
    )
    return max(top - bottom for _, bottom, _, top in boxes)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if find.layout(kind, BUNDLED).manifest.reading_distance]
)
def test_every_page_can_be_read_from_the_distance_that_its_layout_states(
    out: Path, kind: str
) -> None:
    distance = find.layout(kind, BUNDLED).manifest.reading_distance
    with pypdfium2.PdfDocument(pdf(out, kind)) as book:
        heights = [tallest(page) for page in book]
    assert min(heights) >= cap_height(distance or 0)


# The other signs


def test_ranges_follow_the_topics(out: Path) -> None:
    wanted = []
    for session in (1, 2):
        for topic, block in groupby(placed(session).items(), key=lambda pair: pair[1].category):
            boards = [board for board, _ in block]
            wanted.append(
                f"{boards[0]}–{boards[-1]} {topic} Poster session {session}, {TIMES[session]}"
            )
    assert texts(pdf(out, "range-signs")) == wanted
    assert wanted[0] == "1–16 Circuits and Reverse Engineering Poster session 1, 11:30–12:30"


@pytest.mark.parametrize("session", [1, 2])
def test_a_list_has_all_papers_of_its_session_by_board(out: Path, session: int) -> None:
    text = texts(pdf(out, "poster-lists"))[session - 1]
    papers = placed(session)
    assert text.startswith(f"Posters session {session} {TIMES[session]} Boards 1–{max(papers)}")
    at = 0
    for board, paper in papers.items():
        entry = plain(f"{board} {paper.title} {', '.join(paper.authors)}")
        at = text.index(entry, at) + len(entry)
    for topic in {paper.category for paper in papers.values()}:
        assert plain(topic or "") in text


def columns(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield where each of a list's columns ends, in points from the top."""
    picture = np.array(page.render(scale=1, grayscale=True).to_numpy()).squeeze()
    for left, right in ((72, 576), (612, 1116), (1152, 1656)):
        yield float(np.flatnonzero((picture[:, left:right] < 200).any(axis=1)).max())


def test_the_columns_of_a_list_are_balanced_and_end_on_the_margin(out: Path) -> None:
    with pypdfium2.PdfDocument(pdf(out, "poster-lists")) as book:
        for page in book:
            ends = list(columns(page))
            assert max(ends) <= 2592 - 72
            assert max(ends) - min(ends) < 160
            assert min(ends) > 2592 - 72 - 320


def test_the_door_says_the_day(out: Path) -> None:
    (text,) = texts(pdf(out, "door-sign"))
    assert text.startswith(
        "Mechanistic Interpretability Workshop Upper Level Room 30A–E Sunday, 7 December 2025"
    )
    at = 0
    for session in workshop_event().program.sessions:
        row = f"{session.start.hour}:{session.start.minute:02} "
        if session.speakers:
            row += workshop_event().person(session.speakers[0]).name + " "
        at = text.index(plain(row + session.title), at)
    assert "Reflections on Interpretability (by video)" in text
    assert text.endswith("17:00 End")


def test_a_chair_reads_who_speaks_when_about_what(out: Path) -> None:
    said = texts(pdf(out, "chair-sheets"))
    assert all("Upper Level Room 30A–E" in text or "16:00, by video" in text for text in said)
    whole = " ".join(said)
    event = workshop_event()
    for session in event.program.sessions:
        for talk in session.talks:
            assert plain(talk.title or "") in whole
            assert all(event.person(each).name in whole for each in talk.speakers)
    spotlights = [paper for paper in event.papers if paper.spotlight and not paper.remote]
    assert all(plain(paper.title) in whole for paper in spotlights)


def test_directions_say_what_and_where(out: Path) -> None:
    name = workshop_event().workshop.name
    assert texts(pdf(out, "direction-signs")) == [
        plain(f"{sign.text or name} {' '.join(sign.to)}")
        for sign in workshop_event().signs.directions
    ]


def test_time_cards_count_down_to_stop(out: Path) -> None:
    assert texts(pdf(out, "time-cards")) == ["10 min", "5 min", "2 min", "Stop"]


def test_seats_are_kept_for_those_who_speak_in_the_room(out: Path) -> None:
    said = texts(pdf(out, "reserved-seats"))
    program = workshop_event().program
    speaking: set[str] = {
        name
        for session in program.sessions
        if not session.remote
        for name in (*session.speakers, *(n for talk in session.talks for n in talk.speakers))
    }
    speaking |= {
        person.id for person in workshop_event().workshop.people if "panelist" in person.roles
    }
    names = {plain(workshop_event().person(each).name) for each in speaking}
    assert "Chris Olah" not in names
    assert {text.removeprefix("Reserved ").startswith(tuple(names)) for text in said} == {True}
    assert len(said) == len(names) == 17
    assert said[0] == (
        "Reserved Been Kim 9:30–10:00 "
        "Towards a Pareto Frontier of Interpretability: 15 Years of Research in 15 Mins"
    )


def test_a_notice_says_its_lines_and_its_address(out: Path) -> None:
    (text,) = texts(pdf(out, "notices"))
    (notice,) = workshop_event().signs.notices
    assert text == f"{notice.title} {' '.join(notice.lines)} mechinterpworkshop.com"
