"""Content streams as checked operations.

A stream is parsed once and its operands are checked against a table here, so
that the walk needs no care about types (ISO 32000-1, annex A).
"""

import warnings
from collections.abc import Callable, Sequence
from decimal import Decimal

import pikepdf

from mi_print.geometry import FAR
from mi_print.preflight.pdf.objects import key_of, number

_NUMERIC = {int, float, Decimal}

Operation = tuple[str, tuple[object, ...]]

NUMBERS = {
    "cm": 6, "re": 4, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "w": 1, "g": 1, "G": 1,
    "rg": 3, "RG": 3, "k": 4, "K": 4, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Tr": 1, "Ts": 1,
    "Td": 2, "TD": 2, "Tm": 6, "i": 1, "J": 1, "j": 1, "M": 1, "d0": 2, "d1": 6,
}  # fmt: skip
"""Operators that take so many numbers."""
NAMES = {"gs", "Do", "sh", "cs", "CS", "ri", "BMC", "MP"}
NONE = {
    "q", "Q", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*",
    "BT", "ET", "T*", "EMC", "BX", "EX",
}  # fmt: skip
COLOURS = {"sc", "scn", "SC", "SCN"}
OTHERS = {"Tf", "Tj", "TJ", "'", '"', "d", "BDC", "DP", "INLINE IMAGE"} | COLOURS


def _string(value: object) -> bytes | None:
    return bytes(value) if isinstance(value, pikepdf.String) else None


def _shown(operands: Sequence[object]) -> tuple[object, ...] | None:
    text = _string(operands[0]) if len(operands) == 1 else None
    return None if text is None else (text,)


def _spaced(operands: Sequence[object]) -> tuple[object, ...] | None:
    if len(operands) != 1 or not isinstance(operands[0], pikepdf.Array):
        return None
    parts: list[object] = []
    for item in operands[0]:
        found = number(item) if type(item) in _NUMERIC else _string(item)
        if found is None:
            return None
        parts.append(found)
    return tuple(parts)


def _quoted(operands: Sequence[object]) -> tuple[object, ...] | None:
    if len(operands) != 3:  # noqa: PLR2004 - word space, letter space, string
        return None
    word, letter, text = number(operands[0]), number(operands[1]), _string(operands[2])
    return None if word is None or letter is None or text is None else (word, letter, text)


def _chosen(operands: Sequence[object]) -> tuple[object, ...] | None:
    if len(operands) != 2 or not isinstance(operands[0], pikepdf.Name):  # noqa: PLR2004 - name, size
        return None
    size = number(operands[1])
    return None if size is None else (key_of(operands[0]), size)


def _coloured(operands: Sequence[object]) -> tuple[object, ...] | None:
    last = operands[-1] if operands else None
    pattern = key_of(last) if isinstance(last, pikepdf.Name) else None
    parts = tuple(number(part) for part in (operands[:-1] if pattern else operands))
    return None if None in parts else (pattern, parts)


def _dashed(_operands: Sequence[object]) -> tuple[object, ...]:
    return ()  # no rule asks how a line is dashed


_SPECIAL: dict[str, Callable[[Sequence[object]], tuple[object, ...] | None]] = {
    "Tj": _shown,
    "'": _shown,
    "TJ": _spaced,
    '"': _quoted,
    "Tf": _chosen,
    "d": _dashed,
    **dict.fromkeys(COLOURS, _coloured),
}


def _measured(operands: Sequence[object]) -> tuple[object, ...] | None:
    """Return numbers; the quick way for those that are nothing else, as nearly all are."""
    if not _NUMERIC.issuperset(map(type, operands)):
        return None
    try:
        found = tuple(map(float, operands))  # type: ignore[arg-type]
    except OverflowError:
        return None
    return found if max(found) <= FAR and min(found) >= -FAR else None


def checked(operator: str, operands: Sequence[object]) -> tuple[object, ...] | None:
    """Return the operands as plain values, None where they are not what the operator takes."""
    count = NUMBERS.get(operator)
    if count is not None:
        return _measured(operands) if len(operands) == count else None
    if operator in NONE:
        return () if not operands else None
    if operator in NAMES:
        only = operands[0] if len(operands) == 1 else None
        return (key_of(only),) if isinstance(only, pikepdf.Name) else None
    special = _SPECIAL.get(operator)
    return special(operands) if special else tuple(operands)


def _parsed(
    content: pikepdf.Object,
) -> list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return list(pikepdf.parse_content_stream(content))


def operations(content: pikepdf.Object) -> tuple[list[Operation], list[str]]:
    """Return what a content stream does, and what of it nobody could read.

    Raises:
        pikepdf.PdfError: the stream is no content stream.
        UserWarning: it ends in the middle of something.
    """
    done: list[Operation] = []
    faults: list[str] = []
    depth = 0
    for instruction in _parsed(content):
        word = str(instruction.operator)
        if word == "BX":
            depth += 1
        elif word == "EX":
            depth = max(0, depth - 1)
        values = checked(word, list(instruction.operands))
        known = word in NUMBERS or word in NONE or word in NAMES or word in OTHERS
        if not known:
            if not depth:  # between BX and EX, strange operators are skipped (7.8.2)
                faults.append(f"there is no operator “{word[:20]}”")
        elif values is None:
            faults.append(f"the operator “{word}” stands with wrong operands")
        else:
            done.append((word, values))
    return done, faults
