"""How large the names came out, and which of them are hard to read.

A first name is read across a table: 36 pt is about what three metres take, and
below 32 pt people lean forward.  The floor is the layout's own affair.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mi_print.event.badges import Badge
from mi_print.problem import Problem, warning
from mi_print.products.badges.data_place import DataPlaces

READABLE = 32.0
"""Points; a smaller name gets a warning."""

_SHOWN = 20
_HINT = "write it shorter, or order a larger size"


@dataclass(frozen=True, slots=True)
class NameSize:
    """How large a badge's name is set, and how large its layout wishes it, in points."""

    badge: Badge
    size: float
    wished: float


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


def smaller_than_wished(sizes: Iterable[NameSize]) -> list[NameSize]:
    """Return the names that are smaller than wished, the smallest first."""
    return sorted((each for each in sizes if each.size < each.wished), key=lambda each: each.size)


def small_names(report: Sequence[NameSize], places: DataPlaces) -> Iterator[Problem]:
    """Yield a warning for each name that is hard to read, but the first twenty only."""
    small = [each for each in report if each.size < READABLE]
    for each in small[:_SHOWN]:
        message = (
            f"“{each.badge.name}” is set in {each.size:g} pt; below {READABLE:g} is hard to read"
        )
        yield warning("small-name", message, _HINT, **places.of(each.badge))
    if len(small) > _SHOWN:
        message = f"{len(small) - _SHOWN} more names are set below {READABLE:g} pt"
        yield warning("small-name", message, _HINT)
