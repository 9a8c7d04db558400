"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from mi_print.errors import InputError, TakenError
from mi_print.products.output import write_whole

OLD, NEW = (
    f'<meta name="generator" content="mi-print fit">{age}'.encode() for age in ("old", "new")
)
"""Two files of a kind, as earlier and later runs write them."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    write_whole({tmp_path / "print" / "a.pdf": b"1", tmp_path / "screen" / "a.pdf": b"2"})
    assert (tmp_path / "print" / "a.pdf").read_bytes() == b"1"
    assert (tmp_path / "screen" / "a.pdf").read_bytes() == b"2"
    assert names(tmp_path) == ["a.pdf", "a.pdf"]


def test_an_old_file_is_replaced_and_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    with path.open("rb") as reader:
        write_whole({path: NEW})
        assert reader.read() == OLD
    assert path.read_bytes() == NEW


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(OLD)
    (tmp_path / "a.pdf").symlink_to(other)
    write_whole({tmp_path / "a.pdf": NEW})
    assert other.read_bytes() == OLD
    assert not (tmp_path / "a.pdf").is_symlink()


def test_nothing_changes_when_one_can_not_be_written(tmp_path: Path) -> None:
    first = tmp_path / "a.pdf"
    first.write_bytes(OLD)
    second = tmp_path / "b.pdf"
    second.mkdir()
    with pytest.raises(TakenError) as wrong:
        write_whole({first: NEW, second: NEW})
    assert str(wrong.value) == (
        f"{second}: error exists: this is there already, and no earlier run of the same kind wrote"
        " it\n    choose another name, or move it away"
    )
    assert first.read_bytes() == OLD
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "print").write_bytes(b"a file")
    with pytest.raises(InputError, match="this can't be written"):
        write_whole({tmp_path / "print" / "a.pdf": b"new"})
    assert names(tmp_path) == ["print"]


def test_nothing_is_left_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_whole({tmp_path / "a.pdf": b"new"})
    assert names(tmp_path) == []


def test_an_interrupted_run_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole({tmp_path / "a.pdf": b"new"})
    assert names(tmp_path) == []
