"""The workshop's booklet, read back: everything is in it, and every number is right."""

import itertools
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mi_print.event.model import Event, Role
from mi_print.event.queries import poster_sessions
from mi_print.products.booklet.contents import contents
from mi_print.products.booklet.index import entries, on_pages
from mi_print.trade.sizes import sizes
from tests.made import file, made, workshop_event
from tests.products.read_booklet import Booklet, places, plain

SIZES = ["half-letter", "a5"]
BLEED = 9.0  # generic-us: an eighth of an inch
FOOT = 36.0  # below this from the foot there are only folios and running heads


@pytest.fixture(scope="module", params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, size: str) -> Path:
    return made(tmp_path_factory, "program", size)


@pytest.fixture(scope="module")
def screen(out: Path) -> Booklet:
    return Booklet(file(out, "screen"))


@pytest.fixture(scope="module")
def printed(out: Path) -> Booklet:
    return Booklet(file(out, "print"))


@pytest.fixture(scope="module")
def event() -> Event:
    return workshop_event()


def test_pages_are_singles_of_the_trim_in_a_multiple_of_four(
    screen: Booklet, printed: Booklet, size: str
) -> None:
    trim = sizes()[size]
    assert len(screen.pages) % 4 == 0
    assert len(screen.pages) == len(printed.pages)
    for booklet, bleed in ((screen, 0.0), (printed, BLEED)):
        whole = (0, 0, trim.width + 2 * bleed, trim.height + 2 * bleed)
        cut = (bleed, bleed, bleed + trim.width, bleed + trim.height)
        with pypdfium2.PdfDocument(booklet.path) as book:
            for page in book:
                assert page.get_mediabox() == pytest.approx(whole, abs=1e-3)
                assert page.get_trimbox() == pytest.approx(cut, abs=1e-3)
                assert page.get_rotation() == 0


def test_both_editions_have_the_same_words(screen: Booklet, printed: Booklet) -> None:
    assert screen.pages == printed.pages


def test_every_title_stands_once_in_its_list(screen: Booklet, event: Event) -> None:
    assert len(event.papers) == 187
    found = places(screen)
    for paper in event.papers:
        assert plain(paper.title) in screen.said(found[f"paper-{paper.id}"]), paper.title


def test_every_author_stands_with_the_paper(screen: Booklet, event: Event) -> None:
    found = places(screen)
    for paper in event.papers:
        said = screen.said(found[f"paper-{paper.id}"])
        assert plain(", ".join(paper.authors)) in said, paper.id


def test_every_board_has_its_number(screen: Booklet, event: Event) -> None:
    found = places(screen)
    for each in poster_sessions(event):
        for paper in each.papers:
            said = screen.said(found[f"paper-{paper.id}"])
            assert re.search(rf"(?<!\d){paper.board}(?!\d)", said), paper.id


def test_lists_are_in_the_order_of_their_boards(screen: Booklet, event: Event) -> None:
    found = places(screen)
    for each in poster_sessions(event):
        pages = [found[f"paper-{paper.id}"] for paper in each.papers]
        assert pages == sorted(pages)


def test_openers_are_on_the_left_and_their_lists_on_the_right(
    screen: Booklet, event: Event
) -> None:
    found = places(screen)
    for each in poster_sessions(event):
        for at, block in enumerate(each.blocks):
            opener = found[f"topic-{each.number}-{at}"]
            assert opener % 2 == 0
            assert plain(block.name) in screen.said(opener)
            assert f"{block.first}–{block.last}" in screen.said(opener)
            assert found[f"paper-{block.papers[0].id}"] == opener + 1


def test_the_contents_lead_where_they_say(screen: Booklet, event: Event) -> None:
    found = places(screen)
    said = screen.said(2)
    for entry in contents(event, poster_sessions(event)):
        page = found[entry.anchor]
        words = plain(entry.title)
        if not entry.divided:  # its topics say the pages
            assert f"{page} {words}" in said
            if entry.anchor != "day":  # its page is called by the date
                assert words in screen.said(page)


def test_the_contents_go_through_the_booklet_in_order(screen: Booklet, event: Event) -> None:
    found = places(screen)
    pages = [found[entry.anchor] for entry in contents(event, poster_sessions(event))]
    assert pages == sorted(pages)


def test_every_name_of_the_index_is_on_the_pages_it_says(screen: Booklet, event: Event) -> None:
    """Each entry's links: their words are page numbers, and the name is on those pages."""
    found = places(screen)
    start = found["index"]
    index = [link for link in screen.links if link[0] >= start]
    assert all(words == str(target) for _, words, target in index)
    linked = {(page, target) for page, _, target in index}
    pages = range(start, len(screen.pages) + 1)
    for entry in on_pages(entries(event), found.__contains__):
        home = [page for page in pages if plain(entry.name.split(" ")[0]) in screen.said(page)]
        assert home, entry.name
        for target in {found[anchor] for anchor in entry.anchors}:
            assert plain(entry.name) in screen.said(target), (entry.name, target)
            assert any((page, target) in linked for page in home), (entry.name, target)


