"""Plates as Ghostscript leaves them in files."""

import struct
from pathlib import Path

import pytest

from mi_print.preflight.raster import ghostscript
from mi_print.preflight.raster.drawable_pages import drawable_pages
from mi_print.preflight.raster.ghostscript import PlatesError, Separating
from mi_print.preflight.raster.plates import Plates, plates
from tests.preflight.sheet import book

WIDE, HIGH = 6, 4
RESOLUTION = [(282, 5, 1, 900), (283, 5, 1, 900), (296, 3, 1, 2)]


def tiff(data: bytes, more: list[tuple[int, int, int, int]]) -> bytes:
    """Return a picture of one strip, 8 bits a pixel, with these tags besides those it needs."""
    needed = [
        (256, 4, 1, WIDE), (257, 4, 1, HIGH), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, 1, 1000), (277, 3, 1, 1), (278, 4, 1, HIGH), (279, 4, 1, len(data)),
    ]  # fmt: skip
    rows = b"".join(struct.pack("<HHLL", *row) for row in sorted([*needed, *more]))
    head = b"II*\0\x08\0\0\0" + struct.pack("<H", len(needed) + len(more)) + rows + bytes(4)
    return head.ljust(900, b"\0") + struct.pack("<LL", 72, 1).ljust(100, b"\0") + data


def separated(data: bytes, program: str, folder: Path) -> list[Plates]:
    sheets = drawable_pages(data, "a.pdf").drawable
    with Separating(data, sheets, program, folder) as separating:
        return list(plates(separating))


@pytest.mark.parametrize("more", [RESOLUTION, [], RESOLUTION[2:]], ids=["both", "none", "unit"])
def test_plates_need_not_say_their_resolution(
    tmp_path: Path, more: list[tuple[int, int, int, int]]
) -> None:
    made = tmp_path / "made"
    made.mkdir()
    for ink, level in (("Cyan", 255), ("Black", 0)):
        (made / f"1({ink}).tif").write_bytes(tiff(bytes([level]) * WIDE * HIGH, more))
    program, folder = tmp_path / "gs", tmp_path / "folder"
    program.write_text(f"#!/bin/sh\ncp {made}/*.tif .\n")
    program.chmod(0o755)
    folder.mkdir()
    (found,) = separated(book(""), str(program), folder)
    assert {ink: int(plate.max()) for ink, plate in found.inks.items()} == {"Cyan": 0, "Black": 255}
    assert {plate.shape for plate in found.inks.values()} == {(HIGH, WIDE)}


@pytest.mark.parametrize(
    ("script", "limit", "message"),
    [
        ("while :; do :; done", "_SECONDS", "took more than 1 s of processor time"),
        ("sleep 60", "_PATIENCE", "took longer than 1 s"),
    ],
)
def test_ghostscript_has_so_much_time_of_the_processor_and_may_wait_for_longer(
    tmp_path: Path, script: str, limit: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ghostscript, limit, (1, 0) if limit == "_SECONDS" else 1.0)
    program, folder = tmp_path / "gs", tmp_path / "folder"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    folder.mkdir()
    with pytest.raises(PlatesError, match=f"^{message}$"):
        separated(book(""), str(program), folder)
