"""The name badges: a front and a back for each person, many of them.

A layout with slots is set once and stamped; any other is set whole, badge by badge.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mi_print.errors import InputError, NothingToPrintError, UsageError
from mi_print.event.attendees.read_list import AttendeeList
from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.model import Attendee, BadgeOrder, Event, RoleTable
from mi_print.problem import Place, Problem, Severity, error, errors_of, in_order
from mi_print.products.badges import stamped_badges
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.candidates import BadgeCandidate, candidates
from mi_print.products.badges.selection import (
    divided,
    guessed_families,
    in_sequence,
    selected,
    undecided,
)
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.left_out import LeftOut, LeftOutRecord, without_failing
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.named_orders import LIST, badge_order, place_of
from mi_print.products.orders.request import BadgeRequest, Purpose, Request

_NOBODY = "give people of data/workshop.yaml a role that is ordered, or write data/attendees.csv"

_UNSORTED = "there are no dividers between badges in the order of the data"
_WHAT = "badge"


def make(  # noqa: PLR0913 - what a batch consists of
    job: Job,
    progress: Callable[[int, int], None],
    *,
    loaded: Loaded,
    event: Event,
    request: Request,
    setup: PrintSetup,
) -> Artifact:
    """Make the badges; those that can't be made are left out if the request says so.

    Raises:
        NothingToPrintError: nobody has a badge.
        InputError: the list of attendees or the layout is wrong, or a badge
            can't be made and all or none are wanted.
        UsageError: the command line asks for a badge that there is not.
    """
    wanted, listed = request.badges, loaded.attendee_list
    ordered, roles = badge_order(event, request.named), event.workshop.role_table
    if errors_of(listed.problems):
        some = wanted.selective or ordered.where
        raise InputError(in_order(listed.problems if some else listed.all_problems))
    listing = job.layout.name == LIST
    place = place_of(loaded, f"orders.{request.named}.where" if request.named else "badges.where")
    event = event.model_copy(update={"orders": event.orders.model_copy(update={"badges": ordered})})
    found = _found(candidates(event, listed), ordered, roles, place)
    few = selected(found, wanted, roles)
    conditions = (*ordered.conditions, *wanted.where)
    order, lang = wanted.sort or ordered.sorting, event.workshop.lang
    if wanted.spares is None:
        wanted = replace(wanted, spares=ordered.spares)
    made = in_sequence([each.badge for each in few if not each.row], wanted, order, event.workshop)
    if not (made or few):
        raise NothingToPrintError([error("badges", "nobody has a badge", _NOBODY, file="data")])
    left = list(_rejected(few, conditions))
    if left and not made:
        raise LeftOut(_WHAT, 0, tuple(left)).error()
    if (wanted.dividers or ordered.dividers) and not listing:
        if order == "file":
            raise UsageError(_UNSORTED, "add --sort family, or name, or role")
        made = divided(made, order, event)
    if left and not request.keep_going:  # nothing is made; what is wrong with the others is said
        request = replace(request, purpose=Purpose.CHECK, editions=())
    if listing:
        return _list(Batch(tuple(made), job, loaded, event, request, setup, progress), order)
    batch = Batch(tuple(made), job, loaded, event, request, setup, progress)
    artifact, wrong = without_failing(
        made,
        lambda some: _made(replace(batch, badges=tuple(some))),
        keep_going=request.keep_going,
    )
    places = DataPlaces.of(loaded)
    left += [
        LeftOutRecord(made[at].name, tuple(places.naming(made[at], each) for each in problems))
        for at, problems in sorted(wrong.items())
    ]
    left_out = LeftOut(_WHAT, len(made) - len(wrong), tuple(left))
    if artifact is None or (left and not request.keep_going):
        raise left_out.error()
    made = [badge for at, badge in enumerate(made) if at not in wrong]
    warnings = [*listed.problems, *_warnings(listed, made), *guessed_families(made, order, lang)]
    return replace(
        artifact, problems=(*warnings, *artifact.problems), left_out=left_out if left else None
    )


def _found(
    everybody: list[BadgeCandidate], ordered: BadgeOrder, roles: RoleTable, place: Place
) -> list[BadgeCandidate]:
    """Return those who are ordered, and those of whom that can't be known."""
    try:
        return selected(everybody, BadgeRequest(where=ordered.conditions), roles)
    except UsageError as reason:  # it is a mistake of the data here
        said = [error("badges", each.message, each.hint, **place) for each in reason.problems]
        raise InputError(said) from reason


def _rejected(few: Sequence[BadgeCandidate], conditions: Sequence[str]) -> Iterator[LeftOutRecord]:
    """Yield those whose rows have an error; if they may not be meant, their errors say so."""
    for each in few:
        if each.row is None:
            continue
        problems = list(each.row.problems)
        if open_ := undecided(each, conditions):
            at = next(n for n, it in enumerate(problems) if it.severity is Severity.ERROR)
            message = f"{problems[at].message}, so this may be one with {' and '.join(open_)}"
            problems[at] = replace(problems[at], message=message)
        name = each.badge.name or each.row.name or f"line {each.row.line}"
        yield LeftOutRecord(name, tuple(problems))


def _warnings(listed: AttendeeList, made: Sequence[Badge]) -> Iterator[Problem]:
    """Yield the warnings of the rows that badges are made from."""
    if not listed.warnings:
        return
    ids = {badge.registration or badge.id for badge in made}
    for number, warnings in listed.warnings.items():
        row = listed.rows[number]
        if isinstance(row, Attendee) and row.id in ids:
            yield from warnings


def _list(batch: Batch, order: str) -> Artifact:
    from mi_print.products.badges import pick_up_list  # noqa: PLC0415 - the typesetter

    return pick_up_list.make(batch, order)


def _made(batch: Batch) -> Artifact:
    if batch.job.layout.manifest.series.stamped:
        return stamped_badges.make(batch)
    from mi_print.products.badges import whole_badges  # noqa: PLC0415 - the typesetter

    return whole_badges.make(batch)
