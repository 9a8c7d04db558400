"""The mentions in parts of the event: who is meant by each, and other changes of all of them."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from mi_print.event.model.base import EventPart
from mi_print.event.model.mention import Mention
from mi_print.event.model.papers import Paper
from mi_print.event.model.workshop import Person
from mi_print.source.located_values import Location

AnyPart = TypeVar("AnyPart", bound=EventPart)

MentionChange = Callable[[Mention, str], Mention]
"""Returns what a mention becomes that stands in the field of this name."""

_BY_ID = frozenset({"speakers", "person"})
"""Fields whose text stays the id where it is one: templates look people up by it."""


def mentions(part: object) -> Iterator[tuple[Location, Mention]]:
    """Yield every mention in a part of the event, and where in it each stands."""
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(part, Mention):
        yield (), part
    elif isinstance(part, EventPart):
        inner = part
    elif isinstance(part, tuple):
        inner = enumerate(part)
    for step, value in inner:
        if isinstance(value, Mention):  # as most are: of ten thousand papers
            yield (step,), value
        elif isinstance(value, EventPart | tuple):
            for location, mention in mentions(value):
                yield (step, *location), mention


def with_names(part: AnyPart, people: Mapping[str, Person]) -> AnyPart:
    """Return a part of the event in which every mention of one of the people has their name.

    Args:
        part: of the event.
        people: by their ids; a mention of nobody stays as it is.
    """
    return with_mentions(part, partial(_looked_up, people=people))


def with_authors(papers: Iterable[Paper], people: Mapping[str, Person]) -> tuple[Paper, ...]:
    """Return papers whose authors are all named; of most papers they are anyway."""
    return tuple(
        with_names(paper, people) if any(author.person for author in paper.authors) else paper
        for paper in papers
    )


def with_author_rows(
    papers: Iterable[Paper], rows: Mapping[str, Sequence[Mention]]
) -> tuple[Paper, ...]:
    """Return papers with the authors that a table has of them, by the papers' ids."""
    return tuple(
        paper.model_copy(update={"authors": tuple(rows[paper.id])}) if paper.id in rows else paper
        for paper in papers
    )


def with_mentions(part: AnyPart, change: MentionChange) -> AnyPart:
    """Return a part of the event with all mentions in it changed."""
    changed = {}
    for name, value in part:
        new = _changed(value, name, change)
        if new is not value:
            changed[name] = new
    return part.model_copy(update=changed) if changed else part


def _changed(value: object, field: str, change: MentionChange) -> object:
    if isinstance(value, Mention):
        return change(value, field)
    if isinstance(value, EventPart):
        return with_mentions(value, change)
    if isinstance(value, tuple) and isinstance(next(iter(value), None), Mention | EventPart):
        new = tuple(_changed(each, field, change) for each in value)
        return value if all(map(operator.is_, new, value)) else new
    return value


def _looked_up(mention: Mention, field: str, *, people: Mapping[str, Person]) -> Mention:
    person = people.get(mention.person) if mention.person else None
    if person is None:
        return mention
    return Mention(
        mention if field in _BY_ID else person.name,
        person=person.id,
        name=person.name,
        affiliation=person.affiliation,
        given=person.given,
        family=person.family,
        sort=person.sort,
        lang=person.lang,
    )
