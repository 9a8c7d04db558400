"""Values that many processes are sent, and few of them look at."""

import pickle
from typing import Generic, TypeVar, cast

from mi_print.collection import uncollected

Value = TypeVar("Value")


class Packed(Generic[Value]):
    """A value that is pickled once, however often it is sent, and unpickled where it is asked for.

    Of a list of 250,000 attendees each takes seconds.

    Args:
        value: picklable, and not changed from here on.
    """

    def __init__(self, value: Value) -> None:
        """Take the value; nothing is pickled until it is sent."""
        self._value: list[Value] = [value]
        self._pickled = b""

    @property
    def value(self) -> Value:
        """The value, the same object each time."""
        if not self._value:
            with uncollected():
                self._value.append(cast("Value", pickle.loads(self._pickled)))  # noqa: S301 - our own
        return self._value[0]

    def __getstate__(self) -> bytes:
        """Return the value pickled."""
        self._pickled = self._pickled or pickle.dumps(self._value[0], pickle.HIGHEST_PROTOCOL)
        return self._pickled

    def __setstate__(self, pickled: bytes) -> None:
        """Keep the value pickled."""
        self._value, self._pickled = [], pickled
