"""Names of people and authors: one name twice, and one person in two spellings."""

from collections.abc import Iterator

from mi_print.event.model import APART, Mention, Role, RoleTable
from mi_print.event.names import spellings
from mi_print.event.names.affiliations import differ
from mi_print.event.names.folding import as_spoken, folded
from mi_print.event.names.identities import WrittenAuthor, author_ids, written_author
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, warning
from mi_print.source.located_values import Location
from mi_print.source.wording import shown


def of_people(draft: PartialEvent) -> Iterator[Problem]:
    """Two people of one name: each has a badge, and who is meant by the name is not known."""
    people = draft.people
    first: dict[str, Location] = {}
    for location, person in people.items():
        before = first.setdefault(folded(person.name), location)
        other = people[before]
        apart = APART in {person.same_as, other.same_as}
        if before == location or apart or differ(person.affiliation, other.affiliation):
            continue
        line = draft.line("workshop", *before)
        yield warning(
            "same-person",
            f'"{shown(person.name)}" may be "{other.id}" of line {line}: two badges',
            f"take one out if they are one person; same_as: {APART} says that they are two",
            **draft.at("workshop", *location, "name"),
        )


def in_two_spellings(draft: PartialEvent) -> Iterator[Problem]:
    """A name of an author that is that of another, or of one of the people, in other letters."""
    spellings: dict[str, dict[str, tuple[str, Location]]] = {}
    for file, location, name in _written(draft):
        known = spellings.setdefault(folded(name), {})
        if known and name not in known and file != "workshop":  # of two people more is said
            other, (other_file, there) = next(iter(known.items()))
            place = draft.named_place(other_file, *there)
            one = as_spoken(name) == as_spoken(other)
            yield warning(
                "two-spellings",
                f'"{shown(name)}" is written "{shown(other)}" in {place}',
                "write both alike: the index has each, and badges take them for one person"
                if one
                else "write both alike if they are one person: the index and badges have each",
                **draft.at(file, *location),
            )
        known.setdefault(name, (file, location))


def nearly_in_two_spellings(draft: PartialEvent) -> Iterator[Problem]:
    """A name that may be that of another, spelled in another way or mistyped.

    Not a check of the data: two people may well be called so.  An import says it.
    """
    alike = _Alike()
    for file, location, name in _written(draft):
        other = alike.other(name, draft, file, location)
        if other is not None:
            first, place = other
            yield warning(
                "two-spellings",
                f'"{shown(name)}" may be "{shown(first)}" of {place}',
                "write both alike if they are one person",
                **draft.at(file, *location),
            )


class _Alike:
    """Names that were seen, by what other spellings of them would have too."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._keys: dict[str, tuple[frozenset[str], _PlacedName]] = {}
        self._words: dict[tuple[str, ...], dict[str, _PlacedName]] = {}

    def other(
        self, name: str, draft: PartialEvent, file: str, location: Location
    ) -> tuple[str, str] | None:
        """Return the name that one may be, and its place, and remember it; of one seen nothing."""
        plain = folded(name)
        if plain in self._seen:
            return None
        self._seen.add(plain)
        here = name, file, location
        found = self._by_key(name, here) or self._mistyped(plain.split(), here)
        if found is None:
            return None
        first, its_file, its_location = found
        return first, draft.named_place(its_file, *its_location)

    def _by_key(self, name: str, here: "_PlacedName") -> "_PlacedName | None":
        found = None
        for key, initials in spellings.keys(name):
            others, named = self._keys.setdefault(key, (initials, here))
            if named is not here and spellings.may_agree(initials, others):
                found = found or named
        return found

    def _mistyped(self, words: list[str], here: "_PlacedName") -> "_PlacedName | None":
        found = None
        for index, word in enumerate(words if len(words) > 1 else ()):
            if len(word) < spellings.LONG_WORD:
                continue
            known = self._words.setdefault((*words[:index], "", *words[index + 1 :]), {})
            near = (named for other, named in known.items() if spellings.mistyped(word, other))
            found = found or next(near, None)
            known.setdefault(word, here)
        return found


_PlacedName = tuple[str, str, Location]
"""A name, its file, and where it stands there."""


def ids_as_names(draft: PartialEvent) -> Iterator[Problem]:
    """An author whose name is the id of one of the people: it prints as it stands."""
    people = {person.id: person for person in draft.people.values()}
    for location, paper in draft.papers.items():
        for index, author in enumerate(paper.authors):
            person = people.get(author)
            if author.person is None and person is not None and person.name != author:
                yield warning(
                    "id-as-name",
                    f'"{author}" is taken for a name, and is the id of "{shown(person.name)}"',
                    f"write {{person: {author}}} if that is meant",
                    **draft.at("papers", *location, "authors", index),
                )


def of_spotlight_authors(draft: PartialEvent) -> Iterator[Problem]:
    """An author of a spotlight who is taken for one of the people: one badge."""
    people = {person.id: (location, person) for location, person in draft.people.items()}
    authors = spotlight_authors(draft)
    ids = author_ids(authors.values(), [person for _, person in people.values()])
    said: set[str] = set()
    for where, author in authors.items():
        identifier = ids[written_author(author)]
        if identifier in people and identifier not in said and not author.person:
            said.add(identifier)
            location, person = people[identifier]
            if person.same_as:
                continue
            place = draft.named_place("workshop", *location, "name")
            yield warning(
                "same-person",
                f'the author "{shown(author)}" is taken for "{shown(person.name)}" of {place}: '
                "one badge",
                f"same_as: author there says that it is right, same_as: {APART} parts them",
                **draft.at("papers", *where),
            )


def spotlight_authors(draft: PartialEvent) -> dict[Location, Mention]:
    """Return the authors who have a badge for a spotlight, each where they are named first."""
    found: dict[WrittenAuthor, tuple[Location, Mention]] = {}
    roles = draft.roles or RoleTable()
    named = [each for each in draft.named_orders.values() if each.roles is not None]
    ordered = (roles.with_badge(each.roles) for each in (draft.badge_order, *named))
    if any(Role.SPOTLIGHT_AUTHOR in each for each in ordered):
        for location, paper in draft.papers.items():
            for index, author in enumerate(paper.authors if paper.spotlight else ()):
                here = (*location, "authors", index)
                found.setdefault(written_author(author), (here, author))
    return dict(found.values())


def _written(draft: PartialEvent) -> Iterator[tuple[str, Location, str]]:
    for location, person in draft.people.items():
        yield "workshop", (*location, "name"), person.name
    for location, paper in draft.papers.items():
        for index, author in enumerate(paper.authors):
            if not author.person:  # named by the id, and written once
                yield "papers", (*location, "authors", index), author
