"""Board cards of made-up events: what they say, and that what is long or strange still fits."""

import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.event.queries import poster_sessions
from mi_print.layout.package import find
from mi_print.layout.package.manifest import STEP
from mi_print.layout.slots.variants import variants
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.printing import print_setup
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Request
from mi_print.products.signage import board_cards, stamped_signs
from mi_print.products.signage.sign_record import sign_records
from mi_print.resources import BUNDLED
from mi_print.trade.shops import shops
from tests.products import made_up
from tests.products.made_up import (
    EVERYBODY,
    PEOPLE_OF_THE_WORLD,
    POSTERS,
    TITLE,
    TOPIC,
    paper,
    session,
)
from tests.products.read_booklet import plain

MANY = [f"Wilhelmina {letter}. Åkesson-Østergård" for letter in "ABCDEFGHIJKLMNOPQRST"]


def posters(number: int) -> made_up.Row:
    times = f"{9 + number:02}:00", f"{9 + number:02}:45"
    return session(f"p{number}", *times, "posters", title="Posters")


def made(event: Event, size: str = "letter-landscape") -> Artifact:
    layout = find.layout("board-cards", BUNDLED)
    job = Job("signage", BUNDLED, layout, size, shops()["generic-us"], "board-cards")
    request = Request(Path("nowhere"), editions=(Edition.SCREEN,))
    records, setup = sign_records("board-cards", event), print_setup(BUNDLED, event, None)
    return stamped_signs.make(job, event, request, setup, DataPlaces(), records)


def texts(event: Event, size: str = "letter-landscape", below: float = 415) -> list[str]:
    """Return what stands on cards below some height, but for their numbers."""
    numbers = [record["number"] for record in sign_records("board-cards", event)]
    with pypdfium2.PdfDocument(made(event, size).editions[Edition.SCREEN]) as book:
        pages = [(page.get_textpage(), page.get_height() - below) for page in book]
        said = [plain(text.get_text_bounded(bottom=0, top=top)) for text, top in pages]
    return [
        re.sub(f"(^| ){number}( |$)", r"\1", text, count=1)
        for text, number in zip(said, numbers, strict=True)
    ]


def wrong(event: Event) -> list[str]:
    with pytest.raises(InputError) as reason:
        made(event)
    return [str(problem) for problem in reason.value.problems]


def test_papers_that_share_a_board_share_its_card() -> None:
    shared = made_up.event(
        [posters(1), posters(2)],
        [
            paper("a", session="p1", board="7a", title="First Sample", url="https://example.org/a"),
            paper("b", session="p1", board="7a", title="Second Sample"),
            paper("c", session="p2", board="7a", title="Third Sample"),
            paper("d", session="p1", board=12, title="Alone"),
        ],
    )
    cards = board_cards.boards(poster_sessions(shared))
    assert [str(card.number) for card in cards] == ["7a", "7a", "12"]
    first, second, third = texts(shared)
    assert "First Sample" in first
    assert "Second Sample" in first
    assert first.count("Session 1") == 2
    assert "Session 2" not in first
    assert "Third Sample" in second
    assert "Session 1" not in second
    assert "This board is free." in third


def test_a_card_of_a_single_session_names_it_and_has_one_column() -> None:
    event = made_up.event([POSTERS], [paper("a", 7, category="Circuits")])
    assert texts(event) == ["Posters 11:00–12:00 Circuits Paper a Ada"]


def test_a_card_has_a_column_for_each_session_that_there_is() -> None:
    papers = [
        paper(f"{n}", 100 + n % 2, session=f"p{n}", url="https://example.org") for n in (1, 3)
    ]
    event = made_up.event([posters(1), posters(2), posters(3)], papers)
    (said,) = texts(event)
    heads = "Session 1 10:00–10:45 Papers Session 3 12:00–12:45 Papers"
    assert said == f"{heads} Paper 1 Ada Paper 3 Ada"
    papers.append(paper("2", 5, session="p2"))
    both = texts(made_up.event([posters(1), posters(2), posters(3)], papers))
    assert len(both) == 2
    assert both[0].count("This board is free.") == 2


def test_no_card_is_made_for_a_board_that_nobody_uses() -> None:
    event = made_up.event([POSTERS], [paper("a", 3), paper("b", 9)])
    assert [board.number for board in board_cards.boards(poster_sessions(event))] == [3, 9]


@pytest.mark.parametrize("size", ["letter-landscape", "a4-landscape"])
def test_the_longest_titles_and_topics_and_many_authors_fit(size: str) -> None:
    papers = [
        paper("a", 8888, session="p1", title=TITLE, authors=MANY[:8], url="https://example.org/a"),
        paper("b", 8888, session="p2", title="Short", authors=EVERYBODY[:12], category=TOPIC),
        paper("c", 44, session="p2", title=TITLE, category=TOPIC, url="https://example.org/c"),
    ]
    first, second = texts(made_up.event([posters(1), posters(2)], papers), size, below=0)
    assert plain(TITLE) in second
    assert all(plain(name) in second for name in MANY[:8])
    assert plain(", ".join(MANY[:8])) in second
    assert "Session 2 11:00–11:45" in first
    assert TOPIC in first


def test_names_of_all_scripts_are_on_cards() -> None:
    papers = [paper(f"{n}", n, authors=[name]) for n, name in enumerate(EVERYBODY, 1)]
    said = texts(made_up.event([POSTERS], papers))
    assert len(said) == len(EVERYBODY)
    for number, script in enumerate(PEOPLE_OF_THE_WORLD):
        if script in {"Latin", "Vietnamese", "Greek", "Cyrillic", "Georgian", "Chinese"}:
            assert PEOPLE_OF_THE_WORLD[script] in said[number]