def test_the_index_has_as_many_links_as_its_entries_have_pages(
    screen: Booklet, event: Event
) -> None:
    found = places(screen)
    wanted = [
        len({found[anchor] for anchor in entry.anchors})
        for entry in on_pages(entries(event), found.__contains__)
    ]
    assert sum(1 for link in screen.links if link[0] >= found["index"]) == sum(wanted)


def test_all_speakers_and_organizers_are_in_the_index(screen: Booklet, event: Event) -> None:
    start = places(screen)["index"]
    index = " ".join(screen.pages[start - 1 :])
    people = [event.having(role) for role in (Role.KEYNOTE, Role.LIGHTNING, Role.ORGANIZER)]
    for person in itertools.chain(*people):
        for part in plain(person.name).split(" "):
            assert part in index, person.name


def test_folios_count_the_pages(screen: Booklet, size: str) -> None:
    trim = sizes()[size]
    bare = 0
    for number in range(1, len(screen.pages) + 1):
        foot = screen.region(number, (0, trim.height - FOOT, trim.width, trim.height))
        if not re.search(r"\d", foot):
            bare += 1
            continue
        left = screen.region(number, (0, trim.height - FOOT, 60, trim.height))
        right = screen.region(
            number, (trim.width - 60, trim.height - FOOT, trim.width, trim.height)
        )
        assert (left if number % 2 == 0 else right) == str(number)
    assert bare == 2 + 14, "the covers and the openers of topics have none"


def test_running_heads_say_the_part(screen: Booklet, event: Event, size: str) -> None:
    trim = sizes()[size]
    found = places(screen)
    for anchor, head in {
        "welcome": "Welcome",
        "sessions": "Sessions",
        "keynotes": "Keynotes",
        "remote": "Remote papers",
        "organizers": "Organizers",
        "venue": "Room and venue",
        "index": "Index, A",
    }.items():
        page = found[anchor]
        foot = screen.region(page, (0, trim.height - FOOT, trim.width, trim.height))
        assert head in foot, anchor
    for each in poster_sessions(event):
        for paper in each.papers:
            page = found[f"paper-{paper.id}"]
            foot = screen.region(page, (0, trim.height - FOOT, trim.width, trim.height))
            assert f"Posters, session {each.number}" in foot


def test_the_head_of_a_list_says_its_topic(screen: Booklet, event: Event, size: str) -> None:
    found = places(screen)
    for each in poster_sessions(event):
        for block in each.blocks:
            for paper in block.papers:
                page = found[f"paper-{paper.id}"]
                head = screen.region(page, (sizes()[size].width / 2, 0, 1000, 50))
                assert plain(block.name) in head


def test_every_link_has_a_page_and_every_page_number_is_its_links(screen: Booklet) -> None:
    assert len(screen.links) > 700
    for page, words, target in screen.links:
        assert 1 <= target <= len(screen.pages)
        if re.fullmatch(r"\d+", words):
            assert int(words) == target, (page, words)


def test_bookmarks_name_the_chapters_in_order(screen: Booklet, event: Event) -> None:
    chapters = {title: page for level, title, page in screen.bookmarks if level == 0}
    assert list(chapters)[1:] == [
        *("Contents", "Welcome", "The day at a glance", "Sessions", "Keynotes"),
        *("Invited lightning talks", "Posters, session 1", "Posters, session 2"),
        *("Remote papers", "Organizers", "Room and venue", "Index of people"),
    ]
    assert list(chapters.values()) == sorted(chapters.values())
    titles = [title for _, title, _ in screen.bookmarks]
    assert all(plain(paper.title) in titles for paper in event.papers)


def test_the_screen_edition_is_tagged_titled_and_in_its_language(
    screen: Booklet, event: Event
) -> None:
    with pikepdf.open(screen.path) as book:
        assert str(book.Root.Lang) == event.workshop.lang
        assert bool(book.Root.MarkInfo.Marked)
        assert bool(book.Root.ViewerPreferences.DisplayDocTitle)
        with book.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Mechanistic Interpretability Workshop: program"
        kinds = {
            str(thing.S)
            for thing in book.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
        }
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Link", "/Table", "/TR", "/TD"} <= kinds


def test_fonts_are_embedded_and_ours(printed: Booklet) -> None:
    with pikepdf.open(printed.path) as book:
        names = set()
        for thing in book.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys())
                names.add(str(thing.FontName).partition("+")[2].partition("-")[0])
    assert names
    assert all(name.startswith(("Inter", "Noto")) for name in names), names


def test_the_cover_is_alone_on_the_first_page_and_the_back_on_the_last(screen: Booklet) -> None:
    assert "Program" in screen.said(1)
    assert screen.said(len(screen.pages)).startswith("NeurIPS 2025")
    assert "Index" not in screen.said(len(screen.pages))
