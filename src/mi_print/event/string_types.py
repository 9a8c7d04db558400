"""Strings as data may hold them.

All of them are made of lines of text (`source/text_line`).
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, GetPydanticSchema, PlainValidator
from pydantic_core import core_schema

from mi_print.source.text_line import LINE_LENGTH, TextLine, line
from mi_print.source.validation_messages import shown_kind

_MOST_FORMS = 10  # of a word; CLDR knows six
NAME_LENGTH = 200
"""Characters that a name on a badge may have; the longest names on record have fewer."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_IDENTIFIER = re.compile(r"[A-Za-z0-9._-]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")  # category Zs
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|(\d{1,3})[.)])[ \t]+\S")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


def _name(text: str) -> str:
    return line(text if text.isascii() else _ODD_SPACES.sub(" ", text))


def _paragraph(text: str) -> str:
    return line(" ".join(text.split()))


def _prose(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text; each item of a list in it is one too."""
    parts = (part for each in _EMPTY_LINES.split(text.strip()) for part in _items(each))
    return tuple(map(_paragraph, parts))


def _items(text: str) -> list[str]:
    """Return a paragraph in parts: what is before a list in it, and the items of that.

    An item begins a line with `-`, `*`, `+`, or `•`, or with the next number from 1 (Markdown).
    """
    found: list[str] = []
    number = 1
    for each in text.split("\n"):
        mark = _ITEM.match(each)
        begins = mark is not None and mark[1] in {None, str(number)}
        if begins or not found:
            found.append(each)
        else:
            found[-1] += f"\n{each}"
        number += bool(begins and mark and mark[1])
    return found


def _identifier(text: str) -> str:
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(f'"{text}" is not an id; use letters a to z, digits, - _ .')
    return text


def _phrase(value: object) -> str | dict[str, str]:
    if not isinstance(value, dict):
        return _said(value)
    if len(value) > _MOST_FORMS:
        raise ValueError(f"there are {len(value):,} forms here; write {_MOST_FORMS} at most")
    return {str(form): _said(text) for form, text in value.items()}


def _said(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{shown_kind(value)} stands where text should; write it in quotes")  # noqa: TRY004 - pydantic's way
    if len(value) > LINE_LENGTH:
        raise ValueError(f"this has {len(value)} characters; shorten it to {LINE_LENGTH}")
    return line(value)


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or text.split() != [text]:
        raise ValueError(f'"{text}" is not a web address; start it with "https://"')
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise ValueError(f'"{text}" is not a mail address; write it as "name@example.org"')
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f'"{text}" is not a language; write its code, as in "en" or "zh-Hant"')
    return text


NameLine = Annotated[str, Field(max_length=LINE_LENGTH), AfterValidator(_name)]
"""A name as one printed line; any space in it is a plain one."""

PersonName = Annotated[str, Field(max_length=NAME_LENGTH), AfterValidator(_name)]
"""The name of somebody on a badge: one printed line."""

Paragraph = Annotated[str, Field(max_length=5000), AfterValidator(_paragraph)]
"""Running text: line breaks are spaces."""

_LongText = Annotated[str, Field(min_length=1, max_length=20_000)]

Prose = Annotated[
    tuple[str, ...],
    GetPydanticSchema(
        lambda _, schema_of: core_schema.no_info_after_validator_function(
            _prose,
            schema_of(_LongText),
            serialization=core_schema.plain_serializer_function_ser_schema("\n\n".join),
        )
    ),
]
"""Running text, written as one text: an empty line or an item of a list begins a paragraph."""

Identifier = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_identifier)]
"""A short name by which other files refer to a thing."""

WordPhrase = Annotated[
    str | dict[str, str],
    PlainValidator(
        _phrase,
        json_schema_input_type=TextLine
        | Annotated[dict[str, TextLine], Field(max_length=_MOST_FORMS)],
    ),
]
"""What a word of layouts is said with: a text, or one for each plural form."""

Address = Annotated[str, Field(max_length=2000), AfterValidator(line), AfterValidator(_address)]
"""A web address."""

Email = Annotated[TextLine, AfterValidator(_email)]
"""A mail address."""

Language = Annotated[TextLine, AfterValidator(_language)]
"""A language by its code (BCP 47)."""
