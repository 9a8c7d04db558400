"""docs/signage.md says what there is."""

import re

from mi_print.layout.package import find
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.sign_kinds import kinds
from mi_print.products.signage.sign_record import SIGN_KINDS, sign_records
from mi_print.resources import BUNDLED

TEXT = (BUNDLED / "docs" / "signage.md").read_text("utf-8")


def test_every_kind_stands_with_its_sizes_and_distances() -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in TEXT.splitlines()]
    told = {row[0].strip("`"): row[3:] for row in rows if len(row) == 6 and row[0].startswith("`")}
    assert set(told) == set(kinds(BUNDLED))
    for kind, (sizes, read, scanned) in told.items():
        manifest = find.layout(kind, BUNDLED).manifest
        assert sizes == ", ".join(f"`{size}`" for size in manifest.sizes)
        reading = manifest.reading_distance
        assert read == (f"{reading:g} m" if reading else "")
        distance = manifest.scanning_distance
        assert scanned == (f"{distance:g} m" if distance else "")


def test_the_fields_of_slots_are_told_and_no_others() -> None:
    event = load_checked(BUNDLED).event
    assert event is not None
    section = TEXT.partition("## A sign with slots")[2]
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", section, re.MULTILINE))
    assert set(rows) == set(SIGN_KINDS)
    for kind, row in rows.items():
        fields = {re.sub(r"_\d+$", "_#", name) for name in sign_records(kind, event)[0]}
        assert set(re.findall(r"`([a-z_#]+)`", row)) - {"art_arc"} == fields
