"""Functions of a file at one point: what colour a full tint is (ISO 32000-1, 7.10).

Sampled functions are read at their ends, which is where a full tint lies.  Each
is followed within limits; what can't be reckoned gives None.
"""

import math
import operator
import re
from collections.abc import Callable, Sequence

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, dictionary, entry, items, number, numbers
from mi_print.preflight.pdf.streams import contents

_SAMPLED, _EXPONENTIAL, _STITCHED, _CALCULATED = 0, 2, 3, 4
_TOKEN = re.compile(rb"[{}]|[^\s{}]+")
_MOST_TOKENS = 4_000
_LONGEST = 64 * 1024

Values = tuple[float, ...]


def full_tint(function: PdfValue, depth: int = 0) -> Values | None:
    """Return what a function of tints makes of full ones, None where that can't be told."""
    if dictionary(function) is None or depth > limits.DEPTH:
        return None
    kind = number(entry(function, "/FunctionType"))
    domain = numbers(entry(function, "/Domain")) or (0.0, 1.0)
    if kind == _EXPONENTIAL:
        return numbers(entry(function, "/C1")) or (1.0,)
    if kind == _STITCHED:
        pieces = items(entry(function, "/Functions"))
        return full_tint(pieces[-1], depth + 1) if pieces else None
    if kind == _SAMPLED:
        return _last_sample(function)
    if kind == _CALCULATED:
        code = contents(function, _LONGEST)
        found = None if code is None else _calculated(code, list(domain[1::2]))
        extent = numbers(entry(function, "/Range")) or ()
        return found if found and len(found) == len(extent) // 2 else None
    return None


def _last_sample(function: PdfValue) -> Values | None:
    """Return the sample of the highest inputs, decoded."""
    extent = numbers(entry(function, "/Range"))
    bits = number(entry(function, "/BitsPerSample"))
    sizes = numbers(entry(function, "/Size"))
    data = contents(function, limits.SMALL_STREAM)
    if not extent or bits not in (8, 16, 32) or not sizes or data is None:
        return None
    width, parts = int(bits) // 8, len(extent) // 2
    end = math.prod(int(size) for size in sizes) * width * parts
    if not 0 < end <= len(data):
        return None
    decode = numbers(entry(function, "/Decode")) or extent
    found = []
    for part in range(parts):
        at = end - (parts - part) * width
        share = int.from_bytes(data[at : at + width], "big") / (256**width - 1)
        low, high = decode[2 * part : 2 * part + 2]
        found.append(low + share * (high - low))
    return tuple(found)


_TWO: dict[bytes, Callable[[float, float], float]] = {
    b"add": operator.add,
    b"sub": operator.sub,
    b"mul": operator.mul,
    b"div": operator.truediv,
    b"idiv": lambda a, b: float(int(a) // int(b)),
    b"mod": math.fmod,
    b"exp": operator.pow,
    b"eq": lambda a, b: float(a == b),
    b"ne": lambda a, b: float(a != b),
    b"gt": lambda a, b: float(a > b),
    b"ge": lambda a, b: float(a >= b),
    b"lt": lambda a, b: float(a < b),
    b"le": lambda a, b: float(a <= b),
}
_ONE: dict[bytes, Callable[[float], float]] = {
    b"neg": operator.neg,
    b"abs": abs,
    b"ceiling": math.ceil,
    b"floor": math.floor,
    b"round": round,
    b"truncate": math.trunc,
    b"cvi": math.trunc,
    b"cvr": float,
    b"sqrt": math.sqrt,
    b"not": lambda a: float(not a),
}


def _calculated(code: bytes, inputs: Sequence[float]) -> Values | None:
    """Return what a PostScript calculator leaves on its stack (7.10.5)."""
    tokens = _TOKEN.findall(code)
    if len(tokens) > _MOST_TOKENS or tokens[:1] != [b"{"]:
        return None
    stack = list(inputs)
    try:
        _run(tokens, 1, stack)
    except (LookupError, ValueError, TypeError, ArithmeticError, RecursionError):
        return None
    return tuple(float(value) for value in stack)


def _closing(tokens: Sequence[bytes], at: int) -> int:
    """Return where the block ends that begins at `at`."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += {b"{": 1, b"}": -1}.get(tokens[place], 0)
        if not depth:
            return place
    raise ValueError


def _run(tokens: Sequence[bytes], at: int, stack: list[float]) -> None:
    """Run a block from `at` to its end; blocks nest no deeper than a file's other parts."""
    blocks: list[int] = []
    while tokens[at] != b"}":
        token = tokens[at]
        if token == b"{":
            blocks.append(at)
            at = _closing(tokens, at)
        elif token in (b"if", b"ifelse"):
            chosen = blocks[-1] if token == b"if" else blocks[-2]
            other = None if token == b"if" else blocks[-1]
            block = chosen if stack.pop() else other
            blocks.clear()
            if block is not None:
                _run(tokens, block + 1, stack)
        else:
            _apply(token, stack)
        at += 1


def _roll(stack: list[float]) -> None:
    turns, count = int(stack.pop()), int(stack.pop())
    if not 0 <= count <= len(stack):
        raise ValueError
    part = stack[len(stack) - count :]
    by = turns % count if count else 0
    stack[len(stack) - count :] = part[count - by :] + part[: count - by]


def _copy(stack: list[float]) -> None:
    count = int(stack.pop())
    if not 0 <= count <= min(len(stack), limits.KIN):
        raise ValueError
    stack.extend(stack[len(stack) - count :])


_STACK: dict[bytes, Callable[[list[float]], object]] = {
    b"pop": lambda stack: stack.pop(),
    b"dup": lambda stack: stack.append(stack[-1]),
    b"exch": lambda stack: stack.append(stack.pop(-2)),
    b"index": lambda stack: stack.append(stack[-1 - int(stack.pop())]),
    b"copy": _copy,
    b"roll": _roll,
    b"true": lambda stack: stack.append(1.0),
    b"false": lambda stack: stack.append(0.0),
}


def _apply(token: bytes, stack: list[float]) -> None:
    if token in _STACK:
        _STACK[token](stack)
    elif token in _TWO:
        second, first = stack.pop(), stack.pop()
        stack.append(_TWO[token](first, second))
    elif token in _ONE:
        stack.append(float(_ONE[token](stack.pop())))  # a whole number would grow without end
    else:
        stack.append(float(token))
