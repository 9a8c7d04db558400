"""Signs of made-up events: what their records are, and that what is long or strange still fits."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from mi_print.event.model import Arrow, Direction, Event, Signs
from mi_print.layout.template_api.svg_pictures import arrow
from mi_print.layout.text.pango import measure
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.products.signage import direction_names, make_signage, reserved_seats
from mi_print.products.signage.sign_record import cards
from tests.products import made_up
from tests.products.made_up import (
    LONG,
    PEOPLE_OF_THE_WORLD,
    POSTERS,
    TITLE,
    TOPIC,
    paper,
    session,
)
from tests.products.read_booklet import plain
from tests.products.signage.typeset_signs import job, problems, right

MANY = [f"Ada {letter}. Sample" for letter in "ABCDEFGH"]


def signed(event: Event, **signs: object) -> Event:
    return event.model_copy(update={"signs": Signs.model_validate(signs)})


# Lists


def test_names_of_all_scripts_are_on_lists() -> None:
    papers = [
        paper(f"{n}", n, authors=[name]) for n, name in enumerate(PEOPLE_OF_THE_WORLD.values(), 1)
    ]
    (listed,) = right(made_up.event([POSTERS], papers), "poster-lists")
    for script in ("Latin", "Vietnamese", "Greek", "Cyrillic", "Georgian", "Chinese", "Japanese"):
        assert PEOPLE_OF_THE_WORLD[script] in listed


# Poster lists


def poster_papers(count: int, session: str = "posters", **more: object) -> list[made_up.Row]:
    return [paper(f"{session}-{n}", n, session=session, **more) for n in range(1, count + 1)]


def test_what_one_sheet_has_no_room_for_goes_on_others() -> None:
    papers = poster_papers(120, title=TITLE, authors=MANY, category=TOPIC)
    pages = right(made_up.event([POSTERS], papers), "poster-lists")
    numbers = range(1, len(pages) + 1)
    for number, page in zip(numbers, pages, strict=True):
        assert page.startswith("Posters 11:00–12:00 Boards ")
        assert f"Sheet {number} of {len(pages)}" in page
        assert (f"{TOPIC} (continued)" in page) == (number > 1)
    whole = " ".join(pages)
    assert len(pages) > 1
    assert [whole.count(plain(text)) for text in (TITLE, MANY[-1])] == [120, 120]


@pytest.mark.parametrize("size", ["24x36in", "a1"])
def test_a_session_s_title_of_any_length_can_be_read_from_afar(size: str) -> None:
    titles = [
        TITLE,
        "Straßenverkehrsüberwachungsbeauftragtenposter",
        "大规模语言模型的机制可解释性" * 3,
    ]
    sessions = [
        session(f"s{n}", f"1{n}:00", f"1{n}:50", "posters", title=title)
        for n, title in enumerate(titles)
    ]
    papers = [each for n in range(3) for each in poster_papers(3, f"s{n}")]
    event = made_up.event(sessions, papers, lang="de")
    for title, page in zip(titles, right(event, "poster-lists", size), strict=True):
        assert letters(page).startswith(letters(title))


@pytest.mark.parametrize(("count", "size"), [(3, 200), (40, 134)])
def test_the_title_of_few_papers_is_larger(count: int, size: int) -> None:
    event = made_up.event([POSTERS], poster_papers(count, spotlight=True))
    pages = make_signage.pages(job("poster-lists"), event)
    assert problems(pages, "poster-lists") == []
    with pypdfium2.PdfDocument(pages.pdf(tagged=False)) as book:
        _, foot, _, head = book[0].get_textpage().get_charbox(0)
    assert head - foot == pytest.approx(0.7276 * size, abs=4)


def letters(text: str) -> str:
    return re.sub("[- \ufffe]", "", text)


def test_what_is_special_about_a_paper_is_on_its_list() -> None:
    special = paper("a", 1, type="oral", awards=["Best paper"], authors=[])
    papers = [special, paper("b", 2, type="spotlight"), paper("c", 3, type="poster")]
    (page,) = right(made_up.event([POSTERS], papers), "poster-lists")
    assert "Spotlight talk" in page
    assert "1 Paper a Oral, Best paper 2 Paper b Ada 3 Paper c Ada" in page


def test_a_word_wider_than_a_list_s_column_is_divided() -> None:
    event = made_up.event([POSTERS], [paper("a", 1, title="W" * 450), paper("b", 2)])
    (page,) = right(event, "poster-lists")
    assert page.count("W") == 450


# Directions


@pytest.mark.parametrize("turn", range(8))
@pytest.mark.parametrize("text", ["Posters", "Mechanistic Interpretability Workshop", LONG])
def test_no_name_touches_its_arrow(turn: int, text: str) -> None:
    context = made_up.context("tabloid-landscape", "direction-signs")
    picture = arrow(turn, length=380, stroke=82, colour="#FFFFFF")
    above = 744 - picture.height - 48
    room = 0 if turn > 4 else context.grid.measure - picture.width
    name = direction_names.clear_of(text, context, room=room, above=above)
    for number, line in enumerate(name.lines):
        bottom = 0.9476 * name.face.size + number * name.face.leading
        assert bottom <= above or measure(line, name.face).width <= room


def test_names_of_a_series_have_one_size_and_short_ones_grow() -> None:
    ways = [{"id": each, "arrow": each, "to": ["Room 30"]} for each in ("up", "left", "right")]
    sizes: dict[str, set[float]] = {}
    for name in ("MIW", "Mechanistic Interpretability Workshop", LONG):
        event = signed(made_up.event(name=name), directions=ways)
        composed = read_back(make_signage.pages(job("direction-signs"), event))
        sizes[name] = {
            round(frame.smallest) for frame in composed.frames if frame.name.endswith("name")
        }
    assert all(len(each) == 1 for each in sizes.values())
    short, usual, long = (each.pop() for each in sizes.values())
    assert short == 300
    assert 110 < usual <= 144
    assert 69 <= long < usual


def test_a_name_that_is_too_long_is_said_by_its_short_form() -> None:
    ways = [{"id": "stairs", "arrow": "left", "to": ["Room 30"]}]
    event = signed(made_up.event(name=f"{TITLE} {TITLE}", short="Samples"), directions=ways)
    assert right(event, "direction-signs") == ["Samples Room 30"]


def test_a_way_without_a_place_has_a_sign_for_each_room_in_use() -> None:
    rooms = [{"id": each, "name": f"Room {each}", "level": "Level 2"} for each in ("a", "b", "c")]
    sessions = [
        made_up.session("one", "09:00", "10:00", room="a"),
        made_up.session("two", "09:00", "10:00", room="c"),
    ]
    venue = {"name": "Sample House", "rooms": rooms}
    ways = [{"id": "stairs", "arrow": "up"}, {"id": "door", "arrow": "up", "to": ["Here"]}]
    event = signed(made_up.event(sessions, venue=venue), directions=ways)
    found = cards("direction-signs", event)
    assert [(sign.id, sign.to) for sign in found if isinstance(sign, Direction)] == [
        ("stairs, a", ("Level 2", "Room a")),
        ("stairs, c", ("Level 2", "Room c")),
        ("door", ("Here",)),
    ]


def test_all_arrows_and_a_long_name_are_right() -> None:
    ways = [{"id": each, "arrow": each, "to": ["Upper Level", "Room 30A–E"]} for each in Arrow]
    event = signed(made_up.event(name="Mechanistic Interpretability Workshop"), directions=ways)
    for size in ("tabloid-landscape", "a3-landscape"):
        said = right(event, "direction-signs", size)
        assert said == ["Mechanistic Interpretability Workshop Upper Level Room 30A–E"] * 8


def test_a_name_that_can_not_be_read_from_afar_is_said_with_the_sign() -> None:
    way = {"id": "stairs", "arrow": "left", "text": f"{TITLE} {TITLE}"}
    event = signed(made_up.event(), directions=[way])
    found = problems(make_signage.pages(job("direction-signs"), event), "direction-signs")
    assert "legible" in {each.rule for each in found}
    assert any(each.message.startswith("stairs, name: capitals of ") for each in found)


# Time cards, seats, notices


def test_time_cards_take_other_minutes() -> None:
    event = signed(made_up.event(), times=[60, 15, 1])
    for size in ("letter-landscape", "a4-landscape"):
        assert right(event, "time-cards", size) == ["60 min", "15 min", "1 min", "Stop"]


def test_a_seat_is_kept_for_each_who_speaks_in_the_room() -> None:
    people: list[made_up.Row] = [
        {"id": "ada", "name": "Ada"},
        {"id": "far", "name": "Far Away"},
        {"id": "pat", "name": "Pat", "roles": ["panelist"]},
        {"id": "org", "name": "Organizer", "roles": ["organizer"]},
        {"id": "lee", "name": "Lee " + "Wilhelmina " * 4 + "Åkesson-Østergård"},
    ]
    talks = [
        session("second", "11:00", "12:00", speakers=["ada"]),
        session("first", "09:00", "10:00", talks=[{"title": "T", "speakers": ["lee", "ada"]}]),
        session("video", "13:00", "14:00", speakers=["far"], remote=True),
    ]
    event = made_up.event(talks, people=people)
    found = reserved_seats.seats(event)
    assert [seat.person.id for seat in found] == ["lee", "ada", "pat"]
    assert [len(seat.sessions) for seat in found] == [1, 2, 0]
    assert right(event, "reserved-seats", "a5-landscape")[1:] == [
        "Reserved Ada 9:00–10:00 First 11:00–12:00 Second",
        "Reserved Pat Panelist",
    ]
    assert cards("reserved-seats", signed(event, reserved=False)) == []


def notice(**more: object) -> Event:
    return signed(made_up.event(), notices=[{"id": "wifi", "title": "Wi-Fi", **more}])


def decoded(pages: TypesetPages) -> list[str]:
    with pypdfium2.PdfDocument(BytesIO(pages.pdf(tagged=False))) as book:
        picture = book[0].render(scale=150 / 72, grayscale=True).to_numpy()
        return [code.text for code in zxingcpp.read_barcodes(np.array(picture).squeeze())]


@pytest.mark.parametrize(
    ("wifi", "code", "words"),
    [
        (
            {"network": "NeurIPS", "password": "it's;me:1"},
            "WIFI:T:WPA;S:NeurIPS;P:it's\\;me\\:1;;",
            "Wi-Fi Network NeurIPS Password it's;me:1 Scan to join",
        ),
        (
            {"network": "Open to all"},
            "WIFI:T:nopass;S:Open to all;;",
            "Wi-Fi Network Open to all Scan to join",
        ),
    ],
)
def test_a_network_can_be_joined_and_typed_in(wifi: dict[str, str], code: str, words: str) -> None:
    pages = make_signage.pages(job("notices"), notice(wifi=wifi))
    assert problems(pages, "notices") == []
    assert decoded(pages) == [code]
    with pypdfium2.PdfDocument(pages.pdf(tagged=False)) as book:
        assert " ".join(book[0].get_textpage().get_text_range().split()) == words


@pytest.mark.parametrize("size", ["tabloid", "a3"])
def test_a_notice_has_room_for_any_title_and_lines(size: str) -> None:
    long = "Straßenverkehrsüberwachungsbeauftragte"
    notices: list[dict[str, Any]] = [
        {"id": "a", "title": "Quiet, please"},
        {"id": "b", "title": long, "lines": [TITLE, "会" * 90]},
        {"id": "c", "title": LONG, "lines": [f"{n}. {LONG}" for n in range(10)]},
        {"id": "d", "title": "Rules", "lines": [f"{n}. {LONG[:50]}" for n in range(50)]},
        {
            "id": "e",
            "title": "Wi-Fi",
            "lines": ["Ask at the desk."],
            "wifi": {"network": "N" * 32, "password": "0123456789abcdef" * 4},
        },
        {"id": "f", "title": "Papers", "url": "https://example.org/" + "/".join(["papers"] * 40)},
        {"id": "g", "title": "Papers", "lines": ["تصويب روي", "أأإأأ أأ"]},
        {"id": "h", "title": "Papers", "url": "https://example.org/" + "a-b" * 80},
    ]
    event = signed(made_up.event(lang="de"), notices=notices)
    pages = [letters(page) for page in right(event, "notices", size)]
    for notice, page in zip(notices, pages, strict=True):
        said = [notice["title"], *notice.get("lines", []), *notice.get("wifi", {}).values()]
        assert [text for text in said if letters(text) not in page] == []


@pytest.mark.parametrize("size", ["tabloid", "a3"])
def test_a_notice_that_reads_from_the_right_hangs_from_the_right_margin(size: str) -> None:
    said = ["شبكة الإنترنت اللاسلكية", "الأسئلة عند المكتب"]
    event = notice(title=said[0], lines=[*said[1:], "Guests"], url="https://example.org/a")
    pages, made = make_signage.pages(job("notices", size), event), job("notices", size)
    assert problems(pages, "notices", size) == []
    edge = made.grid.width - made.grid.outer
    contents = read_back(pages)
    edges = [text.ink[2] for text in contents.texts if text.ink and "example" not in text.text]
    assert edges == pytest.approx([edge] * len(edges), abs=3)
    (code,) = [each.box for each in contents.pictures if each.code]
    assert code[2] == pytest.approx(edge, abs=0.1)


def test_a_notice_may_have_nothing_to_scan_or_a_long_address() -> None:
    assert right(notice(lines=["Quiet, please."]), "notices", "a3") == ["Wi-Fi Quiet, please."]
    address = "https://example.org/2025/workshops/" + "/".join(["interpretability"] * 6)
    pages = make_signage.pages(job("notices", "a3"), notice(url=address))
    assert problems(pages, "notices", "a3") == []
    assert decoded(pages) == [address]


def test_what_has_no_room_on_a_notice_goes_on_and_a_long_title_is_read_from_nearer() -> None:
    lines = [f"Rule {n}. {LONG} {LONG[:40]}" for n in range(50)]
    said = right(notice(lines=lines, url="https://example.org"), "notices")
    assert len(said) > 1
    assert [f"Sheet {n} of {len(said)}" in page for n, page in enumerate(said, 1)] == [True] * len(
        said
    )
    assert [sum(f"Rule {n}." in page for page in said) for n in range(50)] == [1] * 50
    event = signed(made_up.event(), notices=[{"id": "long", "title": TITLE}])
    assert right(event, "notices") == [plain(TITLE)]


# Kinds


def empty(kinds: Sequence[str]) -> list[str]:
    event = signed(made_up.event())
    return [kind for kind in kinds if not cards(kind, event)]


def test_without_data_there_are_only_time_cards() -> None:
    named = ["board-cards", "range-signs", "poster-lists", "door-sign", "direction-signs"]
    assert empty([*named, "notices", "reserved-seats", "time-cards"]) == [
        *named,
        *("notices", "reserved-seats"),
    ]
