"""What two sources say of one thing, put together where neither contradicts the other."""

from collections.abc import Callable, Mapping, Sequence

PLACED = "placed"
"""The field by which sessions and boards of a paper are merged as one."""


def joined(field: str, ours: object, theirs: object) -> object | None:
    """Return what both say of a field together; nothing if they contradict each other."""
    join = _JOINS.get(field)
    return join(ours, theirs) if join else None


def placed(paper: Mapping[str, object]) -> dict[str, object]:
    """Return a paper of the data with its sessions and boards as one mapping."""
    found = {name: paper[name] for name in paper if name not in {"session", "board", "boards"}}
    boards = paper.get("boards")
    if isinstance(boards, dict):
        return {**found, PLACED: boards}
    session = paper.get("session")
    return {**found, PLACED: {session: paper.get("board")}} if session else found


def as_in_the_data(paper: Mapping[str, object]) -> dict[str, object]:
    """Return a paper with its sessions and boards as the data has them."""
    found = {name: paper[name] for name in paper if name != PLACED}
    there = paper.get(PLACED)
    if not isinstance(there, dict) or not there:
        return found
    if len(there) > 1:
        return {**found, "boards": there}
    ((session, board),) = there.items()
    return {**found, "session": session, **({} if board is None else {"board": board})}


def _boards(ours: object, theirs: object) -> object | None:
    """Return boards by sessions, if one side has all sessions, and no board is another."""
    if not (isinstance(ours, dict) and isinstance(theirs, dict)):
        return None
    apart = any(
        None not in {ours[session], theirs[session]} and ours[session] != theirs[session]
        for session in ours.keys() & theirs.keys()
    )
    if apart or not (ours.keys() <= theirs.keys() or theirs.keys() <= ours.keys()):
        return None
    sessions = [*ours, *(session for session in theirs if session not in ours)]
    return {each: ours.get(each) or theirs.get(each) for each in sessions}


def _people(ours: object, theirs: object) -> object | None:
    """Return the same people in the same order with what either list says of each."""
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


_JOINS: Mapping[str, Callable[[object, object], object | None]] = {
    "authors": _people,
    PLACED: _boards,
}