CROWD = [
    f"Ada {first}{second}. Sample" for first in "ABCDEFGH" for second in "ABCDEFGHIJKLMNOPQRST"
]


@pytest.mark.parametrize("size", ["letter-landscape", "a4-landscape"])
@pytest.mark.parametrize("count", [0, 1, 40, 100, 160])
def test_a_card_names_up_to_a_hundred_authors(count: int, size: str) -> None:
    papers = [
        paper("a", "126a", session="p1", title=TITLE, authors=CROWD[:count], url="https://a.co"),
        paper("b", "126a", session="p2", type="oral", awards=["Best paper"], category=TOPIC),
    ]
    (said,) = texts(made_up.event([posters(1), posters(2)], papers), size, below=0)
    named = [name for name in CROWD if name in said]
    assert named == CROWD[: min(count, 100)]
    assert ("and 60 more" in said) == (count == 160)
    assert plain(TITLE) in said
    assert "Oral, Best paper" in said


@pytest.mark.parametrize("count", range(3, 9))
def test_a_board_has_cards_of_at_most_six_papers(count: int) -> None:
    papers = [
        paper(f"{n}", 7, session=f"p{n}", title=f"{TITLE} {n}", authors=MANY[:3], category=TOPIC)
        for n in range(1, count + 1)
    ]
    event = made_up.event([posters(n) for n in range(1, count + 1)], papers)
    cards = texts(event, below=0)
    assert len(cards) == (1 if count < 7 else 2)
    assert [sum(card.count("Session ") for card in cards)] == [count]
    for n in range(1, count + 1):
        assert any(plain(f"{TITLE} {n}") in card for card in cards)


def test_where_there_is_hardly_room_ten_authors_are_named() -> None:
    papers = [
        paper(f"{n}", 7, session=f"p{n}", title=TITLE, authors=CROWD[:60], category=TOPIC)
        for n in range(1, 5)
    ]
    (card,) = texts(made_up.event([posters(n) for n in range(1, 5)], papers), below=0)
    assert card.count("and 50 more") == 4
    assert CROWD[9] in card
    assert CROWD[10] not in card


@pytest.mark.parametrize("label", ["A12", "126a", "WXYZ", "Hall B"])
def test_a_label_is_as_large_as_there_is_room_and_can_be_read_from_afar(label: str) -> None:
    assert made(made_up.event([POSTERS], [paper("a", label)])).editions


def test_what_no_card_has_room_for_is_said_with_its_slot() -> None:
    papers = [
        paper(f"{n}", 7, session=f"p{n}", title=TITLE * 3, authors=MANY, category=TOPIC * 3)
        for n in range(1, 5)
    ]
    problems = wrong(made_up.event([posters(n) for n in range(1, 5)], papers))
    template = (find.layout("board-cards", BUNDLED).folder / "page.html.j2").read_text("utf-8")
    fields = [f"{field}_{n}" for n in range(1, 5) for field in ("title", "few_authors")]
    for said, field in zip(problems, fields, strict=True):
        place, _, message = said.partition(": error overflow: ")
        file, _, page = place.partition(", page ")
        assert file.startswith("layouts/board-cards/page.html.j2:")
        line = template.splitlines()[int(file.rpartition(":")[2]) - 1]
        assert field.rpartition("_")[0] in line
        assert page.startswith("1 [")
        assert message.startswith("“")
        assert f"too large for “{field}”" in message


def fitted(papers: Sequence[made_up.Row], scale: float = 3) -> list[tuple[float, float]]:
    """Return of each card how far down, in points, its texts reach, and its code's left edge."""
    sessions = [posters(1), posters(2)]
    found = []
    with pypdfium2.PdfDocument(
        made(made_up.event(sessions, papers)).editions[Edition.SCREEN]
    ) as book:
        for page in book:
            picture = page.render(scale=scale, grayscale=True).to_numpy().squeeze()
            codes = zxingcpp.read_barcodes(picture)
            dark = (picture[int(scale * 430) :] < 128).any(axis=1).nonzero()[0]
            left = min((code.position.top_left.x for code in codes), default=0)
            found.append((430 + dark.max() / scale, left / scale))
    return found


def test_everything_ends_on_the_margin_and_codes_are_read() -> None:
    papers = [
        paper(f"{n}", n, session="p1", title=TITLE[: 30 * n], authors=MANY[: 3 * n], url=url)
        for n, url in enumerate(("https://a.co", "https://example.org/" + "x" * 90), 1)
    ]
    for foot, left in fitted(papers):
        assert foot < 612 - 36 + 1
        assert left == pytest.approx(756 - 65.2, abs=1)


def test_a_design_is_set_once_for_each_pair_of_topics() -> None:
    event = load_checked(BUNDLED).event
    assert event
    series = find.layout("board-cards", BUNDLED).manifest.series
    assert series.stamped
    records = [{**record, STEP: 0} for record in sign_records("board-cards", event)]
    assert len(variants(records, series.vary, "layout.yaml")) == 16


def test_papers_of_two_languages_have_their_own_forms() -> None:
    def card(lang: str) -> bytes:
        papers = [
            paper("a", 1, session="p1", title="直接骨", lang="zh"),
            paper("b", 1, session="p2", title="直接骨", lang=lang),
        ]
        event = made_up.event([posters(1), posters(2)], papers)
        with pypdfium2.PdfDocument(made(event).editions[Edition.SCREEN]) as book:
            return bytes(book[0].render(scale=3, crop=(400, 60, 0, 470)).to_numpy())

    assert card("ja") != card("zh")
