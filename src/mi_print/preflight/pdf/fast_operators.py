"""A fast reader of simple content streams, as nearly all pages of a series have.

A parser that can read everything makes an object of every operand.  Most
streams hold nothing but numbers, names and strings of hexadecimal digits before
operators that take them, and many instructions come again on every page.  So a
stream is cut into its instructions, and each is read once.  A stream with
anything else in it is left to the parser, which says what is wrong.

Files are untrusted: single characters are repeated without backtracking, and
what a group repeats is read in one way alone, so time grows linearly with the
stream.  No group is repeated possessively, which Python before 3.11.5 gets
wrong where the group fails halfway (https://github.com/python/cpython/issues/106052).
"""

import re
from collections.abc import Callable
from functools import lru_cache

from mi_print.geometry import FAR
from mi_print.preflight.pdf.operators import COLOURS, NAMES, NONE, NUMBERS, Operation

LONGEST = 1 << 20
"""Bytes of a stream that is read here; what is longer is no page of a series."""

_SHORT = 64  # bytes: a longer instruction hardly comes again
_KEPT = 4_096

_PARTS = {
    b"s": rb"[ \t\r\n]",
    b"name": rb"/[-+.\w]++",
    b"hex": rb"<(?:[0-9A-Fa-f]{2})*>",
    b"number": rb"-?+(?:\d{1,9}+(?:\.\d{0,15}+)?+|\.\d{1,15}+)",
}
_OPERANDS = rb"(?:/[-+.\w]++|<[0-9A-Fa-f]*+>|[-+.\d \t\r\n\[\]]++)*"
_OPERATOR = rb"[A-Za-z]++[*01]?+"
_CUT = re.compile(_OPERANDS + _OPERATOR + rb"(?:%(s)b++|\Z)|[\x00-\xff]++" % _PARTS)
_HALVES = re.compile(rb"(%b)(%b)%b*+" % (_OPERANDS, _OPERATOR, _PARTS[b"s"]))
_MEASURED = re.compile(rb"%(s)b*+(?:%(number)b%(s)b++)*" % _PARTS)
_NAMED = re.compile(rb"%(s)b*+(%(name)b)%(s)b++(?:(%(number)b)%(s)b++)?" % _PARTS)
_COLOURED = re.compile(rb"%(s)b*+((?:%(number)b%(s)b++)*)(?:(%(name)b)%(s)b++)?" % _PARTS)
_SHOWN = re.compile(rb"%(s)b*+(%(hex)b)%(s)b*+" % _PARTS)
_SPACED = re.compile(
    rb"%(s)b*+\[((?:%(s)b++|%(hex)b|%(number)b(?=[]< \t\r\n]))*)\]%(s)b*+" % _PARTS
)
_DASHED = re.compile(
    rb"%(s)b*+\[(?:%(s)b++|%(number)b(?=[] \t\r\n]))*\]%(s)b*+%(number)b%(s)b++" % _PARTS
)
_PART = re.compile(rb"<([^>]*+)>|([^<\s]++)")


class _OtherError(Exception):
    """There is something here that only the parser reads."""


PlainOperands = tuple[object, ...]


def operations(data: bytes) -> list[Operation] | None:
    """Return what a content stream does, None if it is to be left to the parser."""
    try:
        return [_kept(one) if len(one) < _SHORT else _read(one) for one in _CUT.findall(data)]
    except _OtherError:
        return None


def _read(instruction: bytes) -> Operation:
    halves = _HALVES.fullmatch(instruction)
    if halves is None:
        raise _OtherError
    operands, operator = halves.groups()
    word = operator.decode()
    count = NUMBERS.get(word)
    if count is not None:
        return word, _numbers(operands, count)
    if word in NONE:
        if operands.strip():
            raise _OtherError
        return word, ()
    read = _SPECIAL.get(word)
    if read is None:
        raise _OtherError
    return word, read(operands)


_kept = lru_cache(_KEPT)(_read)


def _match(form: re.Pattern[bytes], operands: bytes) -> re.Match[bytes]:
    found = form.fullmatch(operands)
    if found is None:
        raise _OtherError
    return found


def _near(number: bytes) -> float:
    found = float(number)
    if not -FAR <= found <= FAR:
        raise _OtherError
    return found


def _numbers(operands: bytes, count: int) -> PlainOperands:
    parts = _match(_MEASURED, operands)[0].split()
    if len(parts) != count:
        raise _OtherError
    return tuple(map(_near, parts))


def _name(operands: bytes) -> PlainOperands:
    name, size = _match(_NAMED, operands).groups()
    if size is not None:
        raise _OtherError
    return (name.decode(),)


def _font(operands: bytes) -> PlainOperands:
    name, size = _match(_NAMED, operands).groups()
    if size is None:
        raise _OtherError
    return name.decode(), _near(size)


def _colour(operands: bytes) -> PlainOperands:
    numbers, name = _match(_COLOURED, operands).groups()
    return name.decode() if name else None, tuple(map(_near, numbers.split()))


def _shown(operands: bytes) -> PlainOperands:
    return (bytes.fromhex(_match(_SHOWN, operands)[1][1:-1].decode()),)


def _spaced(operands: bytes) -> PlainOperands:
    found = _PART.findall(_match(_SPACED, operands)[1])
    return tuple(
        _near(number) if number else bytes.fromhex(text.decode()) for text, number in found
    )


def _dashed(operands: bytes) -> PlainOperands:
    _match(_DASHED, operands)
    return ()


_SPECIAL: dict[str, Callable[[bytes], PlainOperands]] = {
    **dict.fromkeys(NAMES, _name),
    **dict.fromkeys(COLOURS, _colour),
    "Tf": _font,
    "Tj": _shown,
    "TJ": _spaced,
    "d": _dashed,
}
