"""Words that the workshop says otherwise than layouts do, and languages without a table."""

import pytest

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Write, said_of

LANGUAGES = "de, en, en-GB, es, fr, it, ja, ko, nl, pt, zh, zh-Hant"
NO_WORDS = 'layouts have no words in "sv": theirs are in English'

CASES = {
    "a word that nobody says": (
        "words: {contens: Inhalt}",
        [
            'data/workshop.yaml:{line}:9: error word: no word of layouts is called "contens"',
            '    did you mean "contents"?',
        ],
    ),
    "a word without what is put in": (
        "words: {board: Tafel}",
        [
            'data/workshop.yaml:{line}:16: error word: "board" is said with {board}',
            '    write it as in "Board {board}"',
        ],
    ),
    "a word with what is not put in": (
        'words: {notes: "{name}"}',
        [
            'data/workshop.yaml:{line}:16: error word: "notes" is said with nothing put in',
            '    write it as in "Notes"',
        ],
    ),
    "a plural where nothing is counted": (
        "words: {notes: {one: Note, other: Notes}}",
        [
            'data/workshop.yaml:{line}:16: error word: "notes" stands with no number',
            "    write one text",
        ],
    ),
    "forms that the language does not have": (
        'words: {pages: {on: "{n} leaf", few: "{n} leaves"}}',
        [
            'data/workshop.yaml:{line}:16: error word: "pages" lacks the form "other"',
            "    write it: it holds for all numbers without a form of their own",
            'data/workshop.yaml:{line}:17: error word: "on" is no form of numbers in "en"',
            '    did you mean "one"?',
            'data/workshop.yaml:{line}:33: error word: "few" is no form of numbers in "en"',
            "    known here: one, other",
        ],
    ),
    "a language without words": (
        "lang: sv",
        [
            f"data/workshop.yaml:{{line}}:7: warning language: {NO_WORDS}",
            f"    write all `words` yourself, or accept it; there are words in {LANGUAGES}",
        ],
    ),
    "hours that no clock has": (
        "clock: 13",
        [
            "data/workshop.yaml:{line}:8: error value: 13 is none of the values for this",
            "    write 12 or 24, without quotes",
        ],
    ),
    "a word that is a number": (
        "words: {notes: 7}",
        [
            "data/workshop.yaml:{line}:16: error value: a number stands where text should",
            "    write it in quotes",
        ],
    ),
}


@pytest.mark.parametrize(("keys", "said"), CASES.values(), ids=CASES)
def test_what_is_wrong_with_words_is_said(write: Write, keys: str, said: list[str]) -> None:
    project = write({"workshop.yaml": f"{WORKSHOP}{keys}\n"})
    line = str(WORKSHOP.count("\n") + 1)
    assert said_of(load(project)) == [each.replace("{line}", line) for each in said]


def test_own_words_and_their_plurals_are_taken(write: Write) -> None:
    keys = 'clock: 12\nwords: {notes: Jottings, pages: {one: "{n} p", other: "{n} pp"}}\n'
    loaded = load(write({"workshop.yaml": WORKSHOP + keys}))
    assert said_of(loaded) == []
    assert loaded.event
    assert loaded.event.workshop.words["pages"] == {"one": "{n} p", "other": "{n} pp"}
