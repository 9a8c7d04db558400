"""Which texts of a series are worth a look: small ones, those at the floor, other fonts.

A press prints a name in its smallest size as gladly as any other.  Whoever
orders the badges wants to see those few before a thousand are cut.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mi_print.event.badges import Badge
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot
from mi_print.products.variable_data.copyfit_report import CopyfitRemark, NameSize
from mi_print.series.text_outcome import TextOutcome, fallback_fonts


def smaller(slot: Slot, fitted: FittedText) -> bool:
    """Return whether a text came out smaller than its layout wishes."""
    return fitted.size < slot.wished


def remarkable(slot: Slot, fitted: FittedText) -> bool:
    """Return whether the fit report has something to say of a text."""
    small = smaller(slot, fitted) or fitted.at_floor or fitted.broken
    return small or bool(fallback_fonts(slot, fitted))


def stamped_remarks(
    made: Sequence[Badge], texts: Sequence[Sequence[TextOutcome]], sides: int
) -> tuple[CopyfitRemark, ...]:
    """Return what is to be said of stamped badges.

    Args:
        made: the badges in their order.
        texts: those of each that are remarkable.
        sides: pages of a badge.
    """
    return tuple(
        _remark(badge, each, number * sides + each.slot.page)
        for number, (badge, outcome) in enumerate(zip(made, texts, strict=True))
        for each in outcome
    )


def whole_remarks(
    made: Sequence[Badge], sizes: Iterable[NameSize], sides: int
) -> Iterator[CopyfitRemark]:
    """Yield what is to be said of badges that were set whole: names smaller than wished.

    `sizes` are those, and each is shown on the first side of its badge.
    """
    numbers: Mapping[Badge, int] = {badge: number for number, badge in enumerate(made)}
    for each in sizes:
        name, page = each.badge.name, numbers[each.badge] * sides + 1
        yield CopyfitRemark(name, page, "", name, each.size, each.wished)


def _remark(badge: Badge, outcome: TextOutcome, page: int) -> CopyfitRemark:
    return CopyfitRemark(
        whose=badge.name,
        page=page,
        field=outcome.slot.name,
        text=outcome.text,
        size=outcome.size,
        wished=outcome.slot.wished,
        floor=outcome.size if outcome.at_floor else 0.0,
        broken=outcome.broken,
        fonts=outcome.others,
    )
