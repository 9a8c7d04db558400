"""What of the flyer's items gives way when there are too many: which, and how many of them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mi_print.event.model import Workshop
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.text import word_breaks
from mi_print.layout.text.typography import short_address
from mi_print.products.flyer.flyer_blocks import FlyerBlock, FlyerItem, FlyerPart

_KEPT = (8, 2)
"""How many items each part keeps at first, and how many if that is not enough."""
_KEPT_WORDS = (60, 20)
"""The same of the words of running text."""
_HIDDEN = 2
"""The fewest items that are left out: what says that there are more takes a line too."""
_RUNNING = frozenset({"about", "notes"})
"""Parts of running text, of which words are left out."""
_SENTENCE = re.compile(r"[.!?…。！？][\"”»’)]*\s*$")
_SHARE = 0.6
"""Of what has room: the least that is kept to end with a sentence."""

Blocks = Mapping[str, FlyerBlock]


@dataclass(frozen=True, slots=True)
class CutPart:
    """How many items a part shows, and how many it has."""

    name: str
    shown: int
    count: int

    @property
    def running(self) -> bool:
        """Whether it is running text, of which words are counted."""
        return self.name in _RUNNING


def shortened(
    blocks: Blocks,
    order: Sequence[str],
    fits: Callable[[Blocks], bool],
    speech: "MoreWords",
) -> tuple[Blocks, list[CutPart]]:
    """Return blocks that fit, and what they leave out; or all that can be left out is.

    Args:
        blocks: all of them.
        order: names of parts, the first to give way first.
        fits: whether blocks have room.
        speech: says how many more there are, and where.
    """
    found, cut = blocks, dict[str, CutPart]()
    for kept, kept_words in zip(_KEPT, _KEPT_WORDS, strict=True):
        for name in order:
            parts = _parts(blocks, name)
            count = sum(map(_size, parts))
            least = kept_words if name in _RUNNING else kept
            if count < least + _HIDDEN:
                continue
            tried = _Cut(found, parts, count, speech)
            shown = _most(least, count - _HIDDEN, partial(_fit, fits, tried))
            found = tried.blocks(shown)
            cut[name] = CutPart(name, shown, count)
            if fits(found):
                return _regained(found, blocks, cut, fits, speech)
    return found, list(cut.values())


def _regained(
    found: Blocks,
    whole: Blocks,
    cut: Mapping[str, CutPart],
    fits: Callable[[Blocks], bool],
    speech: "MoreWords",
) -> tuple[Blocks, list[CutPart]]:
    """Return blocks with what has room again since others gave way too, the last of them first."""
    kept = dict(cut)
    for part in [*cut.values()][-2::-1]:
        parts = _parts(whole, part.name)
        tried = _Cut(found, parts, part.count, speech)
        every = _with(found, part.name, parts)
        if fits(every):
            found = every
            del kept[part.name]
            continue
        shown = _most(part.shown, part.count - _HIDDEN, partial(_fit, fits, tried))
        found, kept[part.name] = tried.blocks(shown), replace(part, shown=shown)
    return found, list(kept.values())


@dataclass(frozen=True, slots=True)
class _Cut:
    """Blocks of which some parts, all of one name, are to be cut."""

    whole: Blocks
    parts: Sequence[FlyerPart]
    count: int
    speech: "MoreWords"

    def blocks(self, shown: int) -> Blocks:
        """Return the blocks with so many items of these parts."""
        name = self.parts[0].name
        more = self.speech.more(name, self.count - shown)
        return _with(self.whole, name, _cut(self.parts, shown, more))


def _fit(fits: Callable[[Blocks], bool], tried: _Cut, shown: int) -> bool:
    return fits(tried.blocks(shown))


def _most(least: int, most: int, fits: Callable[[int], bool]) -> int:
    """Return the most that fits, or the least."""
    while least < most:
        middle = (least + most + 1) // 2
        if fits(middle):
            least = middle
        else:
            most = middle - 1
    return least


@dataclass(frozen=True, slots=True)
class MoreWords:
    """Says how many more items there are, and where they are found."""

    workshop: Workshop
    locale: PrintLocale

    def more(self, name: str, count: int) -> FlyerItem:
        """Return the item that stands for so many of a part."""
        host = self.workshop.host
        url = self.workshop.url or (host.url if host else None) or ""
        at = short_address(url)
        if name in _RUNNING:
            return FlyerItem(self.locale.word("more-at", url=at) if at else "", link=url)
        key = "and-more-at" if at else "and-more"
        values: dict[str, object] = {"n": count} | ({"url": at} if at else {})
        return FlyerItem(self.locale.word(key, **values), link=url)


def _parts(blocks: Blocks, name: str) -> list[FlyerPart]:
    return [part for block in blocks.values() for part in block.parts if part.name == name]


def _size(part: FlyerPart) -> int:
    if part.name in _RUNNING:
        return sum(len(word_breaks.parts(item.text)) for item in part.items)
    return len(part.items)


def _with(blocks: Blocks, name: str, parts: Sequence[FlyerPart]) -> Blocks:
    """Return blocks with other parts of that name."""
    found = {}
    for key, block in blocks.items():
        names = [part.name for part in block.parts]
        if name in names:
            others = [part for part in block.parts if part.name != name]
            at = names.index(name)
            found[key] = replace(block, parts=(*others[:at], *parts, *others[at:]))
        else:
            found[key] = block
    return found


def _cut(parts: Sequence[FlyerPart], shown: int, more: FlyerItem) -> list[FlyerPart]:
    """Return the first so many items, and what says that there are more."""
    found = []
    for part in parts:
        if shown > 0:
            cut = _first_words if part.name in _RUNNING else _first
            found.append(replace(part, items=cut(part.items, shown)))
            shown -= _size(part)
    return [*found[:-1], replace(found[-1], more=more)]


def _first(items: Sequence[FlyerItem], count: int) -> tuple[FlyerItem, ...]:
    return tuple(items[:count])


def _first_words(items: Sequence[FlyerItem], count: int) -> tuple[FlyerItem, ...]:
    """Return as many words, up to the end of a sentence if that is near."""
    found: list[FlyerItem] = []
    for item in items:
        pieces = word_breaks.parts(item.text)[:count] if count > 0 else []
        count -= len(word_breaks.parts(item.text))
        if pieces and count < 0:
            ends = [at for at, piece in enumerate(pieces, 1) if _SENTENCE.search(piece)]
            whole = ends and ends[-1] >= _SHARE * len(pieces)
            text = (
                "".join(pieces[: ends[-1]]).rstrip() if whole else f"{''.join(pieces).rstrip()} …"
            )
            found.append(item._replace(text=text))
        elif pieces:
            found.append(item)
    return tuple(found)
