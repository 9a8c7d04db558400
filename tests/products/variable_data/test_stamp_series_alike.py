"""One look: a page that is stamped is the page that the typesetter makes of the same record.

A hundred records, of every script of the names, are stamped, and typeset whole with the
sizes and breaks that were fitted; the typesetter draws, kerns, aligns and turns
by itself.  Both screen editions are drawn by pdfium at 150 dpi.  It puts letters on
whole pixels, so the page below has no baseline halfway between two rows of them.
"""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from mi_print.event.badges import Badge
from mi_print.event.model import Event, RoleTable
from mi_print.layout import qr
from mi_print.layout.copyfit.fit import ASCENT, DESCENT, FittedLine, FittedText
from mi_print.layout.slots.read_slots import slots
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.slots.variants import variants
from mi_print.layout.text.typography import typographic
from mi_print.press import screen_edition
from mi_print.products.badges.badge_masters import variables
from mi_print.products.badges.badge_record import badge_records
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job, resolve
from mi_print.products.orders.request import Edition, Request
from mi_print.resources import BUNDLED
from mi_print.series.slot_groups import groups
from tests.layout.fill_slots import FilledLine, block, filled
from tests.products.sample_layouts import layout_files
from tests.products.stamping import stamped_series
from tests.series.names_of_the_world import NAMES

Write = Callable[[dict[str, str]], Path]
Picture = np.ndarray[tuple[int, ...], np.dtype[np.int16]]

_SCALE = 2.08333
"""Pixels in a point at 150 dpi; the last digits would make pdfium add a row."""
_CHUNK = 40  # records that are typeset at a time: a long document takes longer
DIFFERENT = 32  # of 255
SHARE = 0.005  # of a page's pixels
START = 0.25  # points

LAYOUT = """\
product: badges
about: Every kind of slot
pages: 1
series: {mode: slots, vary: [direction]}
sizes:
  4x3in:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
"""
PAGE = """\
{% from "_shared/macros.html.j2" import area, box %}
<!doctype html>
<html lang="{{ workshop.lang }}"><head><title>Badges</title></head><body>
{% for badge in badges %}
{% set side = 'right' if badge.direction == 'rtl' else 'left' %}
<section class="side">
{{ area(-bleed, 180, 150, 60, 'signal') }}
<div class="at" data-stack="name" style="{{ box(20, 14.1, 210, 106) }}">
<p class="at t-badge-name" data-slot="given" data-fit="40pt..12pt; least 24pt; lines 2"
  data-upright="bottom" data-baseline="40pt" data-hang="ink"
  style="{{ box(0, 0, 210, 106) }};text-align:{{ side }}"></p>
<p class="at t-badge-family" data-slot="family" data-fit="22pt..9pt; lines 2"
  data-baseline="70pt" data-hang="ink"
  style="{{ box(0, 0, 210, 106) }};text-align:{{ side }}"></p>
<p class="at t-badge-affiliation" data-slot="affiliation" data-fit="12pt..6pt; lines 2"
  data-baseline="90pt" style="{{ box(0, 0, 130, 106) }}"></p>
<p class="at t-badge-affiliation" data-slot="pronouns" data-fit="12pt..6pt"
  data-baseline="90pt" style="{{ box(140, 0, 70, 106) }};text-align:end"></p>
</div>
<p class="at t-badge-role" data-slot="affiliation" data-fit="16pt..6pt; lines 2..3"
  data-upright="center" style="{{ box(20, 124, 200, 50) }};text-align:center"></p>
<p class="at t-badge-role white" data-slot="name" data-fit="14pt..6pt; lines 2; least 12pt"
  data-upright="bottom" style="{{ box(20, 184.1, 105, 28) }}"></p>
<p class="at t-badge-role turned" data-slot="pronouns" data-fit="12pt..6pt"
  style="{{ box(250, 20, 160, 16) }}"></p>
<p class="at t-badge-day faint" data-slot="id" style="{{ box(160, 190, 60, 12) }}"></p>
<div class="at" data-slot="url" data-slot-kind="code"
  style="{{ box(234, 160, 44, 44) }};color:var(--petrol)"></div>
</section>
{% endfor %}
</body></html>
"""
CSS = """\
.side { position: relative; width: var(--width); height: var(--height); break-after: page }
.white { color: var(--paper) }
.turned { transform: rotate(-90deg); transform-origin: 0 100%; margin-top: 124pt }
.faint { opacity: 0.6; text-transform: uppercase; font-variant-numeric: tabular-nums }
"""


ROLES = RoleTable().on_badges


