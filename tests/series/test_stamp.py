"""Records stamped one after another: what was set before is set as if it were new."""

import dataclasses
import zlib

import pytest

from mi_print.layout.checks.keep_outs import KeepOuts
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.slot_colours import look
from mi_print.series.stamp import EditionOperators, Master, Record, stamped
from mi_print.series.text_outcome import OutcomeFilter
from tests.series.sample_slots import text_slot

FIRST = text_slot(name="name", box=(10, 10, 200, 40))
SECOND = dataclasses.replace(FIRST, name="lines", box=(10, 60, 200, 40), lang_of="tongue")
COLOURS = {look(FIRST): b"0 g\n"}


def pages(*records: Record) -> list[bytes]:
    """Return the content of each record's page; the second variant's slots stand lower."""
    slots = FIRST, SECOND
    low = tuple(dataclasses.replace(slot, box=(10, 150, 200, 40)) for slot in slots)
    masters = [
        Master((form,), which, 300, (EditionOperators(b"", COLOURS),), (frozenset(),))
        for form, which in (("M0", slots), ("M1", low))
    ]
    asked = OutcomeFilter.of(slots, KeepOuts((), (300, 300), 0), lambda *_: True)
    made = stamped(records, masters, UsedFonts(), asked)
    return [zlib.decompress(page) for each in made for (page,) in each.pages]


SAID = {"name": "直美", "lines": "海角"}


@pytest.mark.parametrize(
    "other",
    [
        Record(0, "zh-CN", SAID),
        Record(1, "ja", SAID),
        Record(0, "ja", SAID | {"name": "海角"}),
        Record(0, "ja", {"name": "直美"}),
        Record(0, "ja", SAID | {"tongue": "zh-CN"}),
    ],
    ids=["another language", "another variant", "another text", "a text less", "a text's language"],
)
def test_only_the_same_is_not_set_again(other: Record) -> None:
    first = Record(0, "ja", SAID)
    found = pages(first, other, first, other)
    assert found[:2] == found[2:]
    assert found[0] != found[1]
