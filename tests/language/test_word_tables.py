"""The tables of words: all of them say the same things."""

import re

import pytest

from mi_print.language import cldr
from mi_print.language.word_tables import (
    FALLBACK,
    ORDINAL,
    filled,
    language_of,
    languages,
    placeholders,
    table,
)
from mi_print.layout.text.coverage import uncovered

ENGLISH = table(FALLBACK).words


@pytest.mark.parametrize("language", languages().values())
class TestEveryTable:
    def test_has_every_word_and_no_other(self, language: str) -> None:
        assert list(table(language).words) == list(ENGLISH)

    def test_puts_the_same_values_in(self, language: str) -> None:
        own = {key: placeholders(phrase) for key, phrase in table(language).words.items()}
        assert own == {key: placeholders(phrase) for key, phrase in ENGLISH.items()}

    def test_has_forms_where_english_has_and_only_those_of_its_language(
        self, language: str
    ) -> None:
        for key, phrase in table(language).words.items():
            assert isinstance(phrase, dict) == isinstance(ENGLISH[key], dict), key
            if isinstance(phrase, dict):
                forms = cldr.ordinal_forms if key == ORDINAL else cldr.plural_forms
                assert {"other"} <= phrase.keys() <= forms(language), key

    def test_is_written_with_characters_that_the_fonts_have(self, language: str) -> None:
        texts = [
            text
            for phrase in table(language).words.values()
            for text in ([phrase] if isinstance(phrase, str) else phrase.values())
        ]
        assert uncovered("".join(texts)) == []
        assert [text for text in texts if text != text.strip() or "  " in text] == []


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en-US", "en"),
        ("EN", "en"),
        ("en-GB", "en-GB"),
        ("en-IE", "en-GB"),
        ("en-AU", "en"),
        ("sv", None),
        ("xx-klingon", None),
        ("nb-NO", None),
        ("pt-BR", "pt"),
        ("de-AT", "de"),
        ("zh-Hans", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
    ],
)
def test_a_tag_has_the_table_of_its_language(tag: str, language: str | None) -> None:
    assert language_of(tag) == language


def test_a_table_that_is_like_another_says_what_differs() -> None:
    british = table("en-GB").words
    differ = {key for key, phrase in british.items() if phrase != ENGLISH[key]}
    assert (british["program"], british["sessions"]) == ("Programme", ENGLISH["sessions"])
    american = re.compile(r"iz(?:e|ing)|program\b|color|center", re.IGNORECASE)
    assert {key for key, phrase in ENGLISH.items() if american.search(str(phrase))} == differ
    assert not any(american.search(str(phrase)) for phrase in british.values())


def test_values_are_put_in_and_nothing_else_is_read_from_a_text() -> None:
    assert filled("{a}, {b}", {"a": 1, "b": "{a}"}) == "1, {a}"
    assert filled("{a.real} {0!r}", {"a": 1}) == "{a.real} {0!r}"
    with pytest.raises(ValueError, match=r'^"\{a\}" needs a value for \{a\}$'):
        filled("{a}", {})
