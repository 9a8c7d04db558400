"""Files are read here as the event's are: the same small project serves."""

from tests.event.conftest import write

__all__ = ["write"]
