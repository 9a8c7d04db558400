"""What is printed is found in the data: whole, broken, joined, or between a layout's words."""

import pickle

import pytest

from mi_print.event.located_texts import LocatedText
from mi_print.event.text_places import TextPlaces

TEXTS = (
    ("workshop.yaml", "people[0].name", "Ann Alpha"),
    ("workshop.yaml", "people[0].affiliation", "Institute for Examples"),
    ("workshop.yaml", "people[1].name", "Bo Beta"),
    ("workshop.yaml", "people[1].affiliation", "Institute for Examples"),
    ("workshop.yaml", "people[1].roles[0]", "organizer"),
    ("program.yaml", "sessions[0].id", "posters"),
    ("program.yaml", "sessions[0].title", "What’s a Sample of a Long Title Worth?"),
    ("program.yaml", "sessions[1].talks[0].title", "On Samples"),
    ("program.yaml", "sessions[1].talks[1].title", "On Examples"),
    ("papers.yaml", "papers[0].title", "Samples of Ink"),
    ("papers.yaml", "papers[0].authors[0]", "Cy Gamma"),
    ("papers.yaml", "papers[1].title", "Samples of Paper"),
    ("papers.yaml", "papers[1].authors[0]", "Cy Gamma"),
)

PLACES = TextPlaces(
    LocatedText(value, field, file, line, 1) for line, (file, field, value) in enumerate(TEXTS, 1)
)


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("Ann Alpha", 1),
        ("ANN\u00a0ALPHA", 1),
        ("Ann\u2060 Alpha & somebody", 1),
        ("What's a Sample", 7),
        ("of a Long Title", 7),
        ("9:00 What’s a Sample of a Long Title Worth?", 7),
        ("What's a Sam-\nple of a Long Title", 7),
        ("On Exam-\nples", 9),
        ("On Examples", 9),
        ("Samples of Paper, by Cy Gamma", 12),
    ],
)
def test_a_text_is_found_by_what_it_has_in_common(printed: str, line: int) -> None:
    found = PLACES.find(printed)
    assert found
    assert found.line == line


@pytest.mark.parametrize("printed", ["", "9:00", "Organizers", "posters", "Ann Alphabet", "of"])
def test_a_layouts_own_text_is_not_found(printed: str) -> None:
    assert PLACES.find(printed) is None


@pytest.mark.parametrize(
    ("printed", "around", "line"),
    [
        ("Cy Gamma", ["Cy Gamma", "13 Samples of Paper Cy Gamma"], 13),
        ("Cy Gamma", ["Cy Gamma", "12 Samples of Ink Cy Gamma"], 11),
        ("Institute for Examples", ["Institute for Examples", "Bo Beta Institute for Examples"], 4),
    ],
)
def test_of_several_places_the_one_whose_record_is_around_counts(
    printed: str, around: list[str], line: int
) -> None:
    found = PLACES.find(printed, around)
    assert found
    assert found.line == line


def test_a_text_made_from_data_has_the_place_of_what_is_around_it() -> None:
    found = PLACES.find("9:00–10:00", ["9:00–10:00", "9:00–10:00 On Samples"])
    assert found
    assert found.line == 8
    several = ["9:00–10:00", "9:00–10:00 On Samples 10:00 On Examples"]
    assert PLACES.find("9:00–10:00", several) is None


@pytest.mark.parametrize(
    ("printed", "of_the_data"),
    [
        ("Ann Alpha", True),
        ("by Ann Alpha", True),
        ("a Sample of a Long Title Worth?", True),
        ("all that the Institute for Examples and others ever have to say on it", True),
        ("Paper", False),
        ("Draft", False),
        ("Ann Alpha is one of those who have a very long description here", False),
    ],
)
def test_a_text_is_of_the_data_if_most_of_it_is(printed: str, of_the_data: object) -> None:
    assert PLACES.has(printed) == of_the_data


def test_a_text_is_found_alike_among_very_many() -> None:
    others = [
        LocatedText(f"Nobody {number:05}", f"papers[{number}].title", "papers.yaml", None, None)
        for number in range(2, 3000)
    ]
    many = TextPlaces([*PLACES.all, *others])
    for printed in ["of a Long Title", "On Examples", "Ann Alphabet", "by Nobody 02999, Bo Beta"]:
        known = PLACES.find(printed)
        assert many.find(printed) == (others[-1] if "Nobody" in printed else known)
    assert many.find("Cy Gamma", ["Samples of Paper Cy Gamma"]) == PLACES.all[12]
    assert many.has("What's a Sample of a Long Title")
    assert not many.has("Ann Alphabet and others")


def test_those_beyond_ascii_are_told_apart() -> None:
    assert [text.line for text in PLACES.beyond_ascii] == [7]
    control = LocatedText("a\tb", "papers[2].title", "papers.yaml", None, None)
    assert TextPlaces([control]).beyond_ascii == (control,)


def test_they_are_the_same_in_another_process() -> None:
    for texts in (PLACES, TextPlaces()):
        sent = pickle.loads(pickle.dumps(texts))  # noqa: S301 - our own
        assert sent.beyond_ascii == texts.beyond_ascii
        assert sent.all == texts.all
        assert pickle.loads(pickle.dumps(sent)).all == texts.all  # noqa: S301 - the same
