"""Signage: a file for each kind of sign, set over the machine's cores.

A card that can't be made is left out, and stops no other; the data has many, which hang apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.layout.checks.page_fault import quoted
from mi_print.layout.typeset.typesetter import TypesetPages, join
from mi_print.problem import Place, Problem, error
from mi_print.processes.tasks import over_cores
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact, MadeFiles, not_written
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.finish import finish
from mi_print.products.edition.left_out import (
    LeftOut,
    LeftOutRecord,
    typeset_records,
    without_failing,
)
from mi_print.products.edition.longest_documents import longest_unfit
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.edition.within_limits import Progress, within_limits
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Purpose, Request
from mi_print.products.signage import stamped_signs
from mi_print.products.signage.sign_context import variables
from mi_print.products.signage.sign_record import SIGN_KINDS, cards, sign_records

_CHUNK = 50
"""Cards in one document of the typesetter: its time grows faster than their number."""

_FEW = 8
"""The same where only the longest are laid out."""
_MOST = 12_000
"""Letters of a kind that are laid out then."""

_EMPTY = "mi-print explain signage shows where its data stands"


@dataclass(frozen=True, slots=True)
class _SignageTask:
    """What a process needs to make signs."""

    event: Event
    request: Request
    setup: PrintSetup
    places: DataPlaces


@dataclass(frozen=True, slots=True)
class _Series:
    """A kind's cards as both makers are given them: with their records, if it is known."""

    job: Job
    cards: Sequence[object]
    records: Sequence[Mapping[str, object]]

    def name(self, card: int) -> str:
        """Return what a card is called: its first field, as in "number 12"."""
        field, value = next(iter(self.records[card].items())) if self.records else ("", "")
        return f"{field} {value}" if value else self.job.layout.manifest.kind or ""


def make(
    jobs: Sequence[Job],
    event: Event,
    request: Request,
    setup: PrintSetup,
    places: DataPlaces,
) -> MadeFiles:
    """Return the files of all kinds for which the data has anything, and the kinds left out.

    Args:
        jobs: one for each kind.
        event: the data.
        request: what was asked for.
        setup: what all print editions of the run share.
        places: where the data stands.

    Raises:
        InputError: there is no file; all problems of all kinds at once.
    """
    lean = event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    lean_places = DataPlaces(places.texts)
    made = list(over_cores(_SignageTask, (lean, request, setup, lean_places), _made, jobs))
    artifacts = [each for each in made if isinstance(each, Artifact)]
    left_out = [each for each in made if isinstance(each, LeftOut)]
    if left_out and not artifacts:
        raise InputError([problem for each in left_out for problem in each.problems])
    kinds = [job.layout.manifest.kind or "" for job in jobs]
    empty = [kind for kind, found in zip(kinds, made, strict=True) if not found]
    less = [SIGN_KINDS[kind].less(event) for kind in kinds if kind in SIGN_KINDS]
    passed = "; ".join(filter(None, [_nothing_for(empty), *less]))
    return MadeFiles(artifacts, left_out, passed if request.every else "")


def _nothing_for(kinds: Sequence[str]) -> str:
    """Return in a line of which kinds the data has nothing; nothing if there are none."""
    return f"signage has nothing to print on {', '.join(kinds)}" if kinds else ""


def _made(task: _SignageTask, job: Job) -> Artifact | LeftOut | None:
    """Return a kind's file, or what is left out of it; None if there is nothing for it."""
    name = job.layout.manifest.kind or ""
    if not cards(name, task.event):  # no process is started for it
        empty = [error("empty", f"there is nothing to print on {name}", _EMPTY)]
        return _left_out(name, empty) if name in task.request.kinds else None
    try:
        short = task.request.purpose is Purpose.LAY_OUT
        return within_limits(job, task.event, partial(_of_kind, task, job), short=short)
    except InputError as reason:
        return _left_out(name, reason.problems)


