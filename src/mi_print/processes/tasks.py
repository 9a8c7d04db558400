"""Spread a long list of like tasks over the machine's cores.

A process that loads the typesetter takes most of a second to do so; so each
prepares once and does many tasks, and a single task is done here.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from multiprocessing.connection import wait
from typing import Any, TypeVar

from mi_print.processes.child import PATIENCE, Child, StoppedError, raised
from mi_print.processes.worker import receive

Prepared = TypeVar("Prepared")
Task = TypeVar("Task")
Result = TypeVar("Result")


def over_cores(
    prepare: Callable[..., Prepared],
    given: tuple[object, ...],
    work: Callable[[Prepared, Task], Result],
    tasks: Sequence[Task],
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[Result]:
    """Yield the results in the order of the tasks, each as soon as those before it are there.

    Args:
        prepare: what a process does first, once; a function of a module.
        given: what it takes; picklable.
        work: does one task with what was prepared; a function of a module.
        tasks: picklable, as the results must be.
        meanwhile: what this process does once the others have begun, or before it does all alone;
            it takes one of the cores.

    Raises:
        MissingError: a process crashed, or took too long for a task.
    """
    processes = min(len(tasks), cores() - bool(meanwhile))
    if processes <= 1 and not (meanwhile and tasks and cores() > 1):
        if meanwhile:
            meanwhile()
        prepared = prepare(*given)
        for task in tasks:
            yield work(prepared, task)
        return
    running = partial(_tasks, prepare, given, work)
    with ExitStack() as stack:
        children: list[Child[Any]] = []
        for _ in range(max(1, processes)):
            children.append(Child(running, PATIENCE))
            stack.callback(children[-1].stop)
        spread = _Spread(children, tasks)
        try:
            if meanwhile:
                meanwhile()
            for number in range(len(tasks)):
                yield spread.result(number)
        except StoppedError as stopped:
            raise raised(stopped) from None


def cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class _Spread:
    """Tasks, and the children that do them."""

    def __init__(self, children: Sequence[Child[Any]], tasks: Sequence[Any]) -> None:
        """Give each child its first task."""
        self._waiting = iter(enumerate(tasks))
        self._busy: dict[int, tuple[Child[Any], int]] = {}
        self._done: dict[int, Any] = {}
        self._failed: dict[int, StoppedError] = {}
        for child in children:
            self._give(child)

    def result(self, number: int) -> Any:  # noqa: ANN401 - whatever the work returns
        """Return the result of a task, as soon as it is there.

        Raises:
            StoppedError: its process failed.
        """
        while number not in self._done:
            if number in self._failed:
                raise self._failed[number]
            ready = wait(list(self._busy), PATIENCE)
            if not ready:
                raise StoppedError(f"took longer than {PATIENCE:.0f} s")
            for pipe in ready:
                self._take(int(pipe))  # type: ignore[arg-type]  # what it was given: a number
        return self._done.pop(number)

    def _give(self, child: Child[Any]) -> None:
        for number, task in self._waiting:
            self._busy[child.fileno()] = child, number
            child.send(task)
            return

    def _take(self, pipe: int) -> None:
        child, number = self._busy[pipe]
        try:
            message = child.receive_once()
        except StoppedError as stopped:  # the others go on up to this task
            self._failed[number] = stopped
            del self._busy[pipe]
            return
        if message:
            _, self._done[number] = message
            del self._busy[pipe]
            self._give(child)


def _tasks(
    prepare: Callable[..., Any], given: tuple[object, ...], work: Callable[..., Any]
) -> Iterator[Any]:
    task = receive()
    prepared = prepare(*given)
    while True:
        yield work(prepared, task)
        task = receive()
