"""Stamp records into masters: each page is its master's form and the record's own lines.

A page is a few hundred bytes: the name of a form that all pages of a variant
share, and the text and codes of one record over it, in the colours of the
edition.  What is drawn is the same in every edition, so it is fitted, shaped
and written once.
"""

import functools
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.geometry import IDENTITY, Area
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.qr_operators import qr_operators
from mi_print.series.pdf.slot_colours import SlotLook, look
from mi_print.series.pdf.text_operators import text_operators
from mi_print.series.slot_groups import SlotGroup, groups
from mi_print.series.text_outcome import (
    OutcomeFilter,
    TextOutcome,
    collisions,
    inks,
    text_outcome,
)

_LEVEL = 4  # of compression: 6 takes 1.4 times as long for a fortieth less
_LATELY = 16_384  # texts in slots that are remembered


@dataclass(frozen=True, slots=True)
class EditionOperators:
    """How one edition is written.

    Attributes:
        before: operators that begin each page after its master: to the trim's corner.
        colours: operators that set slots' colours, by their looks.
    """

    before: bytes
    colours: Mapping[SlotLook, bytes]


@dataclass(frozen=True, slots=True)
class Master:
    """One variant's design: the names of its forms, page by page, and its slots.

    `height` is the trim's, in points; `codes` are what the QR codes of the design say, page by
    page.
    """

    forms: tuple[str, ...]
    slots: tuple[Slot, ...]
    height: float
    editions: tuple[EditionOperators, ...]
    codes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its variant, its language, and its slots' texts by name."""

    variant: int
    lang: str
    texts: Mapping[str, str]


class StampedRecord(NamedTuple):
    """A record's pages, compressed, by edition; its texts that were asked for; its codes."""

    pages: tuple[tuple[bytes, ...], ...]
    texts: tuple[TextOutcome, ...]
    codes: tuple[frozenset[str], ...]


class _Written(NamedTuple):
    """A text in its slot: its operators, and its outcome if it is kept.

    Of a slot near others there is an outcome in any case, with the ink of its lines.
    """

    slot: Slot
    content: bytes
    outcome: TextOutcome | None
    near: tuple[TextOutcome, tuple[Area, ...]] | None = None


def stamped(
    records: Iterable[Record], masters: Sequence[Master], fonts: UsedFonts, asked: OutcomeFilter
) -> Iterator[StampedRecord]:
    """Yield the pages of records, in their order.

    Many people come from one place or share a name, and the same words in the
    same slots look the same: those of late are not set again.

    Args:
        records: what is stamped.
        masters: by the records' `variant`.
        fonts: take the codes that are used.
        asked: which outcomes are kept.
    """
    grouped = [groups(master.slots) for master in masters]
    fields = [[_fields(group) for group in each] for each in grouped]

    @functools.lru_cache(maxsize=_LATELY)
    def written(variant: int, number: int, lang: str, *texts: str | None) -> list[_Written]:
        given = {n: text for n, text in zip(fields[variant][number], texts, strict=True) if text}
        return [
            _Written(
                slot=slot,
                content=_text(slot, fitted, masters[variant], fonts),
                outcome=asked.outcome(slot, fitted),
                near=(text_outcome(slot, fitted), tuple(inks(slot, fitted))) if slot.near else None,
            )
            for slot, fitted in grouped[variant][number].fitted(given, lang)
        ]

    for record in records:
        text_of, variant = record.texts.get, record.variant
        texts = [
            text
            for number, names in enumerate(fields[variant])
            for text in written(variant, number, record.lang, *map(text_of, names))
        ]
        yield _stamped(record, masters[variant], texts)


def _fields(group: SlotGroup) -> tuple[str, ...]:
    """Return the fields of a record on which its texts in a group depend."""
    slots = [*(slot for slot, _ in group.slots), *group.codes]
    names = [name for slot in slots for name in (slot.name, slot.lang_of) if name]
    return tuple(dict.fromkeys(names))


def _stamped(record: Record, master: Master, texts: Sequence[_Written]) -> StampedRecord:
    sides = range(1, len(master.forms) + 1)
    drawn: dict[int, list[tuple[Slot, bytes]]] = {side: [] for side in sides}
    codes = {side: set(own) for side, own in zip(sides, master.codes, strict=True)}
    for slot, content, *_ in texts:
        if content:
            drawn[slot.page].append((slot, content))
    for slot in master.slots:
        text = record.texts.get(slot.name)
        if text and slot.kind is SlotKind.CODE:
            if master.editions:
                drawn[slot.page].append((slot, _code(slot, text, master.height)))
            codes[slot.page].add(text)
    pages = tuple(
        tuple(
            zlib.compress(_page(master.forms[side - 1], edition, drawn[side]), _LEVEL)
            for side in sides
        )
        for edition in master.editions
    )
    outcome = tuple(filter(None, (_apart(text, texts, record, master) for text in texts)))
    said = tuple(frozenset(codes[side]) for side in sides)
    return StampedRecord(pages, outcome, said)


def _apart(
    text: _Written, texts: Sequence[_Written], record: Record, master: Master
) -> TextOutcome | None:
    """Return the outcome of a text, with what is near it and under it."""
    if text.near is None:
        return text.outcome
    plain, lines = text.near
    places = [
        (f"the code “{slot.name}”", slot.bounds)
        for slot in master.slots
        if slot.kind is SlotKind.CODE and _beside(text.slot, slot) and record.texts.get(slot.name)
    ]
    places += [
        (f"“{other.near[0].text}”", line)
        for other in texts[: texts.index(text)]
        if other.near and _beside(text.slot, other.slot)
        for line in other.near[1]
    ]
    hits = collisions(lines, places)
    if not hits:
        return text.outcome
    known = text.outcome or plain
    return known._replace(entered=(*known.entered, *hits))


def _beside(slot: Slot, other: Slot) -> bool:
    return slot.page == other.page and other.name in slot.near


def _text(slot: Slot, fitted: FittedText, master: Master, fonts: UsedFonts) -> bytes:
    """Return the operators of a text, in the space of the trim, y up; none if no font has it.

    Where no edition is written there are none either.
    """
    if fitted.missing or not master.editions:
        return b""
    height = master.height
    if slot.matrix == IDENTITY:
        x, y, _, _ = slot.box
        return text_operators(fitted, x, height - y, fonts)
    return _moved(slot, height, text_operators(fitted, 0, 0, fonts))


def _code(slot: Slot, text: str, height: float) -> bytes:
    x, y, width, _ = slot.box
    if slot.matrix == IDENTITY:
        return qr_operators(text, x, height - y, width)
    return _moved(slot, height, qr_operators(text, 0, 0, width))


def _moved(slot: Slot, height: float, content: bytes) -> bytes:
    matrix = " ".join(f"{value:.5f}" for value in slot.on_page(0, height))
    return b"q %b cm\n%bQ\n" % (matrix.encode(), content)


def _page(form: str, edition: EditionOperators, drawn: Sequence[tuple[Slot, bytes]]) -> bytes:
    parts = [b"/%b Do\n" % form.encode(), edition.before if drawn else b""]
    colour = b""
    for slot, content in drawn:
        own = edition.colours[look(slot)]
        if own != colour:
            parts.append(own)
            colour = own
        parts.append(content)
    return b"".join(parts)
