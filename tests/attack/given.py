"""What every product gives its templates, as it reaches them."""

import contextlib
from collections.abc import Callable, Iterator, Mapping

import jinja2
import pytest

from mi_print.errors import InputError
from mi_print.event.badges import badges
from mi_print.event.load import load
from mi_print.event.model import Event
from mi_print.layout.variants import Variant, variants
from mi_print.products import (
    badge_masters,
    cfp,
    program,
    signage,
    signs,
    stamped_signs,
    whole_badges,
)
from mi_print.products.agenda import Day
from mi_print.products.badge_record import badge_record
from mi_print.products.job import Job, resolve
from mi_print.products.kinds import sign_jobs
from mi_print.products.prepared import Prepared, prepare
from mi_print.products.sign_record import RECORDS, sign_records
from mi_print.products.wish import Wish
from mi_print.resources import BUNDLED

Given = dict[str, list[tuple[jinja2.Environment, Mapping[str, object]]]]
"""By product: the environment and the variables of each template that it renders."""

EMPTY = "<!doctype html><html lang=en><title>Nothing</title><p>"


def given(patch: pytest.MonkeyPatch) -> Given:
    """Return what the products give, of the real workshop; nothing is rendered."""
    found: Given = {}
    loaded = load(BUNDLED)
    event = loaded.event
    assert event is not None
    wish = Wish(BUNDLED)
    jobs = {name: resolve(name, BUNDLED, loaded, wish) for name in ("cfp", "program", "badges")}
    prepared = {name: prepare(job, event) for name, job in jobs.items()}
    makers: list[tuple[str, Callable[[], object]]] = [
        ("cfp", lambda: cfp.pages(prepared["cfp"])),
        ("program", lambda: program.pages(prepared["program"])),
        ("badges, whole", lambda: _whole(prepared["badges"], event)),
        ("badges, slots", lambda: _slots(prepared["badges"], jobs["badges"], event)),
        *_signs(sign_jobs(BUNDLED, loaded, wish), event),
    ]
    for name, make in makers:
        with patch.context() as recording:
            kept = found.setdefault(name, [])

            def render(
                template: jinja2.Template,
                variables: Mapping[str, object],
                kept: list[tuple[jinja2.Environment, Mapping[str, object]]] = kept,
            ) -> str:
                kept.append((template.environment, {**template.globals, **variables}))
                return EMPTY

            recording.setattr(jinja2.Template, "render", render)
            with contextlib.suppress(InputError):  # an empty page has no anchors to refer to
                make()
    return found


def _whole(prepared: Prepared, event: Event) -> None:
    whole_badges.typeset(prepared, Day(event, prepared.desk), badges(event)[:3])


def _slots(prepared: Prepared, job: Job, event: Event) -> None:
    found = _variants([badge_record(badge) for badge in badges(event)], job)
    day = Day(event, prepared.desk)
    badge_masters.typeset(prepared, day, [each.record for each in found])


def _signs(jobs: list[Job], event: Event) -> Iterator[tuple[str, Callable[[], object]]]:
    for job in jobs:
        kind = job.layout.manifest.kind or ""
        yield f"{kind}, whole", lambda job=job: signage.pages(job, event)  # type: ignore[misc]
        if kind in RECORDS:
            found = _variants(sign_records(kind, event), job)
            yield (
                f"{kind}, slots",
                lambda job=job, found=found: stamped_signs._typeset(job, event, found),  # type: ignore[misc] # noqa: SLF001 - the door
            )
    prepared = prepare(jobs[0], event)
    own = {**signs.variables(prepared), "cards": signs.cards("of-ones-own", event)}
    yield "a kind of one's own", lambda: prepared.compose("page", own)


def _variants(records: list[Mapping[str, object]], job: Job) -> list[Variant]:
    vary = job.layout.manifest.series.vary
    return variants(records, vary or sorted(records[0])[:3], "layout.yaml")
