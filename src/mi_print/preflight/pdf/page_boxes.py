"""How a page is cut: its boxes in PDF's coordinates (ISO 32000-1, 14.11.2)."""

from dataclasses import dataclass

from mi_print.geometry import FAR, Rectangle


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The boxes of a page, its own and inherited ones; a missing box is None.

    Most pages of a file are cut alike and share one of these.
    """

    media: Rectangle
    crop: Rectangle
    bleed_box: Rectangle | None
    trim_box: Rectangle | None
    art_box: Rectangle | None
    has_media: bool = True
    """Whether the file says `media`, and not we."""
    rotate: float = 0.0
    """Degrees by which a viewer turns the page."""
    upright: bool = True
    """Whether the page is drawn as it stands: not cropped, turned or scaled."""

    @property
    def trim(self) -> Rectangle:
        """Where the page will be cut: the TrimBox, else the next best box."""
        return self.trim_box or self.art_box or self.crop

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the cut page."""
        return self.trim[2] - self.trim[0], self.trim[3] - self.trim[1]

    @property
    def bleed(self) -> Rectangle:
        """What is printed before it is cut."""
        return self.bleed_box or self.trim

    def placed(self, box: Rectangle) -> tuple[float, float, float, float]:
        """Return `box` as problems name it: x, y, width, height from the trim's top left."""
        left, _bottom, _right, top = self.trim
        box = (_near(box[0]), _near(box[1]), _near(box[2]), _near(box[3]))
        x, y, width, height = box[0] - left, top - box[3], box[2] - box[0], box[3] - box[1]
        return round(x, 2), round(y, 2), round(width, 2), round(height, 2)


def _near(length: float) -> float:
    """Return a length within what a page can have, for one that grew beyond all numbers too."""
    return max(-FAR, min(FAR, length))
