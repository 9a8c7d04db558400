"""What of WeasyPrint and its parser of HTML is amended for speed alone: the pages are the same.

Of a box's hundred properties few are stated; WeasyPrint takes the same long way for all.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from mi_print.layout.typeset.dlopen import named_in_full

with named_in_full():
    from tinyhtml5 import inputstream
    from weasyprint.css import ComputedStyle
    from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
    from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

Computer = Callable[[ComputedStyle, str, Any], Any]

_OTHERWISE = {"position", "float", "display", "page"}
"""Properties whose values depend on each other, or on what is around a box."""
_PROPAGATED = "text_decoration_"


class _Unstated(NamedTuple):
    """What a property is that no rule states.

    Attributes:
        inherited: whether it is that of the parent.
        initial: else.
        computer: what computes that, if it isn't computed.
        logical: the properties that state it in another way (`margin_inline_start`).
    """

    inherited: bool
    initial: Any
    computer: Computer | None
    logical: frozenset[str]


def _unstated(key: str) -> _Unstated:
    logical = PHYSICAL_FUNCTIONS.get(key)
    inlines = ("ltr", "rtl") if logical else ()
    return _Unstated(
        key in INHERITED,
        INITIAL_VALUES[key],
        COMPUTER_FUNCTIONS.get(key) if key in INITIAL_NOT_COMPUTED else None,
        frozenset(logical(block="ttb", inline=inline) for inline in inlines),
    )


_UNSTATED = {
    key: _unstated(key)
    for key in INITIAL_VALUES
    if key not in _OTHERWISE and not key.startswith(_PROPAGATED)
}
computed = ComputedStyle.__missing__
"""WeasyPrint's own way."""


def _value(style: ComputedStyle, key: str) -> Any:  # noqa: ANN401 - of any property
    """Compute a property when it is first asked for, quickly where nothing states it."""
    unstated, stated = _UNSTATED.get(key), style.cascaded
    if unstated is None or key in stated or not unstated.logical.isdisjoint(stated):
        return computed(style, key)
    if unstated.inherited and style.parent_style is not None:
        value = style.parent_style[key]
    elif unstated.computer:
        value = unstated.computer(style, key, unstated.initial)
    else:
        value = unstated.initial
    style[key] = value
    return value


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """Compiles the pattern of some characters, or of all others, once.

    tinyhtml5 looks for it under the characters, but keeps it under another name.
    """

    def __missing__(self, wanted: tuple[Any, bool]) -> re.Pattern[str]:
        characters, these = wanted
        listed = "".join(f"\\x{ord(each):02x}" for each in characters)
        found = self[wanted] = re.compile(f"[{'' if these else '^'}{listed}]+")
        return found


def amend_styles() -> None:
    """Put the amendments in the place of what they amend."""
    ComputedStyle.__missing__ = _value
    inputstream.characters_until_regex = _Patterns()
