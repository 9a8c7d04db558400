"""Runs what a test wants in a process without threads, with parts of the package replaced."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from mi_print.processes.child import Child

Result = TypeVar("Result")


def alone(
    work: Callable[..., Result], *given: object, replaced: Mapping[str, object] | None = None
) -> Result:
    """Return what a function returns.

    Args:
        work: a function of a module.
        given: its arguments; picklable.
        replaced: by module:attribute, what stands there meanwhile; picklable.
    """
    (found,) = Child(partial(_alone, work, given, replaced or {}), 60).results()
    return found


def _alone(
    work: Callable[..., Result], given: tuple[object, ...], replaced: Mapping[str, object]
) -> Iterator[Result]:
    for place, value in replaced.items():
        module, _, path = place.partition(":")
        *owners, name = path.split(".")
        owner: object = importlib.import_module(module)
        for each in owners:
            owner = getattr(owner, each)
        setattr(owner, name, value)
    yield work(*given)
