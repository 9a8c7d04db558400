"""What stands within the reach of slots: what the master says, and other slots.

A text of a slot that reaches over others is looked at when it is stamped
(`series/stamp.py`); one that has its place for itself is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mi_print.geometry import Area
from mi_print.layout.checks.keep_outs import COLLISION, deeper
from mi_print.layout.checks.page_fault import area, quoted
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.typeset.contents import PageContents
from mi_print.problem import Problem, error

_MOVE = "move one of them"


def neighboured(slots: Sequence[Slot], contents: PageContents) -> list[Slot]:
    """Return the slots of masters with what is within their reach."""
    fixed = list(_fixed(contents))
    return [
        replace(
            slot,
            taken=tuple(
                (what, box)
                for page, what, box in fixed
                if page == slot.page and deeper(slot.reach, box)
            ),
            near=tuple(dict.fromkeys(_near(slot, slots))),
        )
        for slot in slots
    ]


def check_codes(slots: Sequence[Slot], file: str) -> list[Problem]:
    """Return an error for each slot of a code that fixed text or a rule of the master is in."""
    return [
        error(
            COLLISION,
            f"the code “{slot.name}” is printed over {what}",
            _MOVE,
            file=file,
            line=slot.line,
            page=slot.page,
            box=slot.bounds,
        )
        for slot in slots
        if slot.kind is SlotKind.CODE
        for what, _ in slot.taken[:1]
    ]


def _fixed(contents: PageContents) -> Iterator[tuple[int, str, Area]]:
    """Yield what is fixed on each page: the ink of glyphs, rules, codes."""
    for text in contents.texts:
        if text.ink and not text.over:
            for ink in text.glyphs():
                yield text.page, quoted(text.text), area(ink)
    for rule in contents.rules:
        yield rule.page, "a rule", area(rule.box)
    for picture in contents.pictures:
        if picture.code:
            yield picture.page, "a code", area(picture.box)


def _near(slot: Slot, slots: Sequence[Slot]) -> Iterator[str]:
    for other in slots:
        together = slot.stack is not None and slot.stack == other.stack
        if other is slot or other.page != slot.page or together:
            continue
        if deeper(slot.reach, other.reach):
            yield other.name
