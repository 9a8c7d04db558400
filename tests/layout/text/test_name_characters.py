"""What of a name is left out, and what never."""

import pytest

from mi_print.event.located_texts import LocatedText
from mi_print.layout.text.name_characters import check_characters, has_ink, printable, unseen

_FLAG = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Ada Sample", "Ada Sample"),
        ("Ada 🎉 Sample", "Ada Sample"),
        ("🎉Ada🎉", "Ada"),
        ("Ada 👩\u200d🔬 Sample", "Ada Sample"),
        ("Ada 👍🏽", "Ada"),
        ("Ada 🏳\ufe0f\u200d🌈", "Ada"),
        ("Ada 🇩🇪", "Ada"),
        (f"Ada {_FLAG}", "Ada"),
        ("Ada ❤\ufe0f\u200d🔥", "Ada"),
        ("Ada ❤\ufe0f 🎉", "Ada ❤\ufe0f"),
        ("Ada \uf8ff", "Ada"),
        ("José 🎉 García", "José García"),
        ("علی\u200cرضا 🎉", "علی\u200cرضا"),
        ("क्\u200dष 🎉", "क्\u200dष"),
    ],
)
def test_an_ornament_is_left_out_with_all_that_is_joined_to_it(name: str, kept: str) -> None:
    assert printable(name) == kept


@pytest.mark.parametrize("name", ["𓀀 Sample", "🄰da", "🅱o", "Ada \ufffd"])
def test_a_letter_is_never_left_out(name: str) -> None:
    assert printable(name) == name


@pytest.mark.parametrize("name", ["\u3164", "\u200b", "\u2800", "\u00ad", "\u0301", "\ue001"])
def test_what_nobody_sees_is_no_name(name: str) -> None:
    assert not has_ink(name)
    assert unseen(set(name)) == set(name)


@pytest.mark.parametrize("name", ["Ø", "明", "é", "?", "7", "क", "\u3164a"])
def test_one_visible_character_is_enough(name: str) -> None:
    assert has_ink(name)


def rules(field: str, value: str) -> list[tuple[str, str]]:
    text = LocatedText(value, field, "data/x", 1, 1)
    return [(each.severity, each.rule) for each in check_characters([text])]


def test_names_do_without_and_other_texts_do_not() -> None:
    assert rules("people[0].name", "Ada 🎉") == [("warning", "ornament")]
    assert rules("attendees[3].affiliation", "🎉") == [("warning", "ornament")]
    assert rules("papers[1].authors[0]", "Ada 🎉") == [("warning", "ornament")]
    assert rules("papers[1].title", "Ada 🎉") == [("error", "glyph")]
    assert rules("people[0].bio", "Ada 🎉") == [("error", "glyph")]
    assert rules("people[0].name", "🎉") == [("error", "invisible-name")]
    assert rules("people[0].name", "𓀀 🎉") == [("error", "glyph"), ("warning", "ornament")]


@pytest.mark.parametrize("mark", "\u035c\u035d\u035e\u035f\u0360\u0361\u0362")
def test_a_mark_over_two_letters_is_warned_of_wherever_it_stands(mark: str) -> None:
    for field in ("people[0].name", "attendees[0].affiliation", "papers[1].title"):
        assert rules(field, f"Ak{mark}htar") == [("warning", "wide-mark")]
    assert rules("people[0].name", "K\u0332h\u0332an") == []
