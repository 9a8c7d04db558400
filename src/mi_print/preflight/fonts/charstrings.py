"""Outlines of compact font programs: their widths, and whether they can be drawn.

An outline is a charstring of Type 2 (Adobe TN 5177); its width stands in front (4.1).
"""

import struct
from dataclasses import dataclass

from mi_print.preflight.fonts.cff_index import CffIndex

_STEMS = (1, 3, 18, 23, 19, 20)
_MASKS = (19, 20)
_MOVES = {21: 2, 22: 1, 4: 1}
_DRAWN = {**_MOVES, 5: 2, 6: 1, 7: 1, 8: 6, 24: 8, 25: 8, 26: 4, 27: 4, 30: 4, 31: 4}
"""By operator, how many numbers it takes at least."""
_END, _CALL, _CALL_GLOBAL, _RETURN = 14, 10, 29, 11
_ESCAPE = 12
_FLEXES = {34: 7, 35: 13, 36: 9, 37: 11}
_LAST_ESCAPED = 30
"""Up to here they calculate, or hint as of old; from 34 on they draw."""
_RESERVED = (0, 2, 9, 13, 15, 16, 17)
_MOST_STEPS, _DEEPEST = 2_000, 10
_LONGEST = 50_000
_MOST_NUMBERS = 48


@dataclass(frozen=True, slots=True)
class SharedOutlines:
    """What the outlines of one kind share: widths and subroutines."""

    usual: float
    nominal: float
    routines: CffIndex | None
    scale: float


def width(outline: bytes, local: SharedOutlines, shared: CffIndex) -> float | None:
    """Run an outline up to the operator that takes its width (TN 5177, 3.1)."""
    stack: list[float] = []
    waiting = [(outline, 0)]
    for _step in range(_MOST_STEPS):
        data, at = waiting.pop()
        first = data[at]
        if first >= 32 or first == 28:  # noqa: PLR2004 - numbers
            value, at = number(data, at)
            stack.append(value)
        elif first in (_CALL, _CALL_GLOBAL):
            routines = local.routines if first == _CALL else shared
            if routines is None or len(waiting) >= _DEEPEST:
                return None
            waiting.append((data, at + 1))
            data, at = routines[int(stack.pop()) + _bias(len(routines))], 0
        elif first == _RETURN:
            data, at = waiting.pop()
        else:
            return _taken(first, stack, local)
        waiting.append((data, at))
    return None


def _taken(operator: int, stack: list[float], local: SharedOutlines) -> float | None:
    if operator in _STEMS:
        own = len(stack) % 2 == 1
    elif operator in _MOVES:
        own = len(stack) > _MOVES[operator]
    elif operator == _END:
        own = len(stack) in (1, 5)
    else:
        return None
    return local.nominal + stack[0] if own else local.usual


def _bias(count: int) -> int:
    return 107 if count < 1240 else 1131 if count < 33900 else 32768  # noqa: PLR2004 - TN 5177, 4.7


def number(data: bytes, at: int) -> tuple[float, int]:
    """Return a number of an outline, and where it ends."""
    first = data[at]
    if first == 28:  # noqa: PLR2004 - two bytes follow
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first <= 246:  # noqa: PLR2004 - small
        return first - 139, at + 1
    if first <= 250:  # noqa: PLR2004 - positive, with a second byte
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if first <= 254:  # noqa: PLR2004 - negative
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    return struct.unpack_from(">l", data, at + 1)[0] / 65536, at + 5


def sound(outline: bytes, local: SharedOutlines, shared: CffIndex) -> bool:
    """Return whether an outline can be drawn: known operators, with as many numbers as they take.

    The end may be missing, as some programs have it; what calculates is not followed.
    """
    run = _OutlineRun(outline, local, shared)
    try:
        for _step in range(_LONGEST):
            if run.ended():
                return run.clean()
            run.step()
    except (struct.error, LookupError):
        return False
    return True


class _OutlineRun:
    """An outline at work; a step that can't be taken raises an error."""

    def __init__(self, outline: bytes, local: SharedOutlines, shared: CffIndex) -> None:
        self._routines = {_CALL: local.routines, _CALL_GLOBAL: shared}
        self._stack: list[float] = []
        self._waiting: list[tuple[bytes, int]] = []
        self._data, self._at, self._stems = outline, 0, 0

    def ended(self) -> bool:
        while self._at >= len(self._data):
            if not self._waiting:
                return True
            self._data, self._at = self._waiting.pop()
        return False

    def clean(self) -> bool:
        """Return whether no number waits for an operator."""
        return not self._stack

    def step(self) -> None:
        first = self._data[self._at]
        if first >= 32 or first == 28:  # noqa: PLR2004 - numbers
            value, self._at = number(self._data, self._at)
            self._stack.append(value)
            if len(self._stack) > _MOST_NUMBERS:
                raise IndexError
        elif first in self._routines:
            self._call(self._routines[first])
        elif first == _RETURN:
            self._data, self._at = self._waiting.pop()
        elif first == _END:
            self._end()
        elif first == _ESCAPE:
            self._flex(self._data[self._at + 1])
        else:
            self._draw(first)

    def _end(self) -> None:
        self._stack.clear()
        self._waiting.clear()
        self._at = len(self._data)

    def _call(self, routines: CffIndex | None) -> None:
        chosen = self._stack.pop()
        if routines is None or len(self._waiting) >= _DEEPEST:
            raise IndexError
        self._waiting.append((self._data, self._at + 1))
        self._data, self._at = routines[int(chosen) + _bias(len(routines))], 0

    def _flex(self, second: int) -> None:
        if second in _FLEXES:
            self._taken(_FLEXES[second])
            self._at += 2
        elif second <= _LAST_ESCAPED:
            self._end()
        else:
            raise IndexError

    def _draw(self, operator: int) -> None:
        if operator in _RESERVED:
            raise IndexError
        self._stems += len(self._stack) // 2 if operator in _STEMS else 0
        self._at += 1 + (-(-self._stems // 8) if operator in _MASKS else 0)
        self._taken(_DRAWN.get(operator, 0))

    def _taken(self, least: int) -> None:
        if len(self._stack) < least:
            raise IndexError
        self._stack.clear()
