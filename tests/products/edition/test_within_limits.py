"""A project's own layout is composed and typeset under limits, which its problems name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.errors import InputError, UsageError
from mi_print.event.load import load
from mi_print.event.model import Event
from mi_print.layout.package import find
from mi_print.problem import error
from mi_print.processes.limits import held, step
from mi_print.products.edition import within_limits as module
from mi_print.products.edition.within_limits import (
    DEFAULTS,
    MEGABYTES,
    SECONDS,
    Progress,
    within_limits,
)
from mi_print.products.orders.job import Job
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import Request
from mi_print.resources import BUNDLED
from tests.conftest import Write
from tests.products import made_up

EVENT = made_up.event([])


@pytest.fixture
def own(write: Write) -> Job:
    """A job whose layout is the project's own."""
    return job(write({}))


def job(project: Path) -> Job:
    (found,) = jobs("cfp", project, load(project), Request(project / "output"))
    return found


def holds(_event: Event, progress: Progress) -> tuple[int, int, int] | None:
    progress(1, 2)
    limits = held()
    return (limits.seconds, limits.megabytes, limits.whole) if limits else None


def refuses(_event: Event, _progress: Progress) -> None:
    raise InputError([])


def breaks(_event: Event, _progress: Progress) -> None:
    raise LookupError("a bug")


def nests(_event: Event, _progress: Progress) -> None:
    nests(_event, _progress)


def grows(_event: Event, _progress: Progress) -> bytes:
    return bytes(3_000_000_000)


def never_ends(_event: Event, _progress: Progress) -> None:
    while True:
        step("layouts/cfp/again.html.j2")


@pytest.fixture(autouse=True)
def _usual_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in DEFAULTS:
        monkeypatch.delenv(name)


def test_an_own_layout_has_the_usual_limits_and_says_its_progress(own: Job) -> None:
    said: list[tuple[int, int]] = []
    assert within_limits(own, EVENT, holds, lambda *done: said.append(done)) == (15, 2000, 150)
    assert said == [(1, 2)]


def test_a_bundled_layout_has_none_but_for_many_papers_or_a_theme_of_the_projects_own(
    own: Job, write: Write
) -> None:
    bundled = replace(own, layout=find.layout("program", own.project))
    assert within_limits(bundled, EVENT, holds) is None
    many = EVENT.model_copy(update={"papers": (None,) * 1001})
    assert within_limits(bundled, many, holds) == (15, 2000 + 1001, 650)
    write({"layouts/_shared/base.css": ""})
    assert bundled.own


def test_they_grow_with_what_the_data_have(own: Job) -> None:
    """A document has no attendees, which are set a few at a time."""
    event = made_up.event([])
    people = event.workshop.people * 1000
    workshop = event.workshop.model_copy(update={"people": people})
    large = {"workshop": workshop, "papers": (None,) * 500, "attendees": (None,) * 10_000}
    megabytes = 2000 + 500 + len(people) + 200
    whole = 150 + (500 + len(people)) // 2 + 2500
    found = within_limits(own, event.model_copy(update=large), holds)
    assert found == (15, megabytes, whole)


def test_the_environment_changes_them_and_takes_them_away(
    own: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SECONDS, "7")
    monkeypatch.setenv(MEGABYTES, "900")
    assert within_limits(own, EVENT, holds) == (7, 900, 70)
    monkeypatch.setenv(SECONDS, "0")
    assert within_limits(own, EVENT, holds) == (0, 900, 0)
    monkeypatch.setenv(MEGABYTES, "0")
    assert within_limits(own, EVENT, holds) is None


@pytest.mark.parametrize("text", ["-1", "many", "1e3", "9999999", "³"])
def test_what_is_no_limit_is_refused(own: Job, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(SECONDS, text)
    with pytest.raises(UsageError, match="MI_PRINT_LAYOUT_SECONDS is a whole number"):
        within_limits(own, EVENT, holds)


def test_what_it_raises_itself_is_raised_here(own: Job) -> None:
    with pytest.raises(InputError):
        within_limits(own, EVENT, refuses)
    with pytest.raises(LookupError, match="a bug"):
        within_limits(own, EVENT, breaks)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (nests, "layouts/cfp: error limit: this is nested too deeply to be set"),
        (grows, "layouts/cfp: error limit: this takes more than 2,000 MB of memory"),
    ],
)
def test_what_passes_the_limits_is_a_problem_of_the_layout(
    own: Job, work: Callable[[Event, Progress], object], said: str
) -> None:
    with pytest.raises(InputError) as raised:
        within_limits(own, EVENT, work)
    assert str(raised.value.problems[0]).startswith(said)


def is_tried(rule: str, event: Event, _progress: Progress) -> str:
    """Return that all is set, if it is; of a few something is wrong."""
    if not event.papers:
        raise InputError([error(rule, "it is", "do")])
    return "all"


def test_a_layout_is_tried_on_a_few_entries_of_a_large_event(
    own: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what has no end counts there: an honest layout may want more than a few."""
    monkeypatch.setattr(module, "with_few_entries", lambda _event: EVENT)
    large = EVENT.model_copy(update={"papers": (None,)})
    assert within_limits(own, large, partial(is_tried, "pages")) == "all"
    assert within_limits(own, large, partial(is_tried, "typeset")) == "all"
    with pytest.raises(InputError, match="error limit: it is"):
        within_limits(own, large, partial(is_tried, "limit"))
    bundled = replace(own, layout=find.layout("cfp", BUNDLED), project=BUNDLED)
    assert within_limits(bundled, large, partial(is_tried, "limit")) == "all"


def test_steps_without_end_end_too(own: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WHOLE", 1)
    monkeypatch.setenv(SECONDS, "1")
    with pytest.raises(InputError) as raised:
        within_limits(own, EVENT, never_ends)
    assert str(raised.value.problems[0]).startswith(
        "layouts/cfp/again.html.j2: error limit: all that is set in this layout takes more than 1 s"
    )


def test_a_product_is_the_same_under_limits(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write({})
    for name, limit in {"limited": "60", "unlimited": "0"}.items():
        for each in DEFAULTS:
            monkeypatch.setenv(each, limit + "0" * 2)
        assert main(["--project", str(project), "cfp", "--out", str(tmp_path / name)]) == 0
    for edition in ("print", "screen"):
        files = [
            (tmp_path / name / edition / "cfp.pdf").read_bytes()
            for name in ("limited", "unlimited")
        ]
        assert files[0] == files[1]
