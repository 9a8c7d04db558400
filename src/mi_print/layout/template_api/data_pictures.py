"""Pictures of the data, such as logos, as templates place them."""

from base64 import b64encode
from dataclasses import dataclass, replace

from markupsafe import Markup

from mi_print.event.model.pictures import Picture

_INCH = 72  # points
COARSE = 200
"""Pixels per inch below which a picture is seen to have them."""


@dataclass(frozen=True, slots=True)
class DataPicture:
    """A picture in the size in which it is printed, in points.

    Attributes:
        source: its address for an `img`, which needs an `alt`.
        image: the same as a CSS image, which a screen reader passes over.
        width: how wide it is.
        height: how high it is.
        resolution: pixels per inch in that size; an SVG has none.
    """

    source: Markup
    image: Markup
    width: float
    height: float
    resolution: float | None

    def scaled(self, factor: float) -> "DataPicture":
        """Return the picture in another size."""
        resolution = None if self.resolution is None else self.resolution / factor
        width, height = self.width * factor, self.height * factor
        return replace(self, width=width, height=height, resolution=resolution)


def data_picture(picture: Picture, width: float, height: float) -> DataPicture:
    """Return a picture as large as a box allows that is so many points wide and high."""
    scale = min(width / picture.width, height / picture.height)
    wide, high = scale * picture.width, scale * picture.height
    source = f"data:{picture.kind};base64,{b64encode(picture.data).decode()}"
    resolution = picture.pixels / wide * _INCH if picture.pixels else None
    image = Markup(f"url({source})")  # noqa: S704 - base64
    return DataPicture(Markup(source), image, wide, high, resolution)  # noqa: S704 - the same
