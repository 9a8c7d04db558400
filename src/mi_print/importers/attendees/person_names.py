"""Names as people type them into forms, put right, and what is said of it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mi_print.event.attendees.spelling import in_capitals, without_capitals
from mi_print.event.names.folding import folded
from mi_print.event.text_checks.note import TextNote, quoted
from mi_print.event.text_checks.one_name import PARTICLE, one_name


class NameFields(NamedTuple):
    """The name and its parts; nothing where one is not known."""

    name: str
    given: str
    family: str


def put_right(values: Mapping[str, str]) -> tuple[NameFields, list[TextNote]]:
    """Return somebody's name from the fields of a form, and what was changed."""
    parts = NameFields(*(values.get(field, "") for field in NameFields._fields))
    if parts.name and not (parts.given or parts.family) and parts.name.isascii():
        first = parts.name  # nearly all names are this plain
        if "," not in first and ";" not in first and not first.isupper() and " and " not in first:
            return parts, []
    notes: list[TextNote] = []
    for step in (_family_first, _once, _particles, _joined, _quiet):
        parts = step(parts, notes)
    return parts, notes


def _family_first(parts: NameFields, notes: list[TextNote]) -> NameFields:
    note = one_name(parts.name)
    if note is None or note.meant is None:
        return parts
    notes.append(note)
    family, _, given = (each.strip() for each in parts.name.partition(","))
    return NameFields(note.meant, parts.given or given, parts.family or family)


def _once(parts: NameFields, notes: list[TextNote]) -> NameFields:
    """Take the whole name out of one of its parts."""
    name, given, family = parts
    if not (given and family):
        return parts
    alike = folded(given) == folded(family)
    if alike and " " in given:
        notes.append(_parts(f"{quoted(given)} is both given and family name", given))
        return NameFields(name or given, "", "")
    if given.casefold().endswith(f" {family.casefold()}"):
        notes.append(_parts(f"{quoted(given)} as a given name has the family name in it", given))
        return NameFields(name or given, given[: -len(family)].strip(), family)
    if family.casefold().startswith(f"{given.casefold()} "):
        notes.append(_parts(f"{quoted(family)} as a family name has the given name in it", family))
        return NameFields(name or family, given, family[len(given) :].strip())
    return parts


def _particles(parts: NameFields, notes: list[TextNote]) -> NameFields:
    """Put the particles at the end of the given name before the family name, as in von der."""
    words = parts.given.split()
    at = len(words)
    while at > 1 and PARTICLE.fullmatch(words[at - 1]):
        at -= 1
    if not parts.family or at == len(words):
        return parts
    given, family = " ".join(words[:at]), " ".join([*words[at:], parts.family])
    message = f"{quoted(parts.given)} as a given name ends with part of the family name"
    notes.append(_parts(message, f"{given} {family}"))
    return parts._replace(given=given, family=family)


def _joined(parts: NameFields, _: list[TextNote]) -> NameFields:
    whole = " ".join(filter(None, parts[1:]))
    return parts if parts.name else parts._replace(name=whole)


def _quiet(parts: NameFields, notes: list[TextNote]) -> NameFields:
    if not in_capitals(parts.name):
        return _quiet_family(parts, notes)
    found = NameFields(*map(_small, parts))
    found = found._replace(name=found.name[:1].upper() + found.name[1:])
    notes.append(TextNote("capitals", f"{quoted(parts.name)} is all in capitals", "", found.name))
    return found


def _quiet_family(parts: NameFields, notes: list[TextNote]) -> NameFields:
    """Put right a family name that alone is in capitals, as some write it to mark it."""
    name, given, family = parts
    if not (given and in_capitals(family) and name.endswith(family)):
        return parts
    small = _small(family)
    whole = name.removesuffix(family) + small
    notes.append(TextNote("capitals", f"{quoted(family)} is all in capitals", "", whole))
    return NameFields(whole, given, small)


def _small(text: str) -> str:
    """Return a name in capitals with those at the beginnings of words only, but for particles."""
    words = (without_capitals(word) for word in text.split())
    return " ".join(each.lower() if PARTICLE.fullmatch(each.lower()) else each for each in words)


def _parts(message: str, name: str) -> TextNote:
    return TextNote("name-parts", message, "", name)


def changed(notes: list[TextNote]) -> Iterator[tuple[str, str, str]]:
    """Yield rule, message, and hint of each change that was made."""
    for note in notes:
        if note.meant is not None:
            hint = f"it is now {quoted(note.meant)}; correct it in the data if that is wrong"
            yield note.rule, note.message, hint
