"""The fixed words of layouts by language: a table a language, read when it is first asked for.

A word is a text, or several by the plural forms of its language (CLDR: `one`, `few`, `other` …).
What stands in braces is put in where it is said.
"""

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from mi_print.source.read_model import read_model

Phrase = str | Mapping[str, str]
"""What a key of a table says: a text, or a text for each plural form."""

FALLBACK = "en"
"""The language whose words stand where a language has no table."""

ORDINAL = "ordinal"
"""The key whose forms are those of ordinals; all others have those of counted things."""

_FOLDER = Path(__file__).resolve().parent / "words"
_REGIONS = {
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo"), "zh-hant"),
    **dict.fromkeys(("en-ie", "en-in", "en-nz", "en-za"), "en-gb"),
}
"""Regions in which a language is written otherwise than in its table, and the table of these."""

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


class WordTable(BaseModel):
    """The words of one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    """What speakers of the language call it."""
    reviewed_by: tuple[str, ...] = Field(default=(), alias="reviewed-by")
    """Who has read all of it as a speaker of the language."""
    like: str | None = None
    """The language whose words are its own too, where it says none."""
    words: dict[str, Phrase]
    """The words by key."""


@functools.cache
def languages() -> dict[str, str]:
    """Return the languages that have a table, each by its tag in lower case."""
    return {tag.lower(): tag for tag in sorted(path.stem for path in _FOLDER.glob("*.yaml"))}


@functools.cache
def table(language: str) -> WordTable:
    """Return the table of a language of `languages`."""
    found = read_model(_FOLDER / f"{language}.yaml", WordTable, _FOLDER)
    if not found.like:
        return found
    return found.model_copy(update={"words": {**table(found.like).words, **found.words}})


@functools.cache
def language_of(tag: str) -> str | None:
    """Return the language whose table serves a tag (BCP 47): pt for pt-BR; None if none does."""
    parts = tag.lower().split("-")
    known = languages()
    for end in range(len(parts), 0, -1):
        short = "-".join(parts[:end])
        if (found := known.get(_REGIONS.get(short, short))) is not None:
            return found
    return None


def placeholders(phrase: Phrase) -> set[str]:
    """Return the names in braces, in whichever form."""
    texts = [phrase] if isinstance(phrase, str) else phrase.values()
    return {name for text in texts for name in _PLACEHOLDER.findall(text)}


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with values in place of its placeholders.

    Raises:
        ValueError: one of them has no value.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise ValueError(f'"{text}" needs a value for {found[0]}')
        return str(values[found[1]])

    return _PLACEHOLDER.sub(value, text)
