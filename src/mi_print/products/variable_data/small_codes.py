"""Codes for which their slots are too small: their records are stamped without them.

Which codes these are is known from the masters' slots and the records' texts,
before anything is stamped.  A record without its code may be of another variant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mi_print.geometry import scales
from mi_print.layout.checks.code_size import no_code
from mi_print.layout.qr import has_room
from mi_print.layout.slots.slot import SlotKind
from mi_print.problem import Problem
from mi_print.products.variable_data.stamp_series import MasterSet
from mi_print.series.stamp import Record


@dataclass(frozen=True, slots=True)
class SmallCode:
    """A code without room: the number of its record, from 0, and the field with what it says."""

    record: int
    field: str
    text: str
    side: float
    """Of its slot on paper, in points."""

    @property
    def problem(self) -> Problem:
        """The warning that the code is not printed; it has the text, and no place yet."""
        return no_code(self.text, self.side)


def small_codes(records: Sequence[Record], masters: MasterSet, sides: int) -> list[SmallCode]:
    """Return the codes of some records that would not print.

    Args:
        records: what is to be stamped.
        masters: in the order of the records' variants.
        sides: pages of each record.
    """
    return list(_small(records, masters, sides))


def _small(records: Sequence[Record], masters: MasterSet, sides: int) -> Iterator[SmallCode]:
    pages = masters.pages(sides)
    slots = [
        [
            (slot.name, slot.box[2] * min(scales(slot.matrix)))
            for slot in masters.slots
            if slot.kind is SlotKind.CODE and slot.page in pages.of(variant)
        ]
        for variant in range(masters.count)
    ]
    for number, record in enumerate(records):
        for field, side in slots[record.variant]:
            text = record.texts.get(field)
            if text and not has_room(text, side):
                yield SmallCode(number, field, text, side)


def without(
    records: Sequence[Mapping[str, object]], codes: Sequence[SmallCode]
) -> list[Mapping[str, object]]:
    """Return records whose fields of these codes are empty."""
    found = list(records)
    for code in codes:
        found[code.record] = {**found[code.record], code.field: ""}
    return found
