"""Names of people and authors: one name twice, and one person in two spellings."""

from collections.abc import Iterator

from mi_print.event.model import APART, Mention, Role, RoleTable
from mi_print.event.names.affiliations import differ
from mi_print.event.names.folding import as_spoken, folded
from mi_print.event.names.identities import WrittenAuthor, author_ids, written_author
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, warning
from mi_print.source.located_values import Location
from mi_print.source.wording import shown

_LONG_WORD = 5  # letters: shorter names that differ by one are often other people's


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
    spellings: dict[str, dict[str, str]] = {}
    for file, location, name in _written(draft):
        known = spellings.setdefault(folded(name), {})
        if known and name not in known and file != "workshop":  # of two people more is said
            other, place = next(iter(known.items()))
            one = as_spoken(name) == as_spoken(other)
            yield warning(
                "two-spellings",
                f'"{shown(name)}" is written "{shown(other)}" in {place}',
                "write both alike: the index has each, and badges take them for one person"
                if one
                else "write both alike if they are one person: the index and badges have each",
                **draft.at(file, *location),
            )
        known.setdefault(name, draft.named_place(file, *location))


def nearly_in_two_spellings(draft: PartialEvent) -> Iterator[Problem]:
    """A name with a word that is one letter, or two that are swapped, from that of another.

    Not a check of the data: two people may well be called so.  An import says it.
    """
    alike: dict[tuple[str, ...], dict[str, tuple[str, str]]] = {}
    for file, location, name in _written(draft):
        words = folded(name).split()
        for index, word in enumerate(words if len(words) > 1 else ()):
            if len(word) < _LONG_WORD:
                continue
            rest = (*words[:index], "", *words[index + 1 :])
            known = alike.setdefault(rest, {})
            if word in known:
                continue
            for other in known:
                if _one_apart(word, other):
                    first, place = known[other]
                    yield warning(
                        "two-spellings",
                        f'"{shown(name)}" may be "{shown(first)}" of {place}',
                        "write both alike if they are one person",
                        **draft.at(file, *location),
                    )
                    break
            known[word] = name, draft.named_place(file, *location)


def _one_apart(one: str, other: str) -> bool:
    """Tell whether a letter is one too many or another, or two letters are swapped."""
    while one[:1] == other[:1] and one:
        one, other = one[1:], other[1:]
    while one[-1:] == other[-1:] and one:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])  # noqa: PLR2004 - swapped


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
