"""docs/signage.md says what there is."""

from mi_print.layout import shelf
from mi_print.products.kinds import kinds
from mi_print.resources import BUNDLED

TEXT = (BUNDLED / "docs" / "signage.md").read_text("utf-8")


def test_every_kind_stands_with_its_sizes_and_distances() -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in TEXT.splitlines()]
    told = {row[0].strip("`"): row[3:] for row in rows if len(row) == 6 and row[0].startswith("`")}
    assert set(told) == set(kinds(BUNDLED))
    for kind, (sizes, read, scanned) in told.items():
        manifest = shelf.layout(kind, BUNDLED).manifest
        assert sizes == ", ".join(f"`{size}`" for size in manifest.sizes)
        assert read == f"{manifest.reading_distance:g} m"
        distance = manifest.scanning_distance
        assert scanned == (f"{distance:g} m" if distance else "")