def _of_kind(
    task: _SignageTask, job: Job, event: Event, _progress: Progress
) -> Artifact | LeftOut | None:
    """Return the file of a kind that has cards in an event, or what is left out of it.

    Raises:
        InputError: the layout is wrong.
    """
    task = replace(task, event=event)
    name = job.layout.manifest.kind or ""
    found = cards(name, task.event)
    kind = _Series(job, found, sign_records(name, task.event))
    artifact, wrong = without_failing(
        range(len(found)), partial(_of_cards, task, kind), keep_going=True
    )
    if not wrong:
        return artifact
    records = [
        LeftOutRecord(kind.name(at), tuple(_naming(task, kind, at, each) for each in problems))
        for at, problems in sorted(wrong.items())
    ]
    left_out = LeftOut(f"card of {name}", len(found) - len(wrong), tuple(records))
    return replace(artifact, left_out=left_out) if artifact else left_out


def _left_out(kind: str, problems: Sequence[Problem]) -> LeftOut:
    """Return that a kind is left out as a whole."""
    return LeftOut(f"file of {kind}", 0, (LeftOutRecord(kind, tuple(problems)),))


def _naming(task: _SignageTask, kind: _Series, card: int, problem: Problem) -> Problem:
    """Return a problem as one that names its card, and where it stands in the data.

    What is wrong in a template's line does not.
    """
    if problem.page is None and problem.line:
        return problem
    instead: Place = {"page": problem.page if kind.job.sides > 1 else None}
    if problem.file in {kind.job.layout_file, kind.job.template_file}:
        record = kind.records[card] if kind.records else {}
        texts = [text for text in record.values() if isinstance(text, str) and text]
        texts.sort(key=lambda text: quoted(text) not in problem.message)
        instead |= task.places.of_record([problem.text, *texts] if problem.text else texts)
    return replace(problem, message=f"{kind.name(card)}: {problem.message}", **instead)


def _of_cards(task: _SignageTask, kind: _Series, some: Sequence[int]) -> Artifact:
    """Return the file of some cards.

    Raises:
        RecordsError: some of them can't be set.
        InputError: the layout is wrong.
    """
    job, event, wanted, setup = kind.job, task.event, task.request.written, task.setup
    if job.layout.manifest.series.stamped:
        records = [kind.records[at] for at in some] if kind.records else []
        return stamped_signs.make(job, event, task.request, setup, task.places, records)
    if task.request.purpose is Purpose.LAY_OUT:
        return _lay_out(job, event, task.places, kind.cards)

    def whole(these: Sequence[int]) -> Artifact:
        composer = composer_of(job, event)
        found = _pages(composer, [kind.cards[at] for at in these])
        notes = map(task.places.of_text, composer.notes)
        return replace(finish(found, job, wanted, setup, task.places), problems=tuple(notes))

    made = typeset_records(some, whole)
    return replace(made, editions=dict(made.editions))  # written here, before they are sent


def pages(job: Job, event: Event, some: Sequence[object] | None = None) -> TypesetPages:
    """Return the pages of one kind of sign: of some of its cards, or of all.

    Raises:
        InputError: the layout is wrong.
    """
    found = cards(job.layout.manifest.kind or "", event) if some is None else some
    return _pages(composer_of(job, event), found)


def _pages(composer: Composer, found: Sequence[object]) -> TypesetPages:
    given = variables(composer)
    return join([composer.pages({**given, "cards": chunk}) for chunk in _chunks(found, _CHUNK)])


def _lay_out(job: Job, event: Event, places: DataPlaces, found: Sequence[object]) -> Artifact:
    """Return a kind's file without pages: what does not fit of its longest cards, and the rest.

    Raises:
        InputError: a template is wrong.
    """
    composer = composer_of(job, event, places)
    given, chunks = variables(composer), _chunks(found, _FEW)
    problems: list[Problem] = []
    left_out: set[int] = set()
    for part in job.layout.manifest.parts:
        documents = [composer.compose(part, {**given, "cards": chunk}) for chunk in chunks]
        wrong, left = longest_unfit(composer, part, documents, _MOST)
        problems += wrong
        left_out.update(left)
    count = sum(len(chunks[number]) for number in left_out)
    share = [f"{count} of {len(found)} cards"] if left_out else []
    return not_written(job, [*composer.notes, *problems], share)


def _chunks(found: Sequence[object], size: int) -> list[Sequence[object]]:
    """Return cards, so many to a document."""
    return [found[at : at + size] for at in range(0, len(found), size)]
