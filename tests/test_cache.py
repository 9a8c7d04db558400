"""What an earlier run left: taken if it is whole, made again if not."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from mi_print.cache import cache, cache_folder, cached, keep_newest, temporary_folder
from mi_print.errors import MissingError
from tests.in_python import run


def test_the_cache_goes_where_xdg_says(tmp_path: Path) -> None:
    code = "from mi_print.cache import cache_folder; print(cache_folder())"
    assert run(code, XDG_CACHE_HOME=str(tmp_path)) == str(tmp_path / "mi-print")
    assert run(code, HOME=str(tmp_path)) == str(tmp_path / ".cache/mi-print")


def test_the_cache_goes_to_a_temporary_folder_where_it_must(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder can be made below a file")
    code = "from mi_print.cache import cache_folder; print(cache_folder())"
    found = Path(run(code, XDG_CACHE_HOME=str(tmp_path / "file"), TMPDIR=str(tmp_path)))
    assert found.parent == tmp_path
    assert not found.exists()  # it ended with the process


ENTRY = b"an entry of some length"
WHOLE = hashlib.sha256(ENTRY).digest() + ENTRY


def folder(path: Path) -> None:
    path.mkdir()
    (path / "within").write_bytes(b"")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda _: None,
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(WHOLE[:-1]),
    "longer": lambda path: path.write_bytes(WHOLE + b"?"),
    "a byte altered": lambda path: path.write_bytes(WHOLE[:40] + b"?" + WHOLE[41:]),
    "without its digest": lambda path: path.write_bytes(ENTRY),
    "a folder": folder,
    "a pipe": os.mkfifo,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path),
}
"""What makes something else of an entry's place, by what it makes."""


def test_an_entry_comes_back(tmp_path: Path) -> None:
    cache(tmp_path / "below" / "entry", ENTRY)
    assert (tmp_path / "below" / "entry").read_bytes() == WHOLE
    assert cached(tmp_path / "below" / "entry") == ENTRY


@pytest.mark.parametrize("kind", DAMAGE)
def test_what_is_no_entry_is_none_and_made_again(kind: str, tmp_path: Path) -> None:
    DAMAGE[kind](tmp_path / "entry")
    assert cached(tmp_path / "entry") is None
    cache(tmp_path / "entry", ENTRY)
    assert cached(tmp_path / "entry") == (None if kind == "a folder" else ENTRY)


def test_an_entry_that_can_not_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache(tmp_path / "file" / "entry", ENTRY)
    assert cached(tmp_path / "file" / "entry") is None


def test_the_newest_are_kept(tmp_path: Path) -> None:
    for age in range(5):
        (tmp_path / f"{age}.zip").write_bytes(b"")
        os.utime(tmp_path / f"{age}.zip", (1e9 - age, 1e9 - age))
    (tmp_path / "other").write_bytes(b"")
    gone = keep_newest(tmp_path, "*.zip", 2)
    assert sorted(path.name for path in gone) == ["2.zip", "3.zip", "4.zip"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.zip", "1.zip", "other"]


def test_no_place_for_temporary_files_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(MissingError, match="no temporary folder can be made: No such file"):
        temporary_folder.__wrapped__()


def test_a_disk_without_room_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    full, other = tmp_path / "full", tmp_path / "other"
    full.mkdir()
    other.mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(full))
    monkeypatch.setattr(tempfile, "tempdir", str(other))
    free = {"full": 1000, "other": 10**9}

    def usage(folder: Path) -> SimpleNamespace:
        return SimpleNamespace(free=free[folder.relative_to(tmp_path).parts[0]])

    monkeypatch.setattr(shutil, "disk_usage", usage)
    temporary_folder.cache_clear()
    found = cache_folder.__wrapped__()
    assert found.parent == other
    temporary_folder.cache_clear()
    free["other"] = 1000
    with pytest.raises(MissingError, match="no temporary folder can be made: No space left"):
        cache_folder.__wrapped__()
    temporary_folder.cache_clear()
