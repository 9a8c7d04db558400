"""The badges as they are set: every name in its place, every code readable, both sides there."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from mi_print.event.badges import Badge, spares
from mi_print.event.model import Event, Role, RoleTable
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job, resolve
from mi_print.products.orders.request import Edition, Request
from mi_print.products.variable_data.stamp_series import StampedSeries
from mi_print.resources import BUNDLED
from mi_print.series.text_outcome import TextOutcome
from tests.products.hard_names import HARD_NAMES
from tests.products.stamping import stamped_series

SIZES = ("4x3in", "a6", "4x6in")
SMALL = ("a7", "cr80", "86x55mm", "3.375x2.333in", "80x50mm")
AFFILIATIONS = (
    None,
    "University of Somewhere",
    "Institute for Sample Studies at the University of Examples & Another Institute for Samples",
    "見本大学大学院",
)
PRONOUNS = (None, None, "she/her", None, "they/them")
ROLES = RoleTable().on_badges

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


NAMES = ("called", "whole", "single")


loaded = cache(load_checked)


def workshop() -> Event:
    event = loaded(BUNDLED).event
    assert isinstance(event, Event)
    return event


@cache
def job(size: str) -> Job:
    return resolve("badges", BUNDLED, loaded(BUNDLED), Request(Path("nowhere"), size=size))


def sided(size: str, some: Sequence[Badge], sides: int) -> StampedSeries:
    ordered = replace(job(size), ordered_sides=sides)
    return stamped_series(some, ordered, workshop(), (Edition.SCREEN,))


def stamped(
    size: str,
    some: Sequence[Badge],
    event: Event | None = None,
    editions: tuple[Edition, ...] = (Edition.SCREEN,),
) -> StampedSeries:
    return stamped_series(some, job(size), event or workshop(), editions)


def proof(series: StampedSeries) -> bytes:
    return series.editions[Edition.SCREEN]


@pytest.mark.parametrize("size", SIZES)
def test_without_days_the_back_is_the_names(size: str) -> None:
    event = workshop()
    empty = event.model_copy(
        update={"program": event.program.model_copy(update={"sessions": ()}), "papers": ()}
    )
    some = [Badge("1", "Ada Sample", Role.SPEAKER, url="https://example.org/1")]

    def back(of: Event) -> float:
        found = stamped(size, some, of).texts[0]
        return next(text.size for text in found if text.slot.name == "name")

    assert back(empty) > 1.1 * back(event)


def test_a_name_on_the_back_ends_above_the_days() -> None:
    long = Badge("1", "Bartholomew-Christopher Featherstone-Haugh y Castellanos", Role.PANELIST)
    for size in SIZES:
        values = job(size).spec.values
        with pypdfium2.PdfDocument(proof(stamped(size, [long]))) as book:
            page = book[1]
            dark = page.render(scale=4, grayscale=True).to_numpy() < 100
        foot, day = (int(4 * float(values[key])) for key in ("head-foot", "day"))
        assert not dark[foot + 4 : day - 2, :].any()


def test_codes_that_the_design_has_itself_are_expected() -> None:
    some = [
        Badge("1", "Ada", Role.SPEAKER, url="https://example.org/1"),
        Badge("2", "Bo", Role.SPEAKER),
    ]
    url = workshop().workshop.url
    assert stamped("4x3in", some).codes == (
        frozenset(),
        frozenset({"https://example.org/1"}),
        frozenset(),
        frozenset({url}),
    )


def names(series: StampedSeries) -> list[TextOutcome]:
    """Return each badge's name as it stands on the front in large."""
    return [outcome for texts in series.texts for outcome in texts if outcome.slot.name in NAMES]


def too_large(series: StampedSeries) -> list[str]:
    return [
        outcome.text
        for texts in series.texts
        for outcome in texts
        if outcome.excess or outcome.missing
    ]


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [page.get_textpage().get_text_range() for page in book]


