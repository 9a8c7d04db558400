"""Roles: what somebody does at the event, and what a badge says of it.

Known roles are words that everybody uses; a workshop adds its own, and may give the known
ones labels and colours.  A role is written by its id, its label, its plural, or the word that
layouts say for it, in any letter case.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Discriminator, Field, Tag, WithJsonSchema

from mi_print.event.model.base import EventPart
from mi_print.event.string_types import Identifier
from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.source.text_line import TextLine
from mi_print.source.wording import alike
from mi_print.trade.inks import WrittenInk

WORD = "role-"
"""What the words and the colours of roles begin with in layouts."""

_SEVERAL = "roles-"
"""What the words begin with for several who have a role."""

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


_SPEAKS = {Role.KEYNOTE, Role.LIGHTNING, Role.SPOTLIGHT_AUTHOR}  # no words of their own
_SAID = {str(role): str(Role.SPEAKER if role in _SPEAKS else role) for role in Role}
"""What a badge says of a known role."""


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


def _label(text: str) -> str:
    if "{" in text or "}" in text:
        raise ValueError("a role has no braces in its label; take them out")
    return text


def _kind_of_colour(written: object) -> str:
    """Return which of the two a colour is; in brackets it is no part of the way to a value."""
    return "[name]" if isinstance(written, str) and not written.startswith("#") else "[ink]"


RoleColour = Annotated[
    Annotated[Identifier, Tag("[name]")] | Annotated[WrittenInk, Tag("[ink]")],
    Discriminator(_kind_of_colour),
]
"""A colour of the theme by its name, or one of the role's own, as in a theme."""


class OwnRole(EventPart):
    """A role of the workshop's own, or what it says of a known one."""

    label: Annotated[TextLine, AfterValidator(_label)] | None = None
    """What it is called on a badge; else its id, with a capital."""
    plural: TextLine | None = None
    """What several are called, above a list of them."""
    colour: RoleColour | None = None
    """The band of its badges: a colour's name in the theme, or "#0B6E4F", or that with its build.

    In layouts it is called after the role, `role-mentor`.
    """
    tickets: tuple[TextLine, ...] = Field(default=(), max_length=100)
    """The ticket types, in a list of registrations, of those who have this role."""


class RoleWord(NamedTuple):
    """A word by which a role is known, and the role's id."""

    word: str
    role: str


class RoleTable:
    """All roles that there are, the known ones and a workshop's own."""

    def __init__(
        self, own: Mapping[str, OwnRole] | None = None, locale: PrintLocale | None = None
    ) -> None:
        """Take what the workshop says, in its order, and the language of all other words."""
        self._own = dict(own or {})
        self._locale = locale or PrintLocale()

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
        return role if role in self._own else _SAID[role]

    def foremost(self, roles: Iterable[str]) -> str:
        """Return what a badge says of somebody with these roles; of nobody's, an attendee."""
        return self.said(min(roles, key=self.order.index, default=str(Role.ATTENDEE)))

    def with_badge(self, words: Iterable[str] | None) -> frozenset[str]:
        """Return the roles that have a badge by the program; without words, all but volunteers."""
        if words is None:
            return frozenset(self.order) - {Role.VOLUNTEER}
        return frozenset(filter(None, map(self.find, words)))

    def label(self, role: str) -> str:
        """Return what a role is called in print: as the workshop says, or its language."""
        said = role if role in self._own else self.said(role)
        return self._word(role) or self._word(said) or capitalized(role.replace("-", " "))

    def plural(self, role: str) -> str:
        """Return what several with a role are called; as one, if the workshop says no plural."""
        if role in self._own and (plural := self._own[role].plural):
            return plural
        known = Role.SPEAKER if role == Role.SPOTLIGHT_AUTHOR else role
        one, several = f"{WORD}{known}", f"{_SEVERAL}{known}"
        own = self._locale.own
        renamed = role in self._own and self._own[role].label
        if renamed or (one in own and several not in own) or not self._locale.has(several):
            return self.label(role)
        return self._locale.word(several)

    def _word(self, role: str) -> str | None:
        if role in self._own and (label := self._own[role].label):
            return label
        key = f"{WORD}{role}"
        return self._locale.word(key) if self._locale.has(key) else None

    @cached_property
    def labels(self) -> dict[str, str]:
        """What every role is called, by its id."""
        return {role: self.label(role) for role in self.order}

    @property
    def words(self) -> list[RoleWord]:
        """Every word for a role: of each its id, its label, and its plural if it has one."""
        found = []
        for role in self.order:
            plural = self._own[role].plural if role in self._own else None
            label = self._word(role) or (self.label(role) if role in self._own else None)
            words = {word.casefold(): word for word in (plural, label, role) if word}
            found += [RoleWord(word, role) for word in words.values()]
        return found

    def find(self, word: str) -> str | None:
        """Return the id of the role that a word is for, whatever its letter case."""
        return word if word in self.order else self._by_word.get(word.casefold())

    def of_ticket(self, ticket: str) -> str | None:
        """Return the id of the role that holders of a ticket have: as `tickets` says, or its name.

        Letter case does not count.
        """
        return self._by_ticket.get(ticket.casefold()) or self.find(ticket)

    def cure(self, word: str) -> str:
        """Return what to do about a word that is no role's."""
        known = [each.word for each in self.words]
        if meant := alike(word, known, _LIKE):
            return f'did you mean "{meant}"?'
        return f"add it to roles in data/workshop.yaml, or write one of: {', '.join(self.order)}"

    @cached_property
    def _by_ticket(self) -> dict[str, str]:
        return {
            ticket.casefold(): role for role, own in self._own.items() for ticket in own.tickets
        }

    @cached_property
    def _by_word(self) -> dict[str, str]:
        found: dict[str, str] = {role.casefold(): role for role in self.order}
        for word, role in self.words:
            found.setdefault(word.casefold(), role)
        return found
