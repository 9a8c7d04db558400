"""What every product gives its templates, as it reaches them."""

import contextlib
from collections.abc import Callable, Iterator, Mapping

import jinja2
import pytest

from mi_print.errors import InputError
from mi_print.event.badges import badges
from mi_print.event.load import load
from mi_print.event.model import Event
from mi_print.layout.package.manifest import STEP
from mi_print.layout.slots.variants import Variant, variants
from mi_print.products.badges import badge_masters
from mi_print.products.badges.badge_record import badge_records
from mi_print.products.booklet import make_booklet
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.flyer import make_flyer
from mi_print.products.orders.job import Job, resolve
from mi_print.products.orders.request import Request
from mi_print.products.orders.sign_kinds import sign_jobs
from mi_print.products.signage import make_signage, sign_context, stamped_signs
from mi_print.products.signage.sign_record import SIGN_KINDS, cards, sign_records
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
    request = Request(BUNDLED)
    jobs = {name: resolve(name, BUNDLED, loaded, request) for name in ("cfp", "program", "badges")}
    composer = {name: composer_of(job, event) for name, job in jobs.items()}
    makers: list[tuple[str, Callable[[], object]]] = [
        ("cfp", lambda: make_flyer.pages(composer["cfp"])),
        ("program", lambda: make_booklet.pages(composer["program"])),
        ("badges, whole", lambda: _whole(composer["badges"], event)),
        ("badges, slots", lambda: _slots(composer["badges"], jobs["badges"], event)),
        *_signs(sign_jobs(BUNDLED, loaded, request), event),
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


def _whole(composer: Composer, event: Event) -> None:
    badge_masters.typeset(composer, badges(event)[:3])


def _slots(composer: Composer, job: Job, event: Event) -> None:
    found = _variants(badge_records(badges(event), event), job)
    badge_masters.typeset(composer, [each.record for each in found])


def _signs(jobs: list[Job], event: Event) -> Iterator[tuple[str, Callable[[], object]]]:
    for job in jobs:
        kind = job.layout.manifest.kind or ""
        yield f"{kind}, whole", lambda job=job: make_signage.pages(job, event)  # type: ignore[misc]
        if kind in SIGN_KINDS:
            found = _variants([{STEP: 0, **each} for each in sign_records(kind, event)], job)
            yield (
                f"{kind}, slots",
                lambda job=job, found=found: stamped_signs._typeset(job, event, found),  # type: ignore[misc] # noqa: SLF001 - the door
            )
    composer = composer_of(jobs[0], event)
    own = {**sign_context.variables(composer), "cards": cards("of-ones-own", event)}
    yield "a kind of one's own", lambda: composer.compose("page", own)


def _variants(records: list[Mapping[str, object]], job: Job) -> list[Variant]:
    vary = job.layout.manifest.series.vary
    return variants(records, vary or sorted(records[0])[:3], "layout.yaml")
