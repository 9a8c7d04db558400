"""Which texts of a series are worth a look: small ones, those at the floor, other fonts.

A press prints a name in its smallest size as gladly as any other.  Whoever
orders the badges wants to see those few before a thousand are cut.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mi_print.event.badges import Badge
from mi_print.products.fit_report import Remark, Size
from mi_print.series.stack import Text, alone, room
from mi_print.series.stamp import Told


def stamped_remarks(
    made: Sequence[Badge], texts: Sequence[Sequence[Told]], sides: int
) -> tuple[Remark, ...]:
    """Return what is to be said of stamped badges.

    Args:
        made: the badges in their order.
        texts: how the texts of each came out.
        sides: pages of a badge.
    """
    found = []
    for number, (badge, told) in enumerate(zip(made, texts, strict=True)):
        for each in told:
            remark = _remark(badge, each, number * sides + each.slot.page)
            if remark.small or remark.at_floor or remark.fonts:
                found.append(remark)
    return tuple(found)


def whole_remarks(made: Sequence[Badge], sizes: Iterable[Size], sides: int) -> Iterator[Remark]:
    """Yield what is to be said of badges that were set whole: names smaller than wished.

    `sizes` are those, and each is shown on the first side of its badge.
    """
    numbers: Mapping[Badge, int] = {badge: number for number, badge in enumerate(made)}
    for each in sizes:
        name, page = each.badge.name, numbers[each.badge] * sides + 1
        yield Remark(name, page, "", name, each.size, each.wished)


def _remark(badge: Badge, told: Told, page: int) -> Remark:
    slot, size = told.slot, told.size
    remark = Remark(badge.name, page, slot.name, told.text, size, slot.wished)
    if told.text.isascii() and size >= slot.fit.largest:  # nobody has to look closer
        return remark
    # Told is lean, since it travels between processes: the rest is found again.
    text = Text(slot, room(slot), told.text, badge.lang or slot.lang)
    fitted = text.fitted(size) if slot.stack else alone(text)
    own = slot.face.family.replace(" ", "")
    return replace(
        remark,
        floor=size if size <= slot.fit.smallest < slot.fit.largest else 0.0,
        broken=fitted.broken,
        fonts=tuple(font for font in fitted.fonts if font.partition("-")[0] != own),
    )
