"""Files appear whole or not at all."""

import errno
from pathlib import Path

import pytest

from mi_print.files import is_there, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    write_whole({tmp_path / "print" / "a.pdf": b"1", tmp_path / "screen" / "a.pdf": b"2"})
    assert (tmp_path / "print" / "a.pdf").read_bytes() == b"1"
    assert (tmp_path / "screen" / "a.pdf").read_bytes() == b"2"
    assert names(tmp_path) == ["a.pdf", "a.pdf"]


def test_an_old_file_is_replaced_and_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_whole({path: b"new"})
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"old")
    (tmp_path / "a.pdf").symlink_to(other)
    write_whole({tmp_path / "a.pdf": b"new"})
    assert other.read_bytes() == b"old"
    assert not (tmp_path / "a.pdf").is_symlink()


def test_an_interrupted_run_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole({tmp_path / "a.pdf": b"new"})
    assert names(tmp_path) == []


def test_nothing_changes_when_one_can_not_be_written(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "file" / "b.pdf"
    first.write_bytes(b"old")
    second.parent.write_bytes(b"a file")
    with pytest.raises(OSError, match="File exists"):
        write_whole({first: b"new", second: b"new"})
    assert first.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf", "file"]


def test_a_link_that_leads_nowhere_takes_its_name(tmp_path: Path) -> None:
    link = tmp_path / "link"
    assert not is_there(link)
    link.symlink_to(tmp_path / "nowhere")
    assert is_there(link)


def test_what_can_not_be_written_is_called_by_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole({tmp_path / "a.pdf": b"new"})
    assert raised.value.filename == str(tmp_path / "a.pdf")
