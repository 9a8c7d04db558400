"""Pictures that the data names by their paths: logos and photographs."""

from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from mi_print.event.model.base import EventPart
from mi_print.source.text_line import TextLine


class PictureKind(StrEnum):
    """The formats of pictures, each by its media type."""

    SVG = "image/svg+xml"
    PNG = "image/png"
    JPEG = "image/jpeg"


ENDINGS = {
    ".svg": PictureKind.SVG,
    ".png": PictureKind.PNG,
    ".jpg": PictureKind.JPEG,
    ".jpeg": PictureKind.JPEG,
}
"""The format of a file by the ending of its name."""


def _path(text: str) -> str:
    path = PurePosixPath(text)
    if "\\" in text or ":" in text or path.is_absolute() or ".." in path.parts:
        raise ValueError(f'"{text}" is no path below data/; write it as "logos/sample.svg"')
    if path.suffix.lower() not in ENDINGS:
        raise ValueError(f'"{text}" is no picture; it ends in {", ".join(ENDINGS)}')
    return path.as_posix()


PicturePath = Annotated[TextLine, Field(max_length=200), AfterValidator(_path)]
"""The path of a picture, from the folder `data/` on."""


class Picture(EventPart):
    """A picture as it was read and judged, so that nothing opens its file again."""

    model_config = ConfigDict(ser_json_bytes="base64")

    kind: PictureKind
    data: bytes
    width: float
    """Of an SVG in its own units, else in pixels; with `height` it says the proportions."""
    height: float

    @property
    def pixels(self) -> float | None:
        """How many pixels it is wide; an SVG has none."""
        return None if self.kind is PictureKind.SVG else self.width
