"""Which texts of badges are worth a look: small ones, those at the floor, other fonts.

Whoever orders badges wants to see those few before a thousand are cut.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mi_print.event.badges import Badge
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot
from mi_print.products.badges.name_sizes import NameSize
from mi_print.products.edition.copyfit_remark import CopyfitRemark
from mi_print.products.edition.page_map import PageMap
from mi_print.series.text_outcome import TextOutcome, fallback_fonts


def smaller(slot: Slot, fitted: FittedText) -> bool:
    """Return whether a text came out smaller than its layout wishes."""
    return fitted.size < slot.wished


def remarkable(slot: Slot, fitted: FittedText) -> bool:
    """Return whether the copyfit report has a remark on a text."""
    small = smaller(slot, fitted) or fitted.at_floor or fitted.broken
    return small or bool(fallback_fonts(slot, fitted))


def stamped_remarks(
    made: Sequence[Badge], texts: Sequence[Sequence[TextOutcome]], pages: PageMap
) -> tuple[CopyfitRemark, ...]:
    """Return the remarks on stamped badges.

    Args:
        made: the badges in their order.
        texts: those of each that are remarkable.
        pages: of the badges.
    """
    return tuple(
        CopyfitRemark(
            whose=badge.name,
            page=pages.page(number, text.slot.page),
            field=text.slot.name,
            text=text.text,
            size=text.size,
            wished=text.slot.wished,
            floor=text.size if text.at_floor else 0.0,
            broken=text.broken,
            fonts=text.others,
        )
        for number, (badge, own) in enumerate(zip(made, texts, strict=True))
        for text in own
    )


def whole_remarks(
    made: Sequence[Badge], sizes: Iterable[NameSize], pages: PageMap
) -> Iterator[CopyfitRemark]:
    """Yield a remark on each of these names, smaller than wished, of badges typeset whole.

    It names the first side of the badge.
    """
    numbers: Mapping[Badge, int] = {badge: number for number, badge in enumerate(made)}
    for each in sizes:
        name, page = each.badge.name, pages.page(numbers[each.badge], 1)
        yield CopyfitRemark(name, page, "", name, each.size, each.wished)
