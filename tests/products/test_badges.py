"""The badges as they are set: every name in its place, every code readable, both sides there."""

import dataclasses
import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from mi_print.event.badges import Badge, spares
from mi_print.event.model import BadgeRole, Event
from mi_print.layout.fit import check_keep_outs, check_pages
from mi_print.layout.read_back import Frame, frames
from mi_print.layout.typeset import Pages
from mi_print.products import badges
from mi_print.products.data import gather
from mi_print.products.job import Job, resolve
from mi_print.products.printing import stamp
from mi_print.products.wish import Edition, Wish
from mi_print.resources import BUNDLED
from tests.products.hard_names import HARD_NAMES

SIZES = ("4x3in", "a6", "4x6in")
SHARE = {"4x3in": slice(0, None, 2), "a6": slice(1, None, 4), "4x6in": slice(3, None, 4)}
"""Which of the hard names a size is tried with; lettering is tried with all of them."""

AFFILIATIONS = (
    None,
    "University of Somewhere",
    "Institute for Sample Studies at the University of Examples & Another Institute for Samples",
    "見本大学大学院",
)
PRONOUNS = (None, None, "she/her", None, "they/them")
ROLES = tuple(BadgeRole)

HARD = [
    Badge(
        id=f"hard-{number}",
        name=name,
        role=ROLES[number % len(ROLES)],
        given=name.partition(" ")[0] if number % 3 == 0 and " " in name else None,
        family=name.partition(" ")[2] if number % 3 == 0 and " " in name else None,
        affiliation=AFFILIATIONS[number % 4],
        pronouns=PRONOUNS[number % 5],
        url=f"https://example.org/~sample/{number}" if number % 2 else None,
        lang=lang,
    )
    for number, (name, lang) in enumerate(HARD_NAMES)
]


@cache
def press(size: str) -> badges.Press:
    loaded = gather(BUNDLED)
    assert isinstance(loaded.event, Event)
    wish = Wish(Path("nowhere"), size=size)
    job = resolve("badges", BUNDLED, loaded, wish)
    return badges.lay(job, loaded.event, wish.editions, stamp(BUNDLED, loaded.event, None))


def typeset(size: str, some: Sequence[Badge]) -> Pages:
    return badges.typeset(press(size).prepared, press(size).day, some)


def problems(pages: Pages, job: Job, count: int) -> list[str]:
    found = check_pages(pages, job.layout.manifest, "badges", count)
    return [str(each) for each in [*found, *check_keep_outs(pages, job.spec, job.grid, "badges")]]


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [page.get_textpage().get_text_range() for page in book]


def on_fronts(pages: Pages) -> list[Frame]:
    return [frame for frame in frames(pages) if frame.page % 2 == 1]


def test_the_corpus_is_two_hundred_names_of_every_length_and_script() -> None:
    assert len(set(HARD_NAMES)) == len(HARD_NAMES) >= 200
    assert {len(name) for name, _ in HARD_NAMES} >= set(range(1, 61))
    assert len({lang for _, lang in HARD_NAMES}) >= 30


@pytest.mark.parametrize("size", SIZES)
def test_no_hard_name_is_cut_or_leaves_its_element(
    size: str, caplog: pytest.LogCaptureFixture
) -> None:
    some = HARD[SHARE[size]]
    for at in range(0, len(some), 50):
        few = some[at : at + 50]
        with caplog.at_level(logging.WARNING):
            pages = typeset(size, few)
        assert caplog.records == []
        assert len(pages) == 2 * len(few)
        assert problems(pages, press(size).job, len(few)) == []
        named = [frame for frame in frames(pages) if frame.name == "name"]
        assert [frame.page for frame in named] == [2 * n + 1 for n in range(len(few))]
        assert min(frame.smallest for frame in named) > 15.9


def test_every_code_leads_to_the_persons_page_and_nobody_else_has_one() -> None:
    some = HARD[1::6] + HARD[::40]
    pdf = typeset("4x3in", some).pdf(tagged=False)
    read = []
    with pypdfium2.PdfDocument(pdf) as book:
        for page in list(book)[1::2]:
            found = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
            read.append([code.text for code in found])
    assert read == [[badge.url] if badge.url else [] for badge in some]


