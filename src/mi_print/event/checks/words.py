"""The words of layouts: those that the workshop says otherwise, and its language."""

from collections.abc import Iterator, Mapping

from mi_print.event.partial_event import PartialEvent
from mi_print.language import cldr
from mi_print.language.word_tables import (
    FALLBACK,
    ORDINAL,
    Phrase,
    language_of,
    languages,
    placeholders,
    table,
)
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import nearest


def unknown(draft: PartialEvent) -> Iterator[Problem]:
    """A word that no layout says."""
    known = table(FALLBACK).words
    for key in draft.words:
        if key not in known:
            message = f'no word of layouts is called "{key}"'
            place = draft.sources["workshop"].at(("words", key), key=True)
            yield error("word", message, nearest(key, known), **place)


def misfilled(draft: PartialEvent) -> Iterator[Problem]:
    """A word with braces that it is not given, without those that it needs, or a wrong plural."""
    for key, phrase in draft.words.items():
        usual = table(FALLBACK).words.get(key)
        if usual is None:
            continue
        wanted = " and ".join(f"{{{name}}}" for name in sorted(placeholders(usual)))
        if placeholders(phrase) != placeholders(usual):
            message = f'"{key}" is said with {wanted or "nothing put in"}'
            hint = f'write it as in "{_example(usual)}"'
            yield error("word", message, hint, **draft.at("workshop", "words", key))
        if isinstance(phrase, dict):
            yield from _wrong_forms(draft, key, phrase, counted=not isinstance(usual, str))


def _wrong_forms(
    draft: PartialEvent, key: str, phrase: Mapping[str, str], *, counted: bool
) -> Iterator[Problem]:
    lang, place = draft.lang or FALLBACK, draft.at("workshop", "words", key)
    if not counted:
        yield error("word", f'"{key}" stands with no number', "write one text", **place)
        return
    known = (cldr.ordinal_forms if key == ORDINAL else cldr.plural_forms)(lang)
    for form in phrase:
        if form not in known:
            message = f'"{form}" is no form of numbers in "{lang}"'
            at = draft.sources["workshop"].at(("words", key, form), key=True)
            yield error("word", message, nearest(form, known), **at)
    if "other" not in phrase:
        hint = "write it: it holds for all numbers without a form of their own"
        yield error("word", f'"{key}" lacks the form "other"', hint, **place)


def of_no_language(draft: PartialEvent) -> Iterator[Problem]:
    """A language without a table: what the workshop does not say itself comes in English."""
    lang = draft.lang
    if lang is None or language_of(lang) or table(FALLBACK).words.keys() <= draft.words.keys():
        return
    lacking = "words" if cldr.knows(lang) else "words and no dates"
    message = f'layouts have no {lacking} in "{lang}": theirs are in English'
    names = ", ".join(languages().values())
    hint = f"write all `words` yourself, or accept it; there are words in {names}"
    yield warning("language", message, hint, **draft.at("workshop", "lang"))


def _example(usual: Phrase) -> str:
    return usual if isinstance(usual, str) else usual["other"]