def test_the_corpus_is_two_hundred_names_of_every_length_and_script() -> None:
    assert len(set(HARD_NAMES)) == len(HARD_NAMES) >= 200
    assert {len(name) for name, _ in HARD_NAMES} >= set(range(1, 61))
    assert len({lang for _, lang in HARD_NAMES}) >= 30


@pytest.mark.parametrize("size", SIZES)
def test_no_hard_name_is_cut_or_leaves_its_element(
    size: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        series = stamped(size, HARD)
    assert caplog.records == []
    assert len(series.codes) == 2 * len(HARD)
    assert too_large(series) == []
    found = names(series)
    assert len(found) == len(HARD)
    assert min(outcome.size for outcome in found) >= 16


@pytest.mark.parametrize("size", SMALL)
def test_a_small_badge_holds_hard_names_on_both_sides(size: str) -> None:
    longest = sorted(HARD, key=lambda badge: len(badge.name))[-50:]
    series = sided(size, longest, 2)
    assert len(series.codes) == 100
    assert too_large(series) == []
    assert min(outcome.size for outcome in names(series)) >= 13


def test_only_adhesive_badges_have_no_back_unless_ordered_otherwise() -> None:
    some = [Badge("1", "Ada Sample", Role.SPEAKER, url="https://example.org/1")]
    assert {size: job(size).sides for size in (*SIZES, *SMALL)} == {
        **dict.fromkeys((*SIZES, *SMALL), 2),
        "3.375x2.333in": 1,
        "80x50mm": 1,
    }
    for size, sides in (("80x50mm", 1), ("80x50mm", 2), ("4x3in", 1)):
        said = texts(proof(sided(size, some, sides)))
        assert len(said) == sides
        assert all("Ada" in page and "Speaker" in page for page in said)


def test_a_card_that_lies_has_its_name_and_the_code_of_the_program_on_the_back() -> None:
    series = sided("cr80", [Badge("1", "Ada Sample", Role.SPEAKER)], 2)
    _, back = texts(proof(series))
    assert "Program" in back
    assert "9:30" not in back
    assert series.codes[1] == {workshop().workshop.url}
    assert not [each for each in series.problems if each.rule == "agenda"]


def test_every_code_leads_to_the_persons_page_or_else_to_the_workshops() -> None:
    some = HARD[1::6] + HARD[::40]
    pdf = proof(stamped("4x3in", some))
    read = []
    with pypdfium2.PdfDocument(pdf) as book:
        for page in list(book)[1::2]:
            found = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
            read.append([code.text for code in found])
    site = workshop().workshop.url
    assert read == [[badge.url or site] for badge in some]


def test_a_badge_says_who_it_is_on_both_sides() -> None:
    ada = Badge(
        "1",
        "Ada King Lovelace",
        Role.PANELIST,
        given="Ada",
        family="Lovelace",
        affiliation="Analytical Society",
        pronouns="she/her",
    )
    front_text, back_text = texts(proof(stamped("a6", [ada])))
    words = front_text.split()
    assert words[:5] == ["Mechanistic", "Interpretability", "Workshop", "NeurIPS", "2025"]
    for word in ("Ada", "Lovelace", "Analytical", "she/her", "Panelist"):
        assert words.count(word) == 1
    assert "King" not in words
    for said in ("Ada King Lovelace", "Panelist", "9:30", "Been Kim", "Posters 2", "Room 30A–E"):
        assert said in " ".join(back_text.split())


@pytest.mark.parametrize(
    ("size", "largest", "least"), [("4x3in", 32, 20), ("a6", 44, 28), ("4x6in", 44, 28)]
)
def test_the_name_on_the_back_is_large(size: str, largest: float, least: float) -> None:
    some = [Badge("1", "Bo Mo", Role.SPEAKER), Badge("2", "Wilhelmina Longsample", Role.SPEAKER)]
    series = stamped(size, some)
    short, long = (
        next(outcome.size for outcome in texts if outcome.slot.name == "name")
        for texts in series.texts
    )
    assert short == largest
    assert least <= long < largest


def test_a_family_name_is_never_larger_than_the_given_name() -> None:
    given = "Wolfeschlegelsteinhausenberger"
    badge = Badge("1", f"{given} Bo", Role.SPEAKER, given=given, family="Bo")
    sizes = {text.slot.name: text.size for text in stamped("4x3in", [badge]).texts[0]}
    assert sizes["surname"] == sizes["called"] < 25


def test_names_without_a_given_name_stand_whole_and_even() -> None:
    found = stamped("4x3in", [Badge("1", "Ekdeep Singh Lubana", Role.SPEAKER)])
    front, _ = texts(proof(found))
    assert front.split("\r\n")[-2:] == ["Ekdeep", "Singh Lubana"]
    assert [outcome.size for outcome in names(found)] == [40]


def test_a_chinese_name_is_never_divided() -> None:
    badge = Badge("1", "王小明", Role.SPEAKER, given="小明", family="王", lang="zh-Hans")
    (outcome,) = names(stamped("4x3in", [badge]))
    assert (outcome.text, outcome.size) == ("王小明", 72)


def test_spares_are_blank_but_for_their_role() -> None:
    series = stamped("4x3in", spares([Role.VOLUNTEER], 1))
    assert [[each.text for each in texts] for texts in series.texts] == [["Volunteer"]]
    said = texts(proof(series))
    assert said[0].split()[5:] == ["Volunteer"]
    assert "Volunteer" in said[1]


def test_a_divider_says_its_letter_on_each_side_and_nothing_else() -> None:
    cards = [
        Badge(str(at), "", Role.ATTENDEE, heading=each)
        for at, each in enumerate(("A", "Gy", "あ", "Organisationsteam"))
    ]
    series = stamped("4x3in", cards)
    assert too_large(series) == []
    said = [text.replace("\r\n", "") for text in texts(proof(series))]
    assert said[:6] == ["A", "A", "Gy", "Gy", "あ", "あ"]
    assert "".join(said[6].split()).replace("\ufffe", "").replace("-", "") == "Organisationsteam"


def test_both_editions_are_the_same_pages() -> None:
    editions = stamped("4x3in", HARD[:2], editions=tuple(Edition)).editions
    printed, shown = editions[Edition.PRINT], editions[Edition.SCREEN]
    assert texts(printed) == texts(shown)
    with pypdfium2.PdfDocument(shown) as book:
        assert book[0].get_mediabox() == (0, 0, 288, 216)
    with pypdfium2.PdfDocument(printed) as book:
        assert book[0].get_mediabox() == (0, 0, 288 + 18, 216 + 18)
        assert book[0].get_trimbox() == (9, 9, 288 + 9, 216 + 9)


@pytest.mark.parametrize("size", SIZES)
def test_a_long_workshop_name_takes_a_line_of_its_own(size: str) -> None:
    name = "Second Workshop on Mechanistic Interpretability and Its Applications to Safety"
    called = workshop().workshop.model_copy(update={"name": name})
    series = stamped(size, HARD[:2], workshop().model_copy(update={"workshop": called}))
    assert name in " ".join(texts(proof(series))[0].split())


def test_long_pronouns_and_affiliations_stay_apart() -> None:
    badge = Badge(
        "1",
        "Ada King Lovelace",
        Role.OTHER,
        affiliation=" ".join(["Department of Samples"] * 4),
        pronouns="she/her, they/them, and others",
    )
    series = stamped("4x3in", [badge])
    assert too_large(series) == []
    with pypdfium2.PdfDocument(proof(series)) as book:
        page = book[0].get_textpage()
        boxes = sorted(
            box
            for box in map(page.get_charbox, range(page.count_chars()))
            if box[1] > 64 and box[3] < 125  # below the name and above the band
        )
    ends = accumulate((box[2] for box in boxes), max)
    assert max(after[0] - end for end, after in zip(ends, boxes[1:], strict=False)) > 9