def world(every: int) -> list[Badge]:
    """Return badges of people of all scripts."""
    return [
        Badge(
            f"a-{number:04}",
            name,
            ROLES[number % len(ROLES)],
            given=name.partition(" ")[0] if number % 3 else None,
            family=name.partition(" ")[2] or None if number % 3 else None,
            affiliation=(None, "University of Somewhere", "Institut für Beispiele", "見本大学")[
                number % 4
            ],
            pronouns=(None, "she/her", "they/them")[number % 3],
            url=f"https://example.org/~sample/{number}" if number % 5 else None,
            lang=lang,
        )
        for number, (_, lang, name) in enumerate(NAMES[5::every])
    ]


class Table(NamedTuple):
    """What is needed to set badges in both ways."""

    job: Job
    event: Event
    composer: Composer

    def html(self, shown: Sequence[object]) -> str:
        return self.composer.compose("page", variables(self.composer, shown))


def table(project: Path, size: str) -> Table:
    loaded = load_checked(project)
    assert isinstance(loaded.event, Event)
    job = resolve("badges", project, loaded, Request(Path("nowhere"), size=size))
    return Table(job, loaded.event, composer_of(job, loaded.event))


def typeset(table: Table, some: Sequence[Badge]) -> Iterator[bytes]:
    """Yield the proofs of badges that are typeset whole, as they have been fitted."""
    job, composer = table.job, table.composer
    records = badge_records(some, table.event)
    found = variants(records, job.layout.manifest.series.vary, "layout.yaml")
    read = slots_of(table, some)
    sides = job.layout.manifest.pages or 1
    which = {number: at for at, each in enumerate(found) for number in each.records}
    rows = iter(range(len(some)))
    while chunk := list(islice(rows, _CHUNK)):
        given: list[str] = []
        for number in chunk:
            own = [slot for slot in read if (slot.page - 1) // sides == which[number]]
            given += fillings(own, {k: str(v) for k, v in records[number].items()})
        html = table.html([found[which[number]].record for number in chunk])
        folder = job.layout.folder
        pages = composer.typesetter.set(filled(html, given), folder, "page.html.j2")
        yield screen_edition.screen_proof(pages.pdf(tagged=False), job.grid)


def slots_of(table: Table, some: Sequence[Badge]) -> list[Slot]:
    """Return the slots of the masters of some badges."""
    vary = table.job.layout.manifest.series.vary
    found = variants(badge_records(some, table.event), vary, "layout.yaml")
    html = table.html([each.record for each in found])
    return slots(table.composer.typeset("page", html), "page.html.j2")


def fillings(own: Sequence[Slot], record: dict[str, str]) -> list[str]:
    """Return what stands in the slots of one record."""
    made = {id(slot): "" for slot in own}
    for group in groups(own):
        for slot, fitted in group.fitted(record, record["lang"]):
            assert not fitted.excess
            lang = slot.language(record, record["lang"])
            made[id(slot)] = filled_text(slot, fitted, lang)
    for slot in own:
        if slot.kind is SlotKind.CODE and record[slot.name]:
            made[id(slot)] = picture(record[slot.name], slot)
    return list(made.values())


def picture(text: str, slot: Slot) -> str:
    """Return a code as the typesetter draws it."""
    rows = qr.modules(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{slot.box[2]}pt" height="{slot.box[2]}pt"'
        f' viewBox="0 0 {len(rows)} {len(rows)}"><title>Code</title>'
        f'<path fill="{slot.colour}" d="{qr.svg_path(rows)}"/></svg>'
    )


def filled_text(slot: Slot, fitted: FittedText, lang: str) -> str:
    """Return a fitted text for the typesetter, each line moved from where CSS has it."""
    return block(
        [
            FilledLine(
                line.shaped.text,
                line.x - by_css(slot, fitted, line),
                line.baseline - first(fitted, line) - number * fitted.leading,
            )
            for number, line in enumerate(fitted.lines)
        ],
        *(fitted.size, fitted.leading, fitted.tracking, lang),
    )


def first(fitted: FittedText, line: FittedLine) -> float:
    """Return how far from its top CSS sets a line's baseline.

    All fonts reach as far up and down as Inter, but most of them round it to a
    thousandth of an em; the tallest of a line decides.
    """
    reaches = [reach(run.font.path) for run in line.shaped.runs]
    beyond = max(up for up, _ in reaches) - max(down for _, down in reaches)
    return (fitted.leading + max(beyond, ASCENT - DESCENT) * fitted.size) / 2


@cache
def reach(font: Path) -> tuple[float, float]:
    """Return how far a font reaches up and down, in em."""
    with TTFont(font, lazy=True) as file:
        em, hhea = file["head"].unitsPerEm, file["hhea"]
        return float(hhea.ascent / em), float(-hhea.descent / em)


def by_css(slot: Slot, fitted: FittedText, line: FittedLine) -> float:
    """Return where CSS lets a line begin."""
    rest = slot.box[2] - fitted.size * (line.shaped.width + fitted.tracking)
    side = slot.align
    if side in {"start", "end"}:
        side = "right" if (side == "end") != fitted.from_right else "left"
    return {"left": 0.0, "center": rest / 2, "right": rest}[side]


def stamped(table: Table, some: Sequence[Badge]) -> bytes:
    series = stamped_series(some, table.job, table.event, (Edition.SCREEN,))
    return series.editions[Edition.SCREEN]


def pictures(pdf: bytes, scale: float, every: int = 1) -> Iterator[Picture]:
    with pypdfium2.PdfDocument(pdf) as book:
        for number in range(0, len(book), every):
            yield book[number].render(scale=scale).to_numpy()[..., :3].astype(np.int16)


def shares(mine: bytes, theirs: Sequence[bytes]) -> Iterator[float]:
    """Yield the share of each page's pixels that differ."""
    others = (picture for pdf in theirs for picture in pictures(pdf, _SCALE))
    for one, other in zip(pictures(mine, _SCALE), others, strict=True):
        yield float((np.abs(one - other).max(axis=2) > DIFFERENT).mean())


def beyond(found: Sequence[float], names: Sequence[str]) -> list[tuple[str, float]]:
    """Return the names whose pages differ by more than they may."""
    return [(name, share) for name, share in zip(names, found, strict=True) if share > SHARE]


def starts(pdf: bytes, slot: Slot, every: int) -> Iterator[float | None]:
    """Yield where the ink in a slot's band begins on each of some pages, in points."""
    left, top, width, height = (round(8 * length) for length in slot.bounds)
    for picture in pictures(pdf, 8, every):
        band = picture[top : top + height, left : left + width].min(axis=2) < 128
        found = np.nonzero(band.any(axis=0))[0]
        yield float(found[0]) / 8 if found.size else None


def bare(text: str) -> str:
    """Return a text as read: in NFC, without white space and the signs of direction."""
    signs = "[\\s\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]"
    return unicodedata.normalize("NFC", re.sub(signs, "", text))


def by_pdfium(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [bare(page.get_textpage().get_text_range()) for page in book]


def by_poppler(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "stamped.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    run = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - fixed
    return [bare(page) for page in run.stdout.decode().split("\f")[:-1]]


@pytest.fixture
def project(write: Write) -> Path:
    return write(layout_files("badges", LAYOUT, PAGE, CSS))


def test_every_kind_of_slot_is_stamped_as_it_is_typeset(project: Path) -> None:
    some = world(27)
    assert len(some) >= 100
    assert {script for script, _, _ in NAMES[5::27]} == {script for script, _, _ in NAMES}
    laid = table(project, "4x3in")
    mine, theirs = stamped(laid, some), list(typeset(laid, some))
    assert beyond(list(shares(mine, theirs)), [badge.name for badge in some]) == []
    first = next(iter(slots_of(laid, some[:1])))
    ours = list(starts(mine, first, 4))
    others = [at for pdf in theirs for at in starts(pdf, first, 4)]
    assert len(ours) == len(others) > 20
    assert sum(at is not None for at in ours) > 10
    assert ours == pytest.approx(others, abs=START)


def test_badges_are_stamped_as_they_are_typeset() -> None:
    some = world(90)
    laid = table(BUNDLED, "4x3in")
    found = list(shares(stamped(laid, some), list(typeset(laid, some))))
    assert len(found) == 2 * len(some) > 60
    assert beyond(found, [badge.name for badge in some for _ in range(2)]) == []


def test_names_are_given_back_as_they_were_written(tmp_path: Path) -> None:
    """Poppler puts a Thaana name's last vowel sign first if Latin stands in the same line."""
    some = world(9)
    pdf = stamped(table(BUNDLED, "4x3in"), some)
    wanted = [bare(typographic(badge.name)) for badge in some]
    backs = by_pdfium(pdf)[1::2]
    assert [name for name, text in zip(wanted, backs, strict=True) if name not in text] == []
    backs = by_poppler(pdf, tmp_path)[1::2]
    lost = [(name, text) for name, text in zip(wanted, backs, strict=True) if name not in text]
    assert all("\u0780" <= name[-1] <= "\u07bf" and name[:-1] in text for name, text in lost)
    assert len(lost) < 10
