"""Finds a shop's ICC profile, and makes sure that it is one for a press.

A profile decides every colour of a run, so it is never guessed and none stands
in for another.  It may come from anybody, so its header is checked before a
colour engine reads it.
Header and tags: ICC.1:2010, 7.2, 7.3, 10.13 (`mluc`); ICC.1:2001-04, 6.5.17 (`desc`).
"""

import struct
from dataclasses import dataclass, field
from pathlib import Path

from mi_print.errors import InputError, MissingError
from mi_print.problem import Problem, error, shown_path
from mi_print.resources import ASSETS
from mi_print.source import project_files
from mi_print.trade.shops import Colour

_FOLDER = ASSETS / "icc"
_LARGEST = 50_000_000  # bytes; the largest that we know of has 9 million
_HEADER = 128
_LINKS = (b"Lab ", b"XYZ ")
_TAGS = 200  # a press profile has about twenty

_OTHER = (
    "ask the shop for the ICC profile of its printing condition; profile in shops.yaml names it"
)


@dataclass(frozen=True, slots=True)
class IccProfile:
    """An output profile in CMYK, and the printing condition that it describes."""

    name: str
    """What the shop's row calls it."""
    data: bytes = field(repr=False)
    """The profile itself."""
    condition: str
    """The condition's registered identifier."""
    registry: str
    """Where that is registered."""
    description: str
    """What the profile calls itself."""


def load(colour: Colour, project: Path) -> IccProfile:
    """Return the profile that a shop names.

    Args:
        colour: the shop's printing condition.
        project: the folder in which a profile lies that does not come with mi-print.

    Raises:
        MissingError: there is no such file.
        InputError: it lies outside the project, can't be read, or is no profile of a press.
    """
    path, root = _found(colour.profile, project)
    shown = shown_path(path, project)
    data = project_files.read_bytes(path, root, limit=_LARGEST)
    if isinstance(data, Problem):
        raise InputError([data])
    fault = _fault(data)
    if not fault and root != _FOLDER:
        from mi_print.press.separate import lcms  # noqa: PLC0415 - only a stranger's needs the engine

        fault = lcms.fault(data)
    if fault:
        raise InputError([error("profile", fault, _OTHER, file=shown)])
    described = _description(data) or colour.condition
    return IccProfile(colour.profile, data, colour.condition, colour.registry, described)


def bundled() -> list[str]:
    """Return the names of the profiles that come with mi-print."""
    return sorted(path.name for path in _FOLDER.glob("*.icc"))


def _found(name: str, project: Path) -> tuple[Path, Path]:
    """Return the file, and the folder that it must lie in."""
    if name in bundled():
        return _FOLDER / name, _FOLDER
    try:
        exists = (project / name).exists()
    except (OSError, RuntimeError, ValueError):  # a folder one can't enter; a NUL in the name
        exists = False
    if not exists:
        cure = f"put it into the project, or name one that is there: {', '.join(bundled())}"
        raise MissingError(f"there is no ICC profile {name}", cure)
    return project / name, project


def _fault(data: bytes) -> str:
    """Return why these bytes are no output profile in CMYK, or nothing."""
    if len(data) < _HEADER or data[36:40] != b"acsp":
        return "this is no ICC profile"
    (size,) = struct.unpack_from(">I", data)
    if not _HEADER <= size <= len(data):
        return "this ICC profile is cut short"
    kind, space, target = data[12:16], data[16:20], data[20:24]
    faults = {
        f"this is an ICC profile of class {_said(kind)}, not of a printer (prtr)": kind != b"prtr",
        f"this is an ICC profile for {_said(space)}, not for CMYK": space != b"CMYK",
        f"this ICC profile connects to {_said(target)}, not to Lab or XYZ": target not in _LINKS,
        f"this is an ICC profile of version {data[8]}; PDF/X-4 knows 2 and 4": data[8]
        not in {2, 4},
    }
    return next((fault for fault, found in faults.items() if found), "")


def _said(signature: bytes) -> str:
    return signature.decode("ascii", "replace").strip() or "nothing"


def _description(data: bytes) -> str:
    """Return what the profile's tag `desc` says, nothing if it can't be read."""
    try:
        (count,) = struct.unpack_from(">I", data, _HEADER)
        for at in range(min(count, _TAGS)):
            tag, offset, size = struct.unpack_from(">4sII", data, _HEADER + 4 + 12 * at)
            if tag == b"desc":
                return " ".join(_text(data[offset : offset + size]).split())
    except struct.error:
        return ""
    return ""


def _text(tag: bytes) -> str:
    if tag[:4] == b"desc":
        (length,) = struct.unpack_from(">I", tag, 8)
        return tag[12 : 12 + length].rstrip(b"\0").decode("ascii", "ignore")
    if tag[:4] == b"mluc":
        length, offset = struct.unpack_from(">II", tag, 20)
        return tag[offset : offset + length].decode("utf-16-be", "ignore")
    return ""
