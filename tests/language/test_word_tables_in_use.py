"""Layouts print no word of their own but those of the tables, and the tables have no other."""

import re

import pytest

from mi_print.language.word_tables import FALLBACK, table
from mi_print.resources import BUNDLED, LAYOUTS

WORDS = table(FALLBACK).words
TEMPLATES = {
    path.relative_to(LAYOUTS).as_posix(): path.read_text("utf-8")
    for path in sorted(LAYOUTS.rglob("*.html.j2"))
}
SOURCES = "\n".join(path.read_text("utf-8") for path in (BUNDLED / "src").rglob("*.py"))
NOT_PRINTED = {
    *("pt", "ensp", "left", "top", "width", "height", "lang", "background", "image", "role"),
    *("data", "label", "font", "size", "line", "going", "whose"),
}
"""Words of CSS and HTML that macros write."""

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>", re.DOTALL)
_TITLES = re.compile(r'\b(?:title|alt|aria-label|content|data-section|data-label)="([^"{]*)')
_SAID = re.compile(r"\bword\(\s*f?[\"']([a-z0-9{}-]+)[\"']")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    text = TEMPLATES[name]
    titles = [found for found in _TITLES.findall(text) if re.search("[A-Za-z]", found)]
    printed = re.sub(r"<[^>]*>", " ", _JINJA.sub("", text))
    assert set(re.findall(r"[^\W\d_]+", printed)) - NOT_PRINTED == set()
    assert titles == []


def test_every_word_is_said_and_every_word_that_is_said_is_there() -> None:
    every = "\n".join([*TEMPLATES.values(), SOURCES])
    said = set(_SAID.findall(every)) | set(
        re.findall(r"[\"']([a-z0-9]+(?:-[a-z0-9]+)*)[\"']", every)
    )
    begun = set(re.findall(r"[\"'](?:f[\"'])?([a-z]+-)(?:[\"']|\{)", every))
    unsaid = [key for key in WORDS if key not in said and not key.startswith(tuple(begun))]
    assert unsaid == []
    missing = {key for key in _SAID.findall("\n".join(TEMPLATES.values())) if key[-1] != "-"}
    assert missing - WORDS.keys() == set()
