"""Work in a process of its own, which hands back what it finds as it goes.

An engine that meets a hostile file may crash, or take for ever; that must end
in an error and not in the end of this program, nor in a wait without end.  So
the work yields its results over a connection; when it is silent for too long,
it is stopped with everything that it started.
"""

import contextlib
import os
import pickle
import signal
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar, cast

from mi_print.errors import MissingError
from mi_print.processes import server

PATIENCE = 600.0
"""Seconds that work may be silent, unless it says otherwise: nothing of ours takes a tenth."""

_GRACE = 2.0  # seconds between being asked to end and being ended
_BEAT = 1.0  # seconds between two signs of life
_THREADED = ("libpango", "libglib", "openblas")
"""Libraries that start threads, by what their files' names hold."""
_MAPS = Path("/proc/self/maps")  # Linux: what is loaded

Result = TypeVar("Result")
Work = Callable[[], Iterator[Result]]


class StoppedError(Exception):
    """The work ended before it was done: it crashed, failed or was silent for too long."""

    def __init__(self, message: str, cause: Exception | None = None) -> None:
        """Keep the reason in words, and of work that failed what it raised."""
        super().__init__(message)
        self.cause = cause


class Child(Generic[Result]):
    """Work that has begun in another process; iterate for its results.

    Args:
        work: yields picklable results; `hear` gives it what it is told meanwhile.
        patience: seconds that it may be silent, and may take to begin.
        fork: begin in a fork of this process, which has all that this one has;
            only a process without threads may be forked.  Else in one of the
            server's: then the work is pickled.

    Raises:
        MissingError: no process can be started.
        RuntimeError: this process can't be forked; a mistake of ours.
    """

    def __init__(
        self, work: Work[Result], patience: float = PATIENCE, *, fork: bool = False
    ) -> None:
        """Begin."""
        self._patience = patience
        self._pid: int | None = None
        self._forked = fork
        self._over = False
        ours, theirs = socket.socketpair()
        limit = struct.pack("ll", *divmod(int(patience * 1e6), 1_000_000))
        for way in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            ours.setsockopt(socket.SOL_SOCKET, way, limit)
        self._pipe = Connection(ours.detach())
        with theirs:
            if fork:
                self._pid = _fork(work, theirs, self._pipe)
            else:
                server.request(theirs)
        if not fork:
            self.tell((dict(os.environ), _folder(), list(sys.path)))
            self.tell(work)  # by itself: its modules are found only then

    def tell(self, told: object) -> None:
        """Tell the work something; where it has ended already, its results will say so."""
        with contextlib.suppress(OSError):
            self._pipe.send(told)

    def receive(self) -> tuple[bool, Any]:
        """Return whether the work goes on, and its next result.

        Raises:
            StoppedError: with the reason in words.
        """
        while (said := self.heard()) is None:
            pass
        return said

    def heard(self) -> tuple[bool, Any] | None:
        """Return the same of the next message; None if that is but a sign of life.

        Raises:
            StoppedError: with the reason in words.
        """
        try:
            kind, answer = self._pipe.recv()
        except BlockingIOError as reason:
            raise StoppedError(f"took longer than {self._patience:.0f} s") from reason
        except (EOFError, OSError, pickle.UnpicklingError) as reason:
            raise StoppedError("crashed") from reason
        if kind == "begun":
            self._pid = answer
        if kind in {"begun", "beat"}:
            return None
        self._over = kind != "result"
        if kind == "failed":
            raise StoppedError(f"failed: {answer[0]}", answer[1])
        return kind == "result", answer

    def __iter__(self) -> Iterator[Result]:
        """Yield the results; when no more are wanted the work is stopped.

        Raises:
            StoppedError: with the reason in words.
        """
        try:
            while True:
                goes_on, answer = self.receive()
                if not goes_on:
                    return
                yield cast("Result", answer)
        finally:
            self.stop()

    def results(self) -> Iterator[Result]:
        """Yield the results of work that is expected to succeed.

        Raises:
            Exception: what the work raised.
            MissingError: it crashed, or was silent for too long.
        """
        try:
            yield from self
        except StoppedError as stopped:
            raise raised(stopped) from None

    def fileno(self) -> int:
        """Return what becomes readable with the next result."""
        return self._pipe.fileno()

    def stop(self) -> None:
        """End the work, and what it started; harmless when it is over."""
        if self._pipe.closed:
            return
        if not self._over and self._known():
            self._end()
        self._pipe.close()
        if self._forked and self._pid:
            os.waitpid(self._pid, 0)

    def _known(self) -> bool:
        """Wait for the number of a process that is just beginning."""
        with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
            while self._pid is None and self._pipe.poll(_GRACE):
                _, self._pid = self._pipe.recv()
        return self._pid is not None

    def _end(self) -> None:
        """Ask the process to end, then end it with its group."""
        pid = cast("int", self._pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        if not self._closed() or self._forked:  # whoever was reaped may have lent out its number
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
            self._closed()

    def _closed(self) -> bool:
        """Return whether the other end is closed soon."""
        until = time.monotonic() + _GRACE
        try:
            while self._pipe.poll(max(until - time.monotonic(), 0)):
                self._pipe.recv_bytes()
        except (EOFError, OSError):
            return True
        return False


def raised(stopped: StoppedError) -> Exception:
    """Return what is raised where work that should succeed has stopped."""
    return stopped.cause or MissingError(
        f"work in another process {stopped}",
        "this machine may be out of memory: end other programs, and try again",
    )


def _folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109 - only handed on
    except OSError:  # it is gone
        return os.sep


_parent: Connection | None = None
"""In a child: where its results go."""
_beaten = 0.0


def hear() -> Any:  # noqa: ANN401 - whatever is told
    """Return the next thing that this process is told; without a teller the process ends."""
    try:
        return _up().recv()
    except (EOFError, OSError):
        raise SystemExit(1) from None


def say(result: object) -> None:
    """Hand back a result before the work yields one."""
    _up().send(("result", result))


def beat() -> None:
    """Give a sign of life, in a child, at most once a second."""
    global _beaten  # noqa: PLW0603 - a process has one clock
    now = time.monotonic()
    if _parent and now - _beaten >= _BEAT:
        _beaten = now
        _parent.send(("beat", None))


def _up() -> Connection:
    if _parent is None:
        raise RuntimeError("this process is nobody's child")
    return _parent


def threads() -> list[str]:
    """Return what keeps this process from being forked: libraries with threads, and threads."""
    loaded = _MAPS.read_text("utf-8", "replace") if _MAPS.exists() else ""
    found = [name for name in _THREADED if name in loaded]
    return found + [each.name for each in threading.enumerate() if each.name != "MainThread"]


def _fork(work: Work[Any], theirs: socket.socket, ours: Connection) -> int:
    if found := threads():
        raise RuntimeError(f"a process with threads can't be forked: {', '.join(found)}")
    parent = os.getpid()
    with server.blocked():
        pid = os.fork()
        if pid == 0:
            ours.close()
            if _parent:
                _parent.close()  # else the grandparent would not hear its end
            _begin(Connection(theirs.detach()), parent)
            _work(work)
    return pid


def served(pipe: int, parent: int) -> NoReturn:
    """Do the work that comes over a connection, in a child of the server."""
    _begin(Connection(pipe), parent)
    try:
        environment, folder, paths = hear()
        os.environ.clear()
        os.environ.update(environment)
        sys.path[:] = paths
        with contextlib.suppress(OSError):
            os.chdir(folder)
        work = hear()
    except Exception as reason:  # noqa: BLE001 - the work can't be unpickled here
        _failed(reason)
    except BaseException:  # noqa: BLE001 - told to end
        os._exit(1)
    _work(work)


def _begin(pipe: Connection, parent: int) -> None:
    global _parent  # noqa: PLW0603 - a child has one
    _parent = pipe
    os.setpgid(0, 0)
    server.end_with(parent)
    server.leave_signals()
    with contextlib.suppress(OSError):
        pipe.send(("begun", os.getpid()))


def _work(work: Work[Any]) -> NoReturn:
    """Do the work, hand back what it yields, and end this process."""
    pipe = _up()
    try:
        for result in work():
            pipe.send(("result", result))
        pipe.send(("done", None))
    except (BrokenPipeError, ConnectionResetError):
        os._exit(1)  # nobody listens
    except Exception as reason:  # noqa: BLE001 - raised again on the other side
        _failed(reason)
    except BaseException:  # noqa: BLE001 - told to end
        os._exit(1)
    os._exit(0)


def _failed(reason: Exception) -> NoReturn:
    reason.add_note("in another process:\n" + "".join(traceback.format_exception(reason)))
    text = f"{type(reason).__name__}: {reason}"
    try:
        pickle.loads(pickle.dumps(reason))  # noqa: S301 - our own, a moment ago
    except Exception:  # noqa: BLE001 - it can't be handed back as it is
        reason = RuntimeError(text)
    with contextlib.suppress(OSError):
        _up().send(("failed", (text, reason)))
    os._exit(1)
