"""Masters of an earlier run, so that one badge again takes no typesetter.

They are cached under a digest of everything they are made of: the layout, the
theme, the data that they show, the shop, the fonts, and the programs.  The
other files that the typesetter read are stored with their digests, and
compared when the masters are taken out.
"""

import contextlib
import hashlib
import json
import os
import sys
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError

import mi_print
from mi_print.cache import cache, cached, contents, keep_newest
from mi_print.files import drop
from mi_print.layout.slots.slot import Slot
from mi_print.problem import Problem
from mi_print.products.edition.ink_measurement import InkMeasurement
from mi_print.products.orders.request import Edition
from mi_print.products.variable_data.stamp_series import MasterSet
from mi_print.resources import FONTS

MOST = 24
"""Masters that are cached; the ones unused for longest go."""

_CODES = TypeAdapter(tuple[frozenset[str], ...])
_SLOTS = TypeAdapter(tuple[Slot, ...], config=ConfigDict(ser_json_inf_nan="constants"))
_PROBLEMS = TypeAdapter(tuple[Problem, ...])
_MEASURED = ".measured"
_UNREADABLE = (OSError, KeyError, ValueError, ValidationError, zipfile.BadZipFile)


def cache_key(folders: Iterable[Path], texts: Iterable[str], roots: Sequence[Path] = ()) -> str:
    """Return the name of what is made of folders and texts.

    Args:
        folders: each of their files counts, with its contents.
        texts: everything else: data, sizes, colours, editions.
        roots: where links may lead, besides their own folder; no layout reads what lies elsewhere.
    """
    found = hashlib.sha256()
    for text in (mi_print.__version__, *_programs(), *texts):
        found.update(f"{len(text)}:{text}".encode())
    for folder in folders:
        homes = (folder.resolve(), *roots)
        for path in sorted(folder.rglob("*")):
            if path.is_file() and any(path.resolve().is_relative_to(home) for home in homes):
                found.update(f"{path.relative_to(folder)}:{_contents(path)}".encode())
    for path in (
        *sorted(FONTS.rglob("*.ttf")),
        *sorted(Path(mi_print.__file__).parent.rglob("*.py")),
    ):
        about = path.stat()
        found.update(f"{path}:{about.st_size}:{about.st_mtime_ns}".encode())
    return found.hexdigest()


def _programs() -> list[str]:
    """Return the installed packages as their folders of metadata are called, versions included."""
    there = (folder for folder in map(Path, sys.path) if folder.is_dir())
    return sorted(path.name for folder in there for path in folder.glob("*.dist-info"))


def cached_masters(name: str, folder: Path) -> MasterSet | None:
    """Return cached masters, or `None` if there are none or they are stale or damaged."""
    path = _path(name, folder)
    data = cached(path)
    if data is None:
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            read: dict[str, str] = json.loads(archive.read("read.json"))
            if any(_contents(Path(file)) != digest for file, digest in read.items()):
                return None
            count = int(archive.read("count.txt"))
            problems = _PROBLEMS.validate_json(archive.read("problems.json"))
            codes = _CODES.validate_json(archive.read("codes.json"))
            slots = _SLOTS.validate_json(archive.read("slots.json"))
            editions = {
                edition: archive.read(f"{edition}.pdf")
                for edition in Edition
                if f"{edition}.pdf" in archive.namelist()
            }
    except _UNREADABLE:
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return MasterSet(count=count, slots=slots, editions=editions, codes=codes, problems=problems)


def cache_masters(name: str, masters: MasterSet, read: Iterable[Path], folder: Path) -> None:
    """Cache masters for a later run; where they can't be written, that run sets them again.

    Args:
        name: their `cache_key`.
        masters: what to cache.
        read: files that they were made of besides those in the folders of the key.
        folder: the cache.
    """
    digests = {str(path): _contents(path) for path in read}
    entries: dict[str, str | bytes] = {
        "read.json": json.dumps(digests),
        "count.txt": str(masters.count),
        "problems.json": _PROBLEMS.dump_json(masters.problems),
        "codes.json": json.dumps([sorted(page) for page in masters.codes]),
        "slots.json": _SLOTS.dump_json(masters.slots),
        **{f"{edition}.pdf": data for edition, data in masters.editions.items()},
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for entry, data in entries.items():
            archive.writestr(zipfile.ZipInfo(entry), data)  # undated: a clock may be before 1980
    path = _path(name, folder)
    cache(path, buffer.getvalue())
    for gone in keep_newest(path.parent, "*.zip", MOST):
        drop([gone.with_suffix(_MEASURED)])


def ink_measurement_of(name: str, masters: MasterSet, folder: Path) -> InkMeasurement:
    """Return where it is noted that the ink of cached masters has been measured."""
    digest = hashlib.sha256(masters.editions.get(Edition.PRINT, b"")).hexdigest()
    return InkMeasurement(_path(name, folder).with_suffix(_MEASURED), digest)


def _path(name: str, folder: Path) -> Path:
    return folder / "masters" / f"{name}.zip"


def _contents(path: Path) -> str:
    """Return a digest of a file; of one that is gone, nothing."""
    found = contents(path)
    return "" if found is None else hashlib.sha256(found).hexdigest()
