"""Profiles of OpenReview: where authors are from, by their names.

Notes name authors without affiliations; these stand in the profiles, as a history.  Mail
addresses, which profiles have too, are not read.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mi_print.event.names.folding import folded
from mi_print.importers.importer import ImportContext, Imported
from mi_print.importers.merging.joined_values import with_places
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, warning
from mi_print.source.wording import shown

KEY = "openreview-profiles"

_ALWAYS = 9999  # a year after those of every stay that has ended
_MOST = 12  # names that a message lists


def profiles_in(value: object) -> list[Mapping[str, object]]:
    """Return the profiles of a JSON value; none if it is something else."""
    found = value.get("profiles") if isinstance(value, dict) else value
    entries = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return [each for each in entries if isinstance(_about(each).get("names"), list)]


def read_profiles(
    profiles: Sequence[Mapping[str, object]], file: str, part: str, context: ImportContext
) -> Imported:
    """Return the papers of the data whose authors have profiles, with their affiliations."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        if place := _place(profile):
            for name in set(map(folded, _names(profile))):
                places[name].add(place)
    records: list[DataRecord] = []
    several: dict[str, None] = {}
    for paper in context.papers():
        authors = paper.get("authors")
        names = [_name(each) for each in authors] if isinstance(authors, list) else []
        found = {name: places.get(folded(name), set()) for name in names if name}
        several |= {name: None for name, there in found.items() if len(there) > 1}
        sure = {name: next(iter(there)) for name, there in found.items() if len(there) == 1}
        if isinstance(authors, list) and sure:
            new = with_places(authors, sure)
            records.append({"id": paper["id"], "title": paper.get("title"), "authors": new})
    return Imported(KEY, {part: records}, list(_said(records, several, file)))


def _said(
    records: Sequence[DataRecord], several: Mapping[str, None], file: str
) -> Iterator[Problem]:
    if several:
        listed = ", ".join(map(shown, list(several)[:_MOST]))
        message = f"several profiles of one name have other affiliations: {listed}"
        hint = "none is taken; write the affiliation in data/papers.yaml"
        yield warning("ambiguous", message, hint, file=file)
    if not records:
        message = "no author of the data has one of these profiles"
        yield warning("empty", message, "import the papers first", file=file)


def _about(profile: Mapping[str, object]) -> Mapping[str, object]:
    content = profile.get("content")
    return content if isinstance(content, dict) else {}


def _name(author: object) -> str:
    found = author.get("name") if isinstance(author, dict) else author
    return found if isinstance(found, str) else ""


def _names(profile: Mapping[str, object]) -> Iterator[str]:
    names = _about(profile)["names"]
    for each in names if isinstance(names, list) else ():
        if isinstance(each, dict):
            parts = (each.get(part) for part in ("first", "middle", "last"))
            whole = " ".join(part.strip() for part in parts if isinstance(part, str))
            yield " ".join((str(each.get("fullname") or "") or whole).split())


def _place(profile: Mapping[str, object]) -> str:
    """Return the institution of the stay that lasts, or ended last; of several the first."""
    history = _about(profile).get("history")
    stays = (
        [each for each in history if isinstance(each, dict)] if isinstance(history, list) else []
    )
    places = [
        (_year(stay), " ".join(str(there["name"]).split()))
        for stay in stays
        if isinstance(there := stay.get("institution"), dict) and there.get("name")
    ]
    return max(places, key=lambda each: each[0], default=(0, ""))[1]


def _year(stay: Mapping[str, object]) -> int:
    ends = str(stay.get("end") or "")
    return int(ends) if ends.isdecimal() and len(ends) == len("2027") else _ALWAYS
