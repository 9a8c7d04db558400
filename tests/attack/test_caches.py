"""Caches that are damaged: the same files come out, and no run ends."""

import itertools
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.in_python import run
from tests.products import sample_layouts
from tests.small_workshop import YAML

BADGES = "from mi_print.cli import main; main()"


def made(project: Path, cache: Path) -> bytes:
    code = f"import sys; sys.argv[1:] = ['--project', {str(project)!r}, 'badges']; {BADGES}"
    environment = {"XDG_CACHE_HOME": str(cache), "PATH": os.environ["PATH"]}
    assert "checked" in run(
        f"try:\n    {code}\nexcept SystemExit as end:\n    assert not end.code", **environment
    )
    return (project / "output" / "print" / "badges.pdf").read_bytes()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, bytes]:
    """A project, a cache that its badges left, and the badges."""
    folder = tmp_path_factory.mktemp("caches")
    people = "id,name\n1,Ada Sample\n"
    files = sample_layouts.project(sample_layouts.manifest(), sample_layouts.SIDE, people)
    for name, text in (files | {"data/workshop.yaml": YAML}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder, folder / "cache", made(folder, folder / "cache")


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("damages", [[flip], [folder, pipe]])
def test_damaged_caches_change_nothing(
    damages: list[Callable[[Path], None]], first: tuple[Path, Path, bytes], tmp_path: Path
) -> None:
    project, sound, badges = first
    shutil.copytree(sound, tmp_path / "cache")
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".zip", ".seal", ".conf"}
    for damage, path in zip(itertools.cycle(damages), sorted(files)):
        damage(path)
    assert made(project, tmp_path / "cache") == badges
