"""Functions of a file at a point: what colour a tint is (ISO 32000-1, 7.10).

Each is followed within limits; what can't be reckoned gives None.
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


def tint(function: PdfValue, share: float = 1.0) -> Values | None:
    """Return what a function of tints makes of equal ones, None where that can't be told.

    Args:
        function: of one tint or more.
        share: of a full tint, from 0 to 1.
    """
    domain = _pairs(numbers(entry(function, "/Domain")) or (0.0, 1.0))
    return _at(function, [low + share * (high - low) for low, high in domain], 0)


def _at(function: PdfValue, inputs: list[float], depth: int) -> Values | None:
    if dictionary(function) is None or depth > limits.DEPTH or not inputs:
        return None
    kind = number(entry(function, "/FunctionType"))
    domain = _pairs(numbers(entry(function, "/Domain")) or (0.0, 1.0))
    if kind == _EXPONENTIAL:
        return _power(function, inputs[0])
    if kind == _STITCHED:
        return _piece(function, domain[0], inputs[0], depth)
    if kind == _SAMPLED:
        return _sample(function, domain, inputs)
    if kind == _CALCULATED:
        code = contents(function, _LONGEST)
        found = None if code is None else _calculated(code, inputs)
        extent = numbers(entry(function, "/Range")) or ()
        return found if found and len(found) == len(extent) // 2 else None
    return None


def _pairs(values: Values) -> list[tuple[float, float]]:
    return list(zip(values[::2], values[1::2], strict=False))


def _share(value: float, span: tuple[float, float]) -> float:
    low, high = span
    return (value - low) / (high - low) if high != low else 1.0


def _power(function: PdfValue, value: float) -> Values | None:
    """Return what an exponential function makes of a value (7.10.3)."""
    low = numbers(entry(function, "/C0")) or (0.0,)
    high = numbers(entry(function, "/C1")) or (1.0,)
    try:
        share = value ** (number(entry(function, "/N")) or 1.0)
    except ArithmeticError:
        return None
    if len(low) != len(high) or not isinstance(share, float):
        return high if value == 1 else None
    return tuple(a + share * (b - a) for a, b in zip(low, high, strict=True))


def _piece(
    function: PdfValue, domain: tuple[float, float], value: float, depth: int
) -> Values | None:
    """Return what the piece of a stitched function makes of a value (7.10.4)."""
    pieces = items(entry(function, "/Functions"))
    bounds = numbers(entry(function, "/Bounds")) or ()
    chosen = min(sum(value >= bound for bound in bounds), len(pieces) - 1)
    marks = (domain[0], *bounds, domain[1])
    ends = _pairs(numbers(entry(function, "/Encode")) or ())
    if not 0 <= chosen < len(marks) - 1:
        return None
    first, last = ends[chosen] if chosen < len(ends) else (0.0, 1.0)
    share = _share(value, (marks[chosen], marks[chosen + 1]))
    return _at(pieces[chosen], [first + share * (last - first)], depth + 1)


def _sample(
    function: PdfValue, domain: list[tuple[float, float]], inputs: list[float]
) -> Values | None:
    """Return a sample, decoded (7.10.2): between two of them, or that of the highest inputs."""
    extent = numbers(entry(function, "/Range"))
    bits = number(entry(function, "/BitsPerSample"))
    sizes = numbers(entry(function, "/Size"))
    data = contents(function, limits.SMALL_STREAM)
    if not extent or bits not in (8, 16, 32) or not sizes or data is None:
        return None
    width, parts = int(bits) // 8, len(extent) // 2
    last = math.prod(int(size) for size in sizes) - 1
    if not 0 <= last * width * parts < len(data) - width * parts + 1:
        return None
    at = float(last)
    if len(inputs) == 1:
        first, end = (_pairs(numbers(entry(function, "/Encode")) or ()) or [(0.0, at)])[0]
        at = min(max(first + _share(inputs[0], domain[0]) * (end - first), 0.0), at)
    elif any(value != high for value, (_low, high) in zip(inputs, domain, strict=False)):
        return None
    decode = _pairs(numbers(entry(function, "/Decode")) or extent)
    found = []
    for part, (low, high) in enumerate(decode[:parts]):
        one, other = (
            int.from_bytes(data[place : place + width], "big") / (256**width - 1)
            for place in ((row * parts + part) * width for row in (math.floor(at), math.ceil(at)))
        )
        found.append(low + (one + at % 1 * (other - one)) * (high - low))
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
