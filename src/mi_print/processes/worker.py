"""The child's side: it receives messages, hands back results, and ends.

Messages to the parent are pairs: ("begun", process number), ("beat", None),
("result", what the work yields), ("failed", (text, exception)), ("done", None).
"""

import contextlib
import os
import pickle
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import Any, NoReturn, TypeVar

from mi_print.errors import of_machine
from mi_print.processes import signals

Result = TypeVar("Result")
Work = Callable[[], Iterator[Result]]

_BEAT = 1.0  # seconds between two signs of life

_parent: Connection | None = None
"""Where the results of this process go."""
_beaten = 0.0


def receive() -> Any:  # noqa: ANN401 - whatever is sent
    """Return the parent's next message; if there is no parent any more, end this process."""
    try:
        return _connection().recv()
    except (EOFError, OSError):
        raise SystemExit(1) from None


def send(result: object) -> None:
    """Hand back a result before the work yields one."""
    _connection().send(("result", result))


def beat() -> None:
    """Give a sign of life, in a child, at most once a second."""
    global _beaten  # noqa: PLW0603 - a process has one clock
    now = time.monotonic()
    if _parent and now - _beaten >= _BEAT:
        _beaten = now
        _parent.send(("beat", None))


def _connection() -> Connection:
    if _parent is None:
        raise RuntimeError("this process is not a child")
    return _parent


def run(
    work: Callable[[], Work[Any]], pipe: int, parent: int, inherited: Iterable[Connection] = ()
) -> NoReturn:
    """Do the work in this fork, hand back what it yields, and end the process.

    Args:
        work: returns the work.
        pipe: the child's end of the connection.
        parent: the process that was forked.
        inherited: its connections with other children; they are closed here.
    """
    try:
        _begin(Connection(pipe), parent, inherited)
        _hand_back(work)
    finally:  # whatever happens: the code that called fork must not go on here
        os._exit(0)


def received() -> tuple[Any, Work[Any]]:
    """Return the limits and the work that the parent sends.

    With them come its environment, folder and module path.
    """
    environment, folder, paths, limits = receive()
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:] = paths
    with contextlib.suppress(OSError):
        os.chdir(folder)
    return limits, receive()


def _begin(pipe: Connection, parent: int, inherited: Iterable[Connection]) -> None:
    global _parent  # noqa: PLW0603 - a child has one
    for other in (*inherited, *([_parent] if _parent else [])):
        other.close()  # else its other end would not see this end close
    _parent = pipe
    os.setpgid(0, 0)
    signals.end_with(parent)
    signals.leave_to_first()
    pipe.send(("begun", os.getpid()))  # fails if nobody waits any more


def _hand_back(work: Callable[[], Work[Any]]) -> None:
    pipe = _connection()
    try:
        for result in work()():
            pipe.send(("result", result))
        pipe.send(("done", None))
    except (BrokenPipeError, ConnectionResetError):
        return  # nobody listens
    except OSError as reason:
        _fail(of_machine(reason) or reason)
    except Exception as reason:  # noqa: BLE001 - raised again on the other side
        _fail(reason)


def _fail(reason: Exception) -> None:
    reason.add_note("in another process:\n" + "".join(traceback.format_exception(reason)))
    text = f"{type(reason).__name__}: {reason}"
    try:
        pickle.loads(pickle.dumps(reason))  # noqa: S301 - our own, a moment ago
    except Exception:  # noqa: BLE001 - it can't be handed back as it is
        reason = RuntimeError(text)
    _connection().send(("failed", (text, reason)))
