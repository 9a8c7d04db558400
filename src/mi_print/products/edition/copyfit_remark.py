"""How one text of a series came out, where that is worth a look before a thousand are cut."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyfitRemark:
    """How one text came out; sizes in points.

    Attributes:
        whose: the name on the badge.
        page: of the file, from 1.
        field: what the text is, as the layout calls it; empty if that is not known.
        text: the text itself.
        size: of its type.
        wished: how large the layout wishes it, 0 for any size.
        floor: the smallest size, if it is set in that and could be larger, else 0.
        broken: whether a word had to be broken between letters.
        fonts: the fonts that it takes besides the slot's own.
    """

    whose: str
    page: int
    field: str
    text: str
    size: float
    wished: float = 0.0
    floor: float = 0.0
    broken: bool = False
    fonts: tuple[str, ...] = ()

    @property
    def at_floor(self) -> bool:
        """Whether it can't get any smaller, or did not fit without breaking a word."""
        return self.floor > 0 or self.broken

    @property
    def small(self) -> bool:
        """Whether it is smaller than wished."""
        return self.size < self.wished

    @property
    def rank(self) -> tuple[bool, float, int]:
        """What sorts the worst first: what is broken, then what lost most of its size."""
        return not self.broken, self.size / (self.wished or self.size or 1), self.page
