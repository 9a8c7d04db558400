"""Committees and sponsors of a page: lists below headings that say so."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mi_print.event.names.folding import folded
from mi_print.importers.site.page import Page, PageBlock, PageSection
from mi_print.importers.site.page_people import PagePerson, listed, named_in

_COMMITTEE = re.compile(
    r"(?:program(?:me)?|scientific|steering|advisory|technical|review\w*|awards?) "
    r"(?:committee|board)"
    r"|committee members|reviewers|area chairs|program(?:m|me)?komitee|beirat|gutachter\w*",
    re.IGNORECASE,
)
_SPONSORS = re.compile(
    r"\b(?:sponsor\w*|supported by|supporters|förderer|partners?)\b", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:sponsor\w*|supporters|level|tier)\b|[:\s]+$", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 80, 8
_MOST = 2000


class PageGroup(NamedTuple):
    """A committee: its heading, who they are, and its line."""

    heading: str
    people: Sequence[PagePerson]
    line: int


class PageSponsor(NamedTuple):
    """A sponsor, with its level and address if they are told."""

    name: str
    level: str
    url: str
    line: int


def committees(page: Page) -> Iterator[PageGroup]:
    """Yield the committees, everybody once in each."""
    for section in page.sections:
        if not _COMMITTEE.fullmatch(section.heading.strip(" :")):
            continue
        found: dict[str, PagePerson] = {}
        for person in _people(section):
            found.setdefault(folded(person.name), person)
        if found:
            heading = section.headings[-1]
            people = list(found.values())[:_MOST]
            yield PageGroup(heading.text.strip(" :"), people, heading.line)


def _people(section: PageSection) -> Iterator[PagePerson]:
    yield from listed(section, "")
    for block in section.blocks:
        if not block.item:
            yield from named_in(block)


def sponsors(page: Page) -> Iterator[PageSponsor]:
    """Yield those below a heading of sponsors, with the words of a deeper one as their level."""
    seen: set[str] = set()
    for section in page.sections:
        above = [each for each in section.headings if _SPONSORS.search(each.text)]
        if not above:
            continue
        own = section.headings[-1]
        level = " ".join(_LEVEL.sub(" ", own.text).split()) if own is not above[0] else ""
        level = level or _own_level(own.text)
        for block in section.blocks:
            name = block.text.split("\n")[0].strip(" .,")
            if _is_sponsor(name, block) and name.casefold() not in seen:
                seen.add(name.casefold())
                links = (each for each in block.links if each.startswith(("https://", "http://")))
                yield PageSponsor(name, level, next(links, ""), block.line)


def _own_level(heading: str) -> str:
    """Return the level that a heading of sponsors says itself, as in Gold Sponsors."""
    found = re.fullmatch(
        r"(diamond|platinum|gold|silver|bronze) (?:sponsors?|supporters?|partners?)",
        heading.strip(" :"),
        re.IGNORECASE,
    )
    return found[1].capitalize() if found else ""


def _is_sponsor(name: str, block: PageBlock) -> bool:
    return (
        block.item
        and 1 < len(name) <= _LONGEST
        and len(name.split()) <= _MOST_WORDS
        and "@" not in name
        and not re.search(r"[.!?]\s", name)
    )
