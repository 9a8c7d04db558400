"""Nothing is put in place if anything can't be, and the reason is said."""

from pathlib import Path

import pytest

from mi_print.errors import InputError, MissingError, TakenError
from mi_print.products.output import put_in_place

OLD, NEW = (
    f'<meta name="generator" content="mi-print fit">{age}'.encode() for age in ("old", "new")
)
"""Two files of a kind, as earlier and later runs write them."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_nothing_changes_when_one_can_not_be_written(tmp_path: Path) -> None:
    first = tmp_path / "a.pdf"
    first.write_bytes(OLD)
    second = tmp_path / "b.pdf"
    second.mkdir()
    with pytest.raises(TakenError) as wrong:
        put_in_place({first: NEW, second: NEW})
    assert str(wrong.value) == (
        f"{second}: error exists: this is there already, and no earlier run of the same kind wrote"
        " it\n    choose another name, or move it away"
    )
    assert first.read_bytes() == OLD
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "print").write_bytes(b"a file")
    with pytest.raises(InputError, match="this can't be written"):
        put_in_place({tmp_path / "print" / "a.pdf": b"new"})
    assert names(tmp_path) == ["print"]


def test_nothing_is_left_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(MissingError, match="No space left on device"):
        put_in_place({tmp_path / "a.pdf": b"new"})
    assert names(tmp_path) == []
