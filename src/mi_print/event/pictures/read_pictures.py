"""Every picture that the data names: read once, checked, and kept."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from mi_print.event.model.pictures import ENDINGS, Picture, PictureKind
from mi_print.event.partial_event import PartialEvent
from mi_print.event.pictures.bitmap import bitmap
from mi_print.event.pictures.svg import FORMAT, PictureError, svg, text_in
from mi_print.problem import Problem, error, warning
from mi_print.source import project_files
from mi_print.source.located_values import Location

MAX_BYTES = 20_000_000

_MOST_RATIO = 10_000
_SIGNS = {b"\x89PNG\r\n\x1a\n": PictureKind.PNG, b"\xff\xd8\xff": PictureKind.JPEG}
_OUTLINES = "turn it into outlines (paths) in the program that drew it"


def read_pictures(project: Path, draft: PartialEvent) -> tuple[dict[str, Picture], list[Problem]]:
    """Return the pictures by their paths, and what is wrong with them, at the first that names it.

    Args:
        project: in whose folder `data/` they lie.
        draft: what names them.
    """
    found: dict[str, Picture] = {}
    problems: list[Problem] = []
    said: set[str] = set()
    for location, path in _named(draft):
        if path in said:
            continue
        said.add(path)
        place = draft.at("workshop", *location)
        data = project_files.read_bytes(project / "data" / path, project / "data", limit=MAX_BYTES)
        if isinstance(data, Problem):
            problems.append(error("picture", f"{path}: {data.message}", data.hint, **place))
            continue
        try:
            found[path] = _picture(data, path)
        except PictureError as reason:
            problems.append(error("picture", f"{path} {reason}", reason.hint, **place))
            continue
        if found[path].kind is PictureKind.SVG and text_in(data):
            message = f"{path} has text in it, which is set in a font of ours and not in its own"
            problems.append(warning("picture", message, _OUTLINES, **place))
    return found, problems


def _named(draft: PartialEvent) -> Iterator[tuple[Location, str]]:
    for location, person in draft.people.items():
        if person.photo is not None:
            yield (*location, "photo"), person.photo
    for location, sponsor in draft.sponsors.items():
        if sponsor.logo is not None:
            yield (*location, "logo"), sponsor.logo


def _picture(data: bytes, path: str) -> Picture:
    """Return a file as a picture.

    Raises:
        PictureError: it is none, or none that can be printed.
    """
    kind = ENDINGS[PurePosixPath(path).suffix.lower()]
    there = next((each for sign, each in _SIGNS.items() if data.startswith(sign)), PictureKind.SVG)
    if there is not kind:
        raise PictureError(f"is no {FORMAT[kind]}", f"save it as {FORMAT[kind]}, or rename it")
    width, height = svg(data) if kind is PictureKind.SVG else bitmap(data, kind)
    if max(width, height) > _MOST_RATIO * min(width, height):
        message = f"is more than {_MOST_RATIO:,} times as long as it is wide"
        raise PictureError(message, "cut it to what is to be seen")
    return Picture(kind=kind, data=data, width=width, height=height)
