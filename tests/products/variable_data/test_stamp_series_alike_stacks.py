"""One look of what stands in a stack: titles and lists beside a code, that shrink together.

As in `test_stamp_series_alike.py`, what is stamped is held to what the typesetter makes of it.
The stack begins where first lines are far from half a pixel: there pdfium draws a
whole line a pixel higher or lower for a thousandth of a point.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from mi_print.event.badges import Badge
from mi_print.event.model import Role
from mi_print.layout.text.typography import NO_BREAK_SPACE
from mi_print.products.badges.badge_record import badge_record
from mi_print.series.slot_groups import groups
from tests.products.sample_layouts import layout_files
from tests.products.variable_data.test_stamp_series_alike import (
    LAYOUT,
    SHARE,
    shares,
    slots_of,
    stamped,
    table,
    typeset,
)
from tests.series.names_of_the_world import NAMES

Write = Callable[[dict[str, str]], Path]

PAGE = """\
{% from "_shared/macros.html.j2" import box %}
<!doctype html>
<html lang="{{ workshop.lang }}"><head><title>Badges</title></head><body>
{% for badge in badges %}
<section class="side">
<div class="at" data-stack="paper" data-shrink="together" style="{{ box(20, 14.34, 248, 130) }}">
<p class="at t-badge-family" data-slot="name" data-fit="20pt..12pt; lines 6"
  data-lang-of="lang" data-baseline="18pt" style="{{ box(0, 0, 248, 130) }}"></p>
<p class="at t-badge-affiliation" data-slot="affiliation" data-baseline="36pt"
  data-fit="11pt..6.6pt; lines 9; rag fill"
  data-lang-of="lang" style="{{ box(0, 0, 248, 130) }};text-align:start"></p>
<div class="at" data-slot="url" data-slot-kind="code" data-clear="2pt"
  style="{{ box(198, 0, 50, 50) }};color:var(--petrol)"></div>
</div>
</section>
{% endfor %}
</body></html>
"""
CSS = ".side { position: relative; width: var(--width); height: var(--height); break-after: page }"


def papers(every: int) -> list[Badge]:
    """Return badges like papers: a title of two names, and a list of five to nine people."""
    some = NAMES[3::every]
    found = []
    for number, (_, lang, name) in enumerate(some):
        people = [other for _, _, other in islice(NAMES, number, number + 5 + number % 5)]
        found.append(
            Badge(
                f"a-{number:04}",
                f"{name} {some[number - 1][2]}" if number % 3 else name,
                Role.ATTENDEE,
                affiliation=", ".join(
                    each.replace(" ", NO_BREAK_SPACE) for each in [name, *people, name]
                ),
                url=f"https://example.org/~sample/{number}" if number % 4 else None,
                lang=lang,
            )
        )
    return found


@pytest.fixture
def project(write: Write) -> Path:
    return write(layout_files("badges", LAYOUT, PAGE, CSS))


def test_a_stack_that_shrinks_together_is_stamped_as_it_is_typeset(project: Path) -> None:
    some = papers(37)
    laid = table(project, "4x3in")
    found = list(shares(stamped(laid, some), list(typeset(laid, some))))
    assert len(found) == len(some) > 60
    assert [share for share in found if share > SHARE] == []
    assert float(np.mean(found)) < SHARE / 2


def test_the_sample_has_what_it_is_about(project: Path) -> None:
    """Some of its stacks are smaller, and some lists have room below their code."""
    some = papers(37)
    (group,) = groups(slots_of(table(project, "4x3in"), some[:1]))
    smaller = wide = 0
    for badge in some:
        record = {name: str(value) for name, value in badge_record(badge).items()}
        (_, title), (_, authors) = group.fitted(record, badge.lang or "")
        assert title.size / 20 == pytest.approx(authors.size / 11, abs=1e-3)
        smaller += title.size < 20
        wide += max(line.x + authors.size * line.shaped.width for line in authors.lines) > 200
    assert 10 < smaller < len(some)
    assert 10 < wide < len(some)
