"""Which badges are made, and in which order: what the command line asks for.

Words compare without regard to letter case.  Several values of one field mean
any of them; several fields mean all of them.
"""

from collections.abc import Iterator, Sequence

from mi_print.errors import UsageError
from mi_print.event.badges import FIELDS, Badge, spares
from mi_print.event.collation import family_key, guessed_family, initial, sort_key
from mi_print.event.model import Event, Role, RoleTable, Workshop
from mi_print.event.queries import print_locale
from mi_print.language.print_locale import PrintLocale
from mi_print.problem import Problem, warning
from mi_print.products.badges.candidates import BadgeCandidate
from mi_print.products.orders.request import BadgeRequest
from mi_print.source.wording import nearest, shown

_LINES = 5  # of a hint


def selected(
    found: Sequence[BadgeCandidate], request: BadgeRequest, roles: RoleTable
) -> list[BadgeCandidate]:
    """Return those of everybody that are asked for, and those of whom that can't be known.

    Args:
        found: everybody.
        request: who is asked for.
        roles: all that there are, by whose words a condition may name one.

    Raises:
        UsageError: the request asks for somebody, or something, that there is not.
    """
    few = _only(found, request.only)
    nobody = "no badge that --only names" if request.only else "no badge"
    return _where(few, request.where, roles, nobody)


def undecided(candidate: BadgeCandidate, conditions: Sequence[str]) -> list[str]:
    """Return the conditions of which it can't be known whether somebody meets them."""
    return [condition for condition in conditions if candidate.open(condition.partition("=")[0])]


def in_sequence(
    few: list[Badge], request: BadgeRequest, order: str, workshop: Workshop
) -> list[Badge]:
    """Return badges in their order, then the blank ones.

    Args:
        few: the badges that are made.
        request: how many blank ones are wanted.
        order: name, family, role or file.
        workshop: whose language has the order of letters, and whose roles their precedence.
    """
    found = _ordered(few, order, workshop)
    if request.spares:
        roles = {str(Role.ATTENDEE), *(badge.role for badge in few)}
        in_turn = sorted(roles, key=workshop.role_table.on_badges.index)
        return [*found, *spares(in_turn, request.spares)]
    return found


def divided(made: Sequence[Badge], order: str, event: Event) -> list[Badge]:
    """Return badges in their order with a divider before the first of each letter, or role.

    Args:
        made: the badges; the blank ones stand last.
        order: name, family or role.
        event: in whose language letters and roles are.
    """
    locale = print_locale(event)
    found: list[Badge] = []
    said = set()
    for badge in made:
        heading = "" if badge.blank else heading_of(badge, order, locale)
        if heading and heading not in said:
            said.add(heading)
            found.append(Badge(f"divider-{len(said)}", "", Role.ATTENDEE, heading=heading))
        found.append(badge)
    return found


def heading_of(badge: Badge, order: str, locale: PrintLocale) -> str:
    """Return under what a badge stands: a letter, as in an index, or its role."""
    if order == "role":
        return locale.word(f"role-{badge.role}")
    family = badge.family or guessed_family(badge.name, locale.lang)
    return initial(badge.sort or (family if order == "family" else badge.name), locale.lang)


def guessed_families(made: Sequence[Badge], order: str, lang: str) -> Iterator[Problem]:
    """Yield a warning if badges are sorted by a guess of their family names."""
    guessed = [badge for badge in made if not (badge.family or badge.sort or badge.blank)]
    if order == "family" and guessed:
        name = guessed[0].name
        many = "1 badge has" if len(guessed) == 1 else f"{len(guessed)} badges have"
        sorted_by = "is sorted" if len(guessed) == 1 else "are sorted"
        message = (
            f"{many} no family name and {sorted_by} by what is taken for it: "
            f'"{shown(name)}" by "{shown(guessed_family(name, lang))}"'
        )
        hint = "fill family, in data/attendees.csv or data/workshop.yaml, where that is wrong"
        yield warning("family-guessed", message, hint)


def _only(found: Sequence[BadgeCandidate], ids: Sequence[str]) -> list[BadgeCandidate]:
    if not ids:
        return list(found)
    known = {name for each in found for name in _ids(each.badge)}
    for wanted in ids:
        if wanted not in known:
            hints = [nearest(wanted, sorted(known)), _unknown(found)]
            raise UsageError(
                f'nobody with a badge has the id "{wanted}"', "; ".join(filter(None, hints))
            )
    return [each for each in found if not _ids(each.badge).isdisjoint(ids)]


def _ids(badge: Badge) -> set[str]:
    """Return by what somebody is found: the id of the program, and that of the registration."""
    return {name for name in (badge.id, badge.registration) if name}


def _unknown(found: Sequence[BadgeCandidate]) -> str:
    """Return a hint at the rows whose ids can't be read, if there are any."""
    lines = [each.row.line for each in found if each.row and "id" in each.row.unread]
    more = f" and {len(lines) - _LINES} more" if len(lines) > _LINES else ""
    listed = ", ".join(map(str, lines[:_LINES]))
    return f"the list has rows without a readable id: line {listed}{more}" if lines else ""


def _where(
    found: Sequence[BadgeCandidate], conditions: Sequence[str], roles: RoleTable, nobody: str
) -> list[BadgeCandidate]:
    if not conditions:
        return list(found)
    wanted: dict[str, set[str]] = {}
    for condition in conditions:
        field, equals, value = condition.partition("=")
        if not equals or field not in FIELDS:
            message = f'"{condition}" is not FIELD=VALUE with a field of a badge'
            raise UsageError(message, f"the fields are: {', '.join(FIELDS)}")
        value = value.strip().casefold()
        meant = (roles.find(value) if field == "role" else None) or value
        wanted.setdefault(field, set()).add(meant.casefold())
    few = [each for each in found if all(_may_say(each, *pair, roles) for pair in wanted.items())]
    if not few:
        raise UsageError(f"{nobody} has {' and '.join(conditions)}", _there(found, wanted, roles))
    return few


def _may_say(candidate: BadgeCandidate, field: str, values: set[str], roles: RoleTable) -> bool:
    said = str(getattr(candidate.badge, field) or "").casefold()
    possible = field != "role" or any(map(roles.find, values))
    return said in values or (possible and candidate.open(field))


def _there(found: Sequence[BadgeCandidate], wanted: dict[str, set[str]], table: RoleTable) -> str:
    """Return a hint: the roles that there are, if a role is wanted."""
    if "role" not in wanted:
        return "write the value as the data has it"
    roles = sorted({each.badge.role for each in found}, key=table.on_badges.index)
    return f"the roles are: {', '.join(roles)}"


def _ordered(found: list[Badge], order: str, workshop: Workshop) -> list[Badge]:
    lang = workshop.lang
    if order == "name":
        return sorted(found, key=lambda badge: sort_key(badge.sort or badge.name, lang))
    if order == "family":
        return sorted(
            found, key=lambda badge: family_key(badge.name, badge.sort or badge.family, lang)
        )
    if order == "role":
        precedence = workshop.role_table.on_badges
        return sorted(
            found,
            key=lambda badge: (
                precedence.index(badge.role),
                sort_key(badge.sort or badge.name, lang),
            ),
        )
    return found
