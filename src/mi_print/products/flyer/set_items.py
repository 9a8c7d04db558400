"""Items of the flyer as they come out in a width: their lines, already broken."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mi_print.event.model import Sponsor
from mi_print.layout.template_api.logos import LogoRows
from mi_print.layout.text.pango import Face, measure
from mi_print.products.flyer.flyer_blocks import FlyerItem, FlyerPart, PartKind
from mi_print.products.flyer.line_breaks import address_lines, lines_of

_NAMES = frozenset({"keynotes", "panelists", "organizers", "sponsors"})
"""Parts of names, which get no hyphens."""
_APART = 6.0
"""Points between what stands at the left and at the right of a line, at the least."""


@dataclass(frozen=True, slots=True)
class SetType:
    """How text is set.

    Attributes:
        text: the face of most of it.
        strong: that of headings.
        lang: the language in which it is measured.
        logos: sets sponsors within a width, each in so many square points.
    """

    text: Face
    strong: Face
    lang: str
    logos: Callable[[Sequence[Sponsor], float, float], LogoRows]

    @property
    def size(self) -> float:
        """Of the type."""
        return self.text.size

    @property
    def leading(self) -> float:
        """Of all its lines."""
        return self.text.leading

    def sized(self, size: float) -> "SetType":
        """Return the same in another size."""
        return replace(self, text=self.text.sized(size), strong=self.strong.sized(size))


@dataclass(frozen=True, slots=True)
class SetItem:
    """An item: its lines, those at the right of them, and how many lines stay free above."""

    lines: list[str]
    values: list[str]
    lang: str | None = None
    link: str = ""
    above: int = 0

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return self.above + max(len(self.lines), len(self.values))


def together(items: Sequence[FlyerItem], width: float, set_type: SetType) -> bool:
    """Return whether every name and its affiliation have room in one line."""
    return all(
        _wide(item.text, set_type)
        + (_APART + _wide_value(item.value, set_type) if item.value else 0)
        <= width
        for item in items
    )


def too_wide(items: Sequence[SetItem], width: float, set_type: SetType) -> bool:
    """Return whether names and values can't be two columns that all of them share."""
    names = max((_wide(line, set_type) for item in items for line in item.lines), default=0.0)
    values = (_wide_value(line, set_type) for item in items for line in item.values)
    return names + max(values, default=0.0) > width


def _wide(text: str, set_type: SetType) -> float:
    return measure(text, set_type.text, set_type.lang).width


def _wide_value(text: str, set_type: SetType) -> float:
    """Return how wide a text is whose figures are all of one width."""
    return measure(text, replace(set_type.text, tabular=True), set_type.lang).width


ItemSetter = Callable[[FlyerPart, float, float, SetType], Iterator[SetItem]]


def _text(part: FlyerPart, width: float, _hanging: float, set_type: SetType) -> Iterator[SetItem]:
    """Yield paragraphs, a free line between two."""
    for number, item in enumerate(part.items):
        lines = lines_of(item.text, width, set_type.text, set_type.lang, running=True)
        yield SetItem(lines, [], item.lang, item.link, above=1 if number else 0)


def _note(part: FlyerPart, width: float, _hanging: float, set_type: SetType) -> Iterator[SetItem]:
    for item in part.items:
        if item.link:
            yield SetItem(
                address_lines(item.text, width, set_type.text, set_type.lang), [], link=item.link
            )
        else:
            lines = lines_of(item.text, width, set_type.text, set_type.lang, running=True)
            yield SetItem(lines, [], item.lang)


def _list(part: FlyerPart, width: float, hanging: float, set_type: SetType) -> Iterator[SetItem]:
    """Yield items; of people with affiliations these follow their names, and may get hyphens."""
    for item in part.items:
        text = f"{item.text}, {item.value}" if item.value else item.text
        fits = all(_wide(word, set_type) <= width - hanging for word in f"{item.text},".split())
        named = part.name in _NAMES and not (item.value and fits)
        lang = item.lang or set_type.lang
        lines = lines_of(text, width, set_type.text, lang, name=named)
        if hanging and len(lines) > 1:
            rest = text[len(lines[0]) :] if text.startswith(lines[0]) else " ".join(lines[1:])
            further = lines_of(rest.lstrip(), width - hanging, set_type.text, lang, name=named)
            lines = [lines[0], *further]
        yield SetItem(lines, [], item.lang, item.link)


def _pairs(part: FlyerPart, width: float, _hanging: float, set_type: SetType) -> Iterator[SetItem]:
    """Yield rows of a table; the longer side of one that is too wide is broken."""
    for item in part.items:
        left, right = _wide(item.text, set_type), _wide_value(item.value, set_type)
        room = width - _APART
        names, values = [item.text], [item.value] if item.value else []
        if item.value and left + right > room:
            if right <= room / 2:
                names = lines_of(item.text, room - right, set_type.text, item.lang or set_type.lang)
            elif left <= room / 2:
                values = lines_of(item.value, room - left, set_type.text, set_type.lang)
            else:
                names = lines_of(item.text, room / 2, set_type.text, item.lang or set_type.lang)
                values = lines_of(item.value, room / 2, set_type.text, set_type.lang)
        elif left > width:
            names = lines_of(item.text, width, set_type.text, item.lang or set_type.lang)
        yield SetItem(names, values, item.lang, item.link)


SET_ITEMS: dict[PartKind, ItemSetter] = {
    PartKind.TEXT: _text,
    PartKind.NOTE: _note,
    PartKind.LIST: _list,
    PartKind.PAIRS: _pairs,
}
