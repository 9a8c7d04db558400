"""What a template is given: plain, read-only views of what we have.

A layout may be a stranger's, and a template can call every method of an object
that it gets.  So it gets none: of a model or a record a
template sees the declared fields and the properties, each made plain in turn,
and of a function nothing but that it can be called.  Everything that a template
is given passes here, and what is none of this is refused.
"""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Iterator
from enum import Enum
from operator import attrgetter
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from mi_print.event.model import Mention

_AS_IT_IS = frozenset({str, Mention, Markup, int, float, bool, type(None)})
_MOMENTS = {
    dt.date: ("year", "month", "day"),
    dt.time: ("hour", "minute"),
    dt.datetime: ("year", "month", "day", "hour", "minute"),
}


class View:
    """An object's fields and nothing else; the sandbox lets no template see `_of`.

    Views are equal and in order as their objects are.  Only a day and a time
    are a text too.
    """

    __slots__ = ("_of",)

    def __init__(self, of: Any) -> None:  # noqa: ANN401 - whatever is viewed
        """Keep what is viewed."""
        self._of = of

    def __eq__(self, other: object) -> bool:
        return bool(self._of == bare(other))

    def __hash__(self) -> int:
        return hash(self._of)

    def __lt__(self, other: object) -> bool:
        return bool(self._of < bare(other))

    def __le__(self, other: object) -> bool:
        return bool(self._of <= bare(other))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __str__(self) -> str:
        """Return the text of a day or a time.

        Raises:
            ValueError: it is anything else, which printed whole is a mistake.
        """
        if type(self._of) in _MOMENTS:
            return str(self._of)
        raise ValueError(f"{self!r} is not a text; write one of its fields")


def plain(value: object) -> Any:  # noqa: ANN401 - whatever it stands for
    """Return what a template may have of a value.

    Fields are made plain when they are asked for, so a view costs the same of
    one person and of ten thousand.

    Raises:
        TypeError: it is nothing that a template may be given.
    """
    value = value.value if isinstance(value, Enum) else value
    kind: Any = type(value)
    if kind in _AS_IT_IS or isinstance(value, View):
        return value
    if isinstance(value, dict):
        return {plain(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    if callable(value) and not isinstance(value, type):
        return _function(value)
    return _view(kind)(value)


def bare(value: object) -> Any:  # noqa: ANN401 - whatever was viewed
    """Return what `plain` was given, for our own functions that templates call with it."""
    if isinstance(value, View):
        return value._of  # noqa: SLF001 - our own
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(bare(each) for each in value)
    if isinstance(value, list | Iterator):
        return [bare(each) for each in value]
    return value


def _function(function: Callable[..., object]) -> Callable[..., object]:
    """Return a function without attributes, that takes views and returns what is plain."""

    def call(*given: object, **named: object) -> object:
        return plain(function(*bare(given), **bare(named)))

    return call


@functools.cache
def _view(kind: type) -> type[View]:
    """Return the views of a class: each field is a property that can't be set."""
    if kind in _MOMENTS:
        names = list(_MOMENTS[kind])
    elif issubclass(kind, BaseModel):
        names = list(kind.model_fields)
    elif dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind)]
    else:
        raise TypeError(f"a template may not be given a {kind.__name__}")
    own = (each for each in kind.__mro__ if each.__module__ != BaseModel.__module__)
    names += [name for each in own for name, of in vars(each).items() if isinstance(of, property)]
    fields = {name: property(_field(name)) for name in names if not name.startswith("_")}
    # Named like a built-in, so that Jinja says "Workshop object" where a name is wrong.
    return type(kind.__name__, (View,), {"__slots__": (), "__module__": "builtins", **fields})


def _field(name: str) -> Callable[[View], object]:
    get = attrgetter(name)
    return lambda view: plain(get(view._of))  # noqa: SLF001 - our own
