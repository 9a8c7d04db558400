"""Roles: whatever names one means one that there is, and no word means two."""

from collections.abc import Iterator

from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error
from mi_print.source.located_values import Location
from mi_print.source.wording import shown


def unknown(draft: PartialEvent) -> Iterator[Problem]:
    """A role of somebody, or of who has a badge, that is none."""
    roles = draft.roles
    for file, location, word in _named(draft) if roles else ():
        if roles and not roles.find(word):
            message = f'no role is called "{shown(word)}"'
            yield error("unknown-role", message, roles.cure(word), **draft.at(file, *location))


def _named(draft: PartialEvent) -> Iterator[tuple[str, Location, str]]:
    for location, person in draft.people.items():
        for index, word in enumerate(person.roles):
            yield "workshop", (*location, "roles", index), word
    orders = {("badges",): draft.badge_order} | {
        ("orders", name): order for name, order in draft.named_orders.items()
    }
    for here, order in orders.items():
        for index, word in enumerate(order.roles or ()):
            yield "print", (*here, "roles", index), word


def one_word_for_two(draft: PartialEvent) -> Iterator[Problem]:
    """A label or a plural that is a word for another role too: whoever writes it means either."""
    roles = draft.roles
    first: dict[str, str] = {}
    words = roles.words if roles else []
    own = _own(draft)
    for word, role in sorted(words, key=lambda each: (each.word != each.role, each.role in own)):
        before = first.setdefault(word.casefold(), role)
        if before == role or role not in own:
            continue
        message = f'"{shown(word)}" is a word for the roles {before} and {role}'
        key = next((each for each in ("plural",) if own[role].get(each) == word), "label")
        place = draft.at("workshop", "roles", role, key)
        yield error("same-role", message, "write another word for one of them", **place)


def _own(draft: PartialEvent) -> dict[str, dict[str, object]]:
    value = draft.sources["workshop"].value if "workshop" in draft.sources else None
    return value.get("roles", {}) if isinstance(value, dict) else {}
