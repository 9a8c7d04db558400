"""Roles: what somebody does at the event, and what a badge says of it.

Known roles are words that everybody uses; a workshop adds its own, and may give the known
ones labels and colours.  A role is written by its id, its label, or its plural, in any
letter case.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, WithJsonSchema

from mi_print.event.model.base import EventPart
from mi_print.event.string_types import Identifier, TextLine
from mi_print.source.wording import alike

_LIKE = 0.6


class Role(StrEnum):
    """The known roles, foremost first."""

    KEYNOTE = "keynote"
    PANELIST = "panelist"
    ORGANIZER = "organizer"
    SPEAKER = "speaker"
    LIGHTNING = "lightning"
    SPOTLIGHT_AUTHOR = "spotlight-author"
    VOLUNTEER = "volunteer"
    SPONSOR = "sponsor"
    PRESS = "press"
    STUDENT = "student"
    OTHER = "other"
    ATTENDEE = "attendee"


_SAID = dict.fromkeys((Role.KEYNOTE, Role.LIGHTNING, Role.SPOTLIGHT_AUTHOR), Role.SPEAKER)
"""What a badge says of a role that has no words of its own."""


def _id_of_a_role(text: str) -> str:
    if "." in text:
        raise ValueError(f'"{text}" has a point in it, which no role has; write "-" in its place')
    return text


RoleIdentifier = Annotated[Identifier, AfterValidator(_id_of_a_role)]
"""The id of a role; also a part of its colour's name in a layout's CSS."""

RoleName = Annotated[
    TextLine,
    WithJsonSchema(
        {"anyOf": [{"enum": [str(role) for role in Role]}, {"type": "string", "maxLength": 500}]}
    ),
]
"""A role as it is written: an id, a label, or a plural; `RoleTable.find` knows which."""


class OwnRole(EventPart):
    """A role of the workshop's own, or what it says of a known one."""

    label: TextLine | None = None
    """What it is called on a badge; else its id, with a capital."""
    plural: TextLine | None = None
    """What several are called, above a list of them."""


class RoleWord(NamedTuple):
    """A word by which a role is known, and the role's id."""

    word: str
    role: str


class RoleTable:
    """All roles that there are, the known ones and a workshop's own."""

    def __init__(self, own: Mapping[str, OwnRole] | None = None) -> None:
        """Take what the workshop says, in its order."""
        self._own = dict(own or {})

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids, foremost first.

        Those that the workshop lists stand in its order; a known one that it does not list
        stands before the first known one listed that follows it by default.  An attendee,
        who is nothing else, is always the last.
        """
        known = [str(role) for role in Role]
        found = [name for name in self._own if name != Role.ATTENDEE]
        for role in known[:-1]:
            if role not in found:
                later = known[known.index(role) + 1 :]
                at = next((n for n, each in enumerate(found) if each in later), len(found))
                found.insert(at, role)
        return (*found, str(Role.ATTENDEE))

    @cached_property
    def on_badges(self) -> tuple[str, ...]:
        """The roles that badges say, foremost first."""
        return tuple(dict.fromkeys(map(self.said, self.order)))

    def said(self, role: str) -> str:
        """Return the role that a badge says of somebody who has this one."""
        return role if role in self._own else str(_SAID.get(Role(role), role))

    def foremost(self, roles: Iterable[str]) -> str:
        """Return what a badge says of somebody with these roles; of nobody's, an attendee."""
        return self.said(min(roles, key=self.order.index, default=str(Role.ATTENDEE)))

    def with_badge(self, words: Iterable[str] | None) -> frozenset[str]:
        """Return the roles that have a badge by the program; without words, all but volunteers."""
        if words is None:
            return frozenset(self.order) - {Role.VOLUNTEER}
        return frozenset(filter(None, map(self.find, words)))

    def label(self, role: str) -> str | None:
        """Return what the workshop calls a role."""
        return self._own[role].label if role in self._own else None

    def plural(self, role: str) -> str | None:
        """Return what the workshop calls several of a role."""
        return self._own[role].plural if role in self._own else None

    @property
    def words(self) -> list[RoleWord]:
        """Every word for a role: of each its id, and its label and plural if it has these."""
        of_each = ((role, (role, self.label(role), self.plural(role))) for role in self.order)
        return [RoleWord(word, role) for role, words in of_each for word in words if word]

    def find(self, word: str) -> str | None:
        """Return the id of the role that a word is for, whatever its letter case."""
        return self._by_word.get(word) or self._by_word.get(word.casefold())

    def cure(self, word: str) -> str:
        """Return what to do about a word that is no role's."""
        known = [each.word for each in self.words]
        if meant := alike(word, known, _LIKE):
            return f'did you mean "{meant}"?'
        return f"add it to roles in data/workshop.yaml, or write one of: {', '.join(self.order)}"

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {each.word.casefold(): each.role for each in reversed(self.words)}
