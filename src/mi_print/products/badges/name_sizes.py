"""How large the names came out, with a warning for those that are hard to read.

A first name is read across a table: 36 pt is about what three metres take, and
below 32 pt people lean forward.  A part of a name that the layout wishes smaller, such as
the family name, is held to what it wishes.  How small a name may be set at all is up to the
layout.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mi_print.event.badges import Badge
from mi_print.problem import Problem, warning
from mi_print.products.data_places import DataPlaces

READABLE = 32.0
"""Points; a smaller name gets a warning."""

_HINT = "write it shorter, or order a larger size"


@dataclass(frozen=True, slots=True)
class NameSize:
    """How large a name or a part of it is set, and how large its layout wishes it, in points."""

    badge: Badge
    size: float
    wished: float
    text: str = ""
    """The part of the name, if it is not the whole."""

    @property
    def least(self) -> float:
        """The smallest size in which it is easy to read."""
        return min(READABLE, self.wished)


def smaller_than_wished(sizes: Iterable[NameSize]) -> list[NameSize]:
    """Return the names that are smaller than wished, the smallest first."""
    return sorted((each for each in sizes if each.size < each.wished), key=lambda each: each.size)


def small_names(sizes: Sequence[NameSize], places: DataPlaces) -> Iterator[Problem]:
    """Yield a warning for each badge whose name is hard to read, by the part that is worst."""
    worst: dict[Badge, NameSize] = {}
    for each in sorted(sizes, key=lambda each: each.size / each.least):
        if each.size < each.least:
            worst.setdefault(each.badge, each)
    for each in worst.values():
        size = f"{each.size:g} pt; below {each.least:g} is hard to read"
        part = f", “{each.text}”," if 0 < len(each.text) < len(each.badge.name) else ""
        message = f"“{each.badge.name}”{part} is set in {size}"
        yield warning("small-name", message, _HINT, **places.place(each.badge))
