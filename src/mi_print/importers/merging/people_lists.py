"""Lists of people that two sources have of one thing, such as the authors of a paper."""

from collections.abc import Sequence

FIELDS = frozenset({"authors"})
"""The fields of the data that are such lists."""


def joined(ours: object, theirs: object) -> list[object] | None:
    """Return the same people in the same order with what either list says of each.

    `None` if the people are others, or the lists contradict each other.
    """
    if not (isinstance(ours, list) and isinstance(theirs, list)) or len(ours) != len(theirs):
        return None
    found = [_both(one, other) for one, other in zip(ours, theirs, strict=True)]
    return None if None in found else found


def with_places(names: Sequence[object], places: dict[str, str]) -> list[object]:
    """Return people with affiliations by their names, where none is said of them."""
    return [
        _plain({**about, "affiliation": place})
        if (about := _about(each))
        and "affiliation" not in about
        and (place := places.get(str(about["name"])))
        else each
        for each in names
    ]


def _both(one: object, other: object) -> object | None:
    ours, theirs = _about(one), _about(other)
    if ours is None or theirs is None:
        return one if one == other else None
    return (
        _plain(ours | theirs)
        if all(ours.get(key, value) == value for key, value in theirs.items())
        else None
    )


def _about(person: object) -> dict[str, object] | None:
    """Return what is said of somebody; nothing of one who is named by an id."""
    found = {"name": person} if isinstance(person, str) else person
    return found if isinstance(found, dict) and "name" in found else None


def _plain(about: dict[str, object]) -> object:
    return about if len(about) > 1 else about["name"]
