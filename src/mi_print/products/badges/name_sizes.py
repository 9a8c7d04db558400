"""How large the names came out, with a warning for those that are hard to read.

A first name is read across a table: 36 pt is about what three metres take, and
below 32 pt people lean forward.  How small a name may be
set at all is up to the layout.
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
    """How large a badge's name is set, and how large its layout wishes it, in points."""

    badge: Badge
    size: float
    wished: float


def smaller_than_wished(sizes: Iterable[NameSize]) -> list[NameSize]:
    """Return the names that are smaller than wished, the smallest first."""
    return sorted((each for each in sizes if each.size < each.wished), key=lambda each: each.size)


def small_names(sizes: Sequence[NameSize], places: DataPlaces) -> Iterator[Problem]:
    """Yield a warning for each name that is hard to read."""
    for each in sizes:
        if each.size < READABLE:
            size = f"{each.size:g} pt; below {READABLE:g} is hard to read"
            message = f"“{each.badge.name}” is set in {size}"
            yield warning("small-name", message, _HINT, **places.place(each.badge))
