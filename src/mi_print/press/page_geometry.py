"""A printed page's boxes as numbers.

Three rectangles contain each other: the trim, the size after cutting; the bleed
around it, which covers cuts that are a little off; and the slug around that,
which has the marks and is cut away.  The media box is the outermost and begins at 0, 0:
some programs shift the art of a page whose media box does not.
Boxes: ISO 32000-1, 14.11.2.
"""

from dataclasses import dataclass

BoxCorners = tuple[float, float, float, float]
"""Left, bottom, right and top in points, y up."""


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """One page: its trim's width and height, the bleed and the slug on every side, in points."""

    width: float
    height: float
    bleed: float
    slug: float = 0.0

    @property
    def margin(self) -> float:
        """From the edge of the sheet to the trim."""
        return self.bleed + self.slug

    @property
    def media(self) -> BoxCorners:
        """All of it."""
        return self._around(self.margin)

    @property
    def bleed_box(self) -> BoxCorners:
        """As far as art goes."""
        return self._around(self.bleed)

    @property
    def trim_box(self) -> BoxCorners:
        """Where it is cut."""
        return self._around(0)

    def _around(self, more: float) -> BoxCorners:
        start = self.margin - more
        return start, start, self.margin + self.width + more, self.margin + self.height + more
