"""How the data names somebody: one of the people by id, or somebody else by name.

Of those who speak, chair, or are thanked a bare text is the id of one of the people,
among the authors of a paper it is a name.  A mapping says either: `{person: id}`, or
`{name: …, affiliation: …}`.
"""

import operator
from collections.abc import Callable
from functools import partial
from typing import Annotated, Literal, Self

from pydantic import PlainValidator, TypeAdapter, model_validator

from mi_print.event.model.base import EventPart
from mi_print.event.string_types import Language, NameLine
from mi_print.source.text_line import TextLine
from mi_print.source.validation_messages import shown_kind


class Somebody(EventPart):
    """Somebody who is named by a mapping: `person` alone, or a `name` and what belongs to it."""

    person: TextLine | None = None
    """The id of one of the people."""
    name: NameLine | None = None
    """The whole name as it is printed, of somebody who is none of the people."""
    affiliation: TextLine | None = None
    """University, company or group."""
    given: NameLine | None = None
    """Given name, only where it is known: a name is never split by guesswork."""
    family: NameLine | None = None
    """Family name, only where it is known."""
    sort: NameLine | None = None
    """What the name is sorted by, if not by itself."""
    lang: Language | None = None
    """The language of the name (BCP 47), if not that of what it stands in."""

    @model_validator(mode="after")
    def _one_of_the_people_or_not(self) -> Self:
        others = ", ".join(sorted(self.model_fields_set - {"person", "paper"}))
        if self.person is None and self.name is None:
            raise ValueError("this names nobody; write a name, or person: and an id")
        if self.person is not None and others:
            message = f'"{self.person}" is taken for one of the people, who are written once'
            raise ValueError(f"{message}; take out: {others}")
        return self


class Mention(str):
    """Somebody as the data names them: a text, with what is known of who it is.

    The text is what stands in the data: the id of one of the people, or a name.  In an `Event`
    every mention has a name, and the text of an author is that name.

    Attributes:
        person: the id, if it is one of the people.
        name: as it is printed; `None` of one of the people who is not looked up yet.
    """

    __slots__ = ("affiliation", "family", "given", "lang", "name", "person", "sort")

    person: str | None
    name: str | None
    affiliation: str | None
    given: str | None
    family: str | None
    sort: str | None
    lang: str | None

    def __new__(  # noqa: PLR0913 - what is known of somebody
        cls,
        text: str,
        *,
        person: str | None = None,
        name: str | None = None,
        affiliation: str | None = None,
        given: str | None = None,
        family: str | None = None,
        sort: str | None = None,
        lang: str | None = None,
    ) -> Self:
        """Return a text that names somebody."""
        made = super().__new__(cls, text)
        made.person, made.name, made.affiliation = person, name, affiliation
        made.given, made.family, made.sort, made.lang = given, family, sort, lang
        return made

    def __reduce__(self) -> tuple[Callable[..., "Mention"], tuple[str | None, ...]]:
        """Return what pickles it in a third of the time; most are the text of their name."""
        name = self.name
        text = None if name == self else str(self)
        return _unpickled, (text, name, self.person, self.affiliation, *_RARE(self))

    def spelled(self, spelling: Callable[[str], str]) -> Self:
        """Return it with its name and affiliation in another spelling; an id stays."""
        about = {field: getattr(self, field) for field in self.__slots__}
        about |= {
            field: spelling(text) or None
            for field in _SPELLED
            if (text := about[field]) is not None
        }
        text = str(self) if self == self.person else spelling(str(self))
        return type(self)(text, **about)


def _unpickled(  # noqa: PLR0913, PLR0917 - as it is pickled
    text: str | None,
    name: str | None,
    person: str | None,
    affiliation: str | None,
    given: str | None,
    family: str | None,
    sort: str | None,
    lang: str | None,
) -> Mention:
    return Mention(
        name or "" if text is None else text,
        person=person,
        name=name,
        affiliation=affiliation,
        given=given,
        family=family,
        sort=sort,
        lang=lang,
    )


_RARE = operator.attrgetter("given", "family", "sort", "lang")
_SPELLED = ("name", "given", "family", "affiliation")


def _mention(value: object, *, bare: Literal["person", "name"]) -> Mention:
    """Return what a value of the data names, a bare text being the one or the other.

    Raises:
        ValueError: it is no text and no mapping, or names nobody.
    """
    if isinstance(value, Mention):
        return value
    if isinstance(value, str):
        text = _TEXT[bare].validate_python(value)
        return Mention(text, person=text) if bare == "person" else Mention(text, name=text)
    if not isinstance(value, dict):
        raise ValueError(f"{shown_kind(value)} {_WANTED[bare]}")  # noqa: TRY004 - pydantic's way
    return mention_of(Somebody.model_validate(value))


def mention_of(somebody: Somebody) -> Mention:
    """Return somebody as a text: the name, or the id of one of the people."""
    return Mention(
        somebody.name or somebody.person or "",
        person=somebody.person,
        name=somebody.name,
        affiliation=somebody.affiliation,
        given=somebody.given,
        family=somebody.family,
        sort=somebody.sort,
        lang=somebody.lang,
    )


_TEXT: dict[str, TypeAdapter[str]] = {
    "person": TypeAdapter(TextLine),
    "name": TypeAdapter(NameLine),
}
_WANTED = {
    "person": "stands where an id of one of the people should; write it in quotes, "
    "or {name: …} for somebody else",
    "name": "stands where a name should; write it in quotes, or {person: …} with the id of one "
    "of the people",
}

PersonMention = Annotated[
    Mention,
    PlainValidator(partial(_mention, bare="person"), json_schema_input_type=TextLine | Somebody),
]
"""Somebody: a bare text is the id of one of the people."""

AuthorMention = Annotated[
    Mention,
    PlainValidator(partial(_mention, bare="name"), json_schema_input_type=TextLine | Somebody),
]
"""An author: a bare text is a name."""
