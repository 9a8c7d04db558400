"""Which badges are made, and in which order: what the command line asks for.

Words compare without regard to letter case.  Several values of one field mean
any of them; several fields mean all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from mi_print.errors import UsageError
from mi_print.event.badges import FOREMOST, Badge, spares
from mi_print.event.collation import family_key, guessed_family, sort_key
from mi_print.event.model import BadgeRole
from mi_print.problem import Problem, warning
from mi_print.products.orders.request import BadgeRequest
from mi_print.source.wording import nearest, shown

FIELDS = tuple(field.name for field in fields(Badge))


def chosen(found: Sequence[Badge], request: BadgeRequest, order: str, lang: str) -> list[Badge]:
    """Return the badges asked for in their order, then the blank ones.

    Args:
        found: everybody's badge.
        request: which are wanted.
        order: name, family, role or file.
        lang: the language whose order of letters holds.

    Raises:
        UsageError: it asks for somebody, or something, that there is not.
    """
    few = _where(_only(found, request.only), request.where)
    if request.spares:
        roles = {BadgeRole.ATTENDEE, *(badge.role for badge in few)}
        return [*_ordered(few, order, lang), *spares(roles, request.spares)]
    return _ordered(few, order, lang)


def guessed_families(made: Sequence[Badge], order: str, lang: str) -> Iterator[Problem]:
    """Yield a warning if badges are sorted by a guess of their family names."""
    guessed = [badge for badge in made if not (badge.family or badge.blank)]
    if order == "family" and guessed:
        name = guessed[0].name
        message = (
            f"{len(guessed)} badges have no family name and are sorted by what is taken for it: "
            f'"{shown(name)}" by "{shown(guessed_family(name, lang))}"'
        )
        hint = "fill family, in data/attendees.csv or data/workshop.yaml, where that is wrong"
        yield warning("family-guessed", message, hint)


def _only(found: Sequence[Badge], ids: Sequence[str]) -> list[Badge]:
    if not ids:
        return list(found)
    known = {badge.registration: badge for badge in found if badge.registration}
    known |= {badge.id: badge for badge in found}
    for wanted in ids:
        if wanted not in known:
            hint = nearest(wanted, [name for name in known if name])
            raise UsageError(f'nobody with a badge has the id "{wanted}"', hint)
    wanted_ids = {known[wanted].id for wanted in ids}
    return [badge for badge in found if badge.id in wanted_ids]


def _where(found: Sequence[Badge], conditions: Sequence[str]) -> list[Badge]:
    wanted: dict[str, set[str]] = {}
    for condition in conditions:
        field, equals, value = condition.partition("=")
        if not equals or field not in FIELDS:
            message = f'"{condition}" is not FIELD=VALUE with a field of a badge'
            raise UsageError(message, f"the fields are: {', '.join(FIELDS)}")
        wanted.setdefault(field, set()).add(value.strip().casefold())
    few = [badge for badge in found if all(_says(badge, *pair) for pair in wanted.items())]
    if conditions and not few:
        raise UsageError(f"no badge has {' and '.join(conditions)}", _there(found, wanted))
    return few


def _says(badge: Badge, field: str, values: set[str]) -> bool:
    return str(getattr(badge, field) or "").casefold() in values


def _there(found: Sequence[Badge], wanted: dict[str, set[str]]) -> str:
    """Return a hint: the roles that there are, if a role is wanted."""
    if "role" not in wanted:
        return "write the value as the data has it"
    roles = sorted({badge.role for badge in found}, key=list(BadgeRole).index)
    return f"the roles are: {', '.join(roles)}"


def _ordered(found: list[Badge], order: str, lang: str) -> list[Badge]:
    if order == "name":
        return sorted(found, key=lambda badge: sort_key(badge.name, lang))
    if order == "family":
        return sorted(found, key=lambda badge: family_key(badge.name, badge.family, lang))
    if order == "role":
        return sorted(found, key=lambda badge: FOREMOST.index(badge.role))
    return found
