"""Set the texts of a stack: each as large as it goes, and none touching another.

Each has a baseline; a tall script or a second line moves what
is below it down, then everything up, and when there is no more room texts get
smaller: the first one first, or all of them by the same share.  A text that
reaches beside a code is as narrow as what is left there, and so is one in the
line of a text that keeps clear.

All places are in points on the page, y down; those of the lines that come out,
from the corner of each text's own box.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from mi_print.geometry import Area
from mi_print.layout.copyfit.fit import ASCENT, DESCENT, FittedLine, FittedText
from mi_print.layout.copyfit.fit_box import Shrink
from mi_print.layout.copyfit.stack_text import StackText, apart

_STEP = 1.0  # points by which a text gets smaller by itself
_SHARE = 0.03  # of its largest size, by which it gets smaller together with others


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts on each other, none of which may touch another, within a box.

    Attributes:
        name: tells it from others.
        box: where all of them stay.
        shrink: which of them get smaller when there is no more room.
        gap: the least white between the ink of two, in em of the smaller one.
    """

    name: str
    box: Area
    shrink: Shrink = Shrink.FIRST
    gap: float = 0.3


class _Standing(NamedTuple):
    """Texts in some sizes: how they came out, and where they stand.

    Their baselines are still to be shifted; with that they are too high by `excess`.
    """

    fitted: Sequence[FittedText]
    baselines: list[list[float]]
    shift: float
    excess: float


def stacked(
    texts: Sequence[StackText], stack: Stack, clear: Sequence[Area] = ()
) -> list[FittedText]:
    """Return the texts of one record in a stack, in their order.

    What does not fit in its smallest size has the `excess` by which it is too high.

    Args:
        texts: at least one.
        stack: where they stand.
        clear: what is kept clear of them.
    """
    texts = apart(texts)
    caps = [text.room.fit.largest for text in texts]
    fitted = [text.fitted(cap) for text, cap in zip(texts, caps, strict=True)]
    largest = caps[0]
    while True:
        caps, fitted = _limited(texts, caps, fitted)
        found = _standing(texts, caps, fitted, stack)
        if clear:
            found = _beside(texts, caps, found, stack, clear)
        smaller = _SMALLER[stack.shrink](texts, caps, found)
        if smaller is None:
            break
        largest = caps[0]
        fitted = [
            each if cap == before else text.fitted(cap)
            for text, each, cap, before in zip(texts, fitted, smaller, caps, strict=True)
        ]
        caps = smaller
    if _in_one_line(texts) and not clear:
        found = _grown(texts, caps, largest, found, stack)
    return [
        _placed(text, each, [baseline + found.shift for baseline in at], found.excess)
        for text, each, at in zip(texts, found.fitted, found.baselines, strict=True)
    ]


def _limited(
    texts: Sequence[StackText], caps: Sequence[float], fitted: Sequence[FittedText]
) -> tuple[list[float], list[FittedText]]:
    """Return sizes and texts, none larger than the one that limits it."""
    caps, fitted = list(caps), list(fitted)
    for number, text in enumerate(texts):
        if text.limit is None:
            continue
        most = max(fitted[text.limit].size, text.room.fit.smallest)
        if fitted[number].size > most:
            caps[number], fitted[number] = most, text.fitted(most)
    return caps, fitted


def _first(
    texts: Sequence[StackText], caps: Sequence[float], found: _Standing
) -> list[float] | None:
    """Return sizes of which the first that can be is smaller; None if all is well, or none can."""
    if found.excess <= 0:
        return None
    for number, (text, each) in enumerate(zip(texts, found.fitted, strict=True)):
        step = _step(each, found, number) if _in_one_line(texts) else _STEP
        if each.size - step < text.room.fit.smallest:
            step = _STEP
        if each.size - step >= text.room.fit.smallest:
            return [*caps[:number], each.size - step, *caps[number + 1 :]]
    return None


def _in_one_line(texts: Sequence[StackText]) -> bool:
    """Return whether nothing stands on another: a text alone, or with others beside it."""
    return all(text.baseline == texts[0].baseline for text in texts)


def _step(text: FittedText, found: _Standing, number: int) -> float:
    """Return by how much a text with none below gets smaller: no more than it must in any case.

    It is as much too high in every size between, if it has the same lines there.
    """
    at = found.baselines[number]
    high = at[-1] + _down(text) - at[0] + _up(text)
    return max(_STEP, floor(text.size * found.excess / high / _STEP) * _STEP)


def _grown(
    texts: Sequence[StackText],
    caps: Sequence[float],
    largest: float,
    found: _Standing,
    stack: Stack,
) -> _Standing:
    """Return texts in one line, the first in the largest size below one that has no room.

    On the way down from that it may have got fewer lines, which have room sooner.
    """
    cap, *others = caps
    while found.excess <= 0 and (cap := cap + _STEP) < largest:
        fitted = [texts[0].fitted(cap), *found.fitted[1:]]
        other = _standing(texts, [cap, *others], fitted, stack)
        if other.excess > 0 or other.fitted[0].size < cap:
            break
        found = other
    return found