def test_a_badge_says_who_it_is_on_both_sides() -> None:
    ada = Badge(
        "1",
        "Ada King Lovelace",
        BadgeRole.PANELIST,
        given="Ada",
        family="Lovelace",
        affiliation="Analytical Society",
        pronouns="she/her",
    )
    front_text, back_text = texts(typeset("a6", [ada]).pdf(tagged=False))
    words = front_text.split()
    assert words[:5] == ["Mechanistic", "Interpretability", "Workshop", "NeurIPS", "2025"]
    for word in ("Ada", "Lovelace", "Analytical", "she/her", "Panelist"):
        assert words.count(word) == 1
    assert "King" not in words
    for said in ("Ada King Lovelace", "Panelist", "9:30", "Been Kim", "Posters 2", "Room 30A–E"):
        assert said in back_text


def test_names_without_a_given_name_stand_whole_and_even() -> None:
    badge = Badge("1", "Ekdeep Singh Lubana", BadgeRole.SPEAKER)
    found = typeset("4x3in", [badge])
    text = texts(found.pdf(tagged=False))[0]
    assert text.split()[5:8] == ["Ekdeep", "Singh", "Lubana"]
    (name,) = [frame for frame in frames(found) if frame.name == "name"]
    assert name.smallest == pytest.approx(40)


def test_a_chinese_name_is_never_divided() -> None:
    badge = Badge("1", "王小明", BadgeRole.SPEAKER, given="小明", family="王", lang="zh-Hans")
    found = on_fronts(typeset("4x3in", [badge]))
    assert [frame.name for frame in found if frame.name.endswith("name")] == ["name"]
    assert next(frame.smallest for frame in found if frame.name == "name") == pytest.approx(72)


def test_spares_are_blank_but_for_their_role() -> None:
    some = spares([BadgeRole.VOLUNTEER], 1)
    pages = typeset("4x3in", some)
    assert problems(pages, press("4x3in").job, 1) == []
    said = texts(pages.pdf(tagged=False))
    assert said[0].split()[5:] == ["Volunteer"]
    assert "Volunteer" in said[1]


def test_both_editions_are_the_same_pages() -> None:
    piece = badges.piece(press("4x3in"), HARD[:2])
    printed, shown = piece.editions[Edition.PRINT], piece.editions[Edition.SCREEN]
    assert texts(printed) == texts(shown)
    with pypdfium2.PdfDocument(shown) as book:
        assert book[0].get_mediabox() == (0, 0, 288, 216)
    with pypdfium2.PdfDocument(printed) as book:
        assert book[0].get_mediabox() == (0, 0, 288 + 18, 216 + 18)
        assert book[0].get_trimbox() == (9, 9, 288 + 9, 216 + 9)


@pytest.mark.parametrize("size", SIZES)
def test_a_long_workshop_name_takes_a_line_of_its_own(size: str) -> None:
    table = press(size)
    event = table.prepared.event
    name = "Second Workshop on Mechanistic Interpretability and Its Applications to Safety"
    longer = event.model_copy(update={"workshop": event.workshop.model_copy(update={"name": name})})
    prepared = dataclasses.replace(table.prepared, event=longer)
    pages = badges.typeset(prepared, table.day, HARD[:2])
    assert problems(pages, table.job, 2) == []
    assert name in " ".join(texts(pages.pdf(tagged=False))[0].split())


def test_long_pronouns_and_affiliations_stay_apart() -> None:
    badge = Badge(
        "1",
        "Ada King Lovelace",
        BadgeRole.OTHER,
        affiliation=" ".join(["Department of Samples"] * 4),
        pronouns="she/her, they/them, and others",
    )
    pages = typeset("4x3in", [badge])
    assert problems(pages, press("4x3in").job, 1) == []
    boxes = {frame.name: frame.content for frame in on_fronts(pages)}
    left, _, width, _ = boxes["affiliation"]
    assert left + width < boxes["pronouns"][0]