def _together(
    texts: Sequence[StackText], caps: Sequence[float], found: _Standing
) -> list[float] | None:
    """Return smaller sizes of all, unless each has its own and there is room below the first."""
    if found.excess <= 0 <= found.shift and all(
        each.size >= cap for each, cap in zip(found.fitted, caps, strict=True)
    ):
        return None
    smaller = [
        max(fit.smallest, round(cap - _SHARE * fit.largest, 3))
        for fit, cap in zip((text.room.fit for text in texts), caps, strict=True)
    ]
    return None if smaller == caps else smaller


_SMALLER: Mapping[
    Shrink, Callable[[Sequence[StackText], Sequence[float], _Standing], list[float] | None]
] = {Shrink.FIRST: _first, Shrink.TOGETHER: _together}
"""What is tried when texts of these sizes came out so; None if they stay."""


def _standing(
    texts: Sequence[StackText], caps: Sequence[float], fitted: Sequence[FittedText], stack: Stack
) -> _Standing:
    """Return where texts stand within their stack, moved up as far as there is room."""
    _, head, _, height = stack.box
    share = caps[0] / texts[0].room.fit.largest if stack.shrink is Shrink.TOGETHER else 1.0
    places = _baselines(texts, fitted, share, stack.gap)
    top = min(at[0] - _up(each) for at, each in zip(places, fitted, strict=True))
    foot = max(at[-1] + _down(each) for at, each in zip(places, fitted, strict=True))
    shift = max(min(0.0, head + height - foot), head - top)
    return _Standing(fitted, places, shift, round(foot + shift - head - height, 6))


def _beside(
    texts: Sequence[StackText],
    caps: Sequence[float],
    found: _Standing,
    stack: Stack,
    clear: Sequence[Area],
) -> _Standing:
    """Return the same with each text that reaches beside a code in the room that is left there."""
    narrow = list(texts)

    def reaching() -> Iterator[tuple[int, StackText]]:
        for number, text in enumerate(narrow):
            for place in clear:
                beside = text.beside(place[0], place[0] + place[2])
                if beside is not text and _reaches(found, number, place):
                    yield number, beside

    while first := next(reaching(), None):
        number, narrow[number] = first
        fitted = list(found.fitted)
        fitted[number] = narrow[number].fitted(caps[number])
        found = _standing(texts, caps, fitted, stack)
    return found


def _reaches(found: _Standing, number: int, clear: Area) -> bool:
    """Return whether a text's ink is between the head and the foot of what is kept clear."""
    top, foot = clear[1] - found.shift, clear[1] + clear[3] - found.shift
    text, at = found.fitted[number], found.baselines[number]
    return at[-1] + _ink_down(text) > top and at[0] - _up(text) < foot


def _baselines(
    texts: Sequence[StackText], fitted: Sequence[FittedText], share: float, gap: float
) -> list[list[float]]:
    """Return each line's baseline on the page: as wished, unless ink would touch.

    Wished is that share of the template's distances; the first stays where it is, so
    that stacks beside each other begin on one line.  Texts beside each other have one
    line in common: the first, or the last where a text stands by its last.
    """
    found: list[list[float]] = []
    above = -1
    for number, (text, each) in enumerate(zip(texts, fitted, strict=True)):
        lines = [line.baseline - each.lines[0].baseline for line in each.lines]
        if above < 0:
            first = text.baseline
            first -= lines[-1] if text.by_last else 0.0
        elif text.baseline == texts[number - 1].baseline:
            first = found[-1][-1] - lines[-1] if text.by_last else found[-1][0]
        else:
            upper = fitted[above]
            white = gap * min(upper.size, each.size)
            wished = share * (text.baseline - texts[above].baseline)
            first = found[above][-1] + max(wished, _ink_down(upper) + white + _up(each))
        if above < 0 or text.baseline != texts[above].baseline:
            above = number
        found.append([first + line for line in lines])
    return found


def _up(text: FittedText) -> float:
    return text.size * text.lines[0].shaped.ink_top


def _ink_down(text: FittedText) -> float:
    return text.size * text.lines[-1].shaped.ink_bottom


def _down(text: FittedText) -> float:
    """Return how far below its last baseline a text reaches: its ink, or half its leading."""
    return max(_ink_down(text), (0.5 - (ASCENT - DESCENT) / 2) * text.size)


def _placed(
    text: StackText, each: FittedText, baselines: Sequence[float], excess: float
) -> FittedText:
    top = text.corner[1]
    lines = tuple(
        FittedLine(line.shaped, line.x, baseline - top)
        for line, baseline in zip(each.lines, baselines, strict=True)
    )
    return each._replace(lines=lines, excess=max(each.excess, round(excess, 3)))
