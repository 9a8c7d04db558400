"""Work in a process of its own, which hands back what it finds as it goes.

An engine that meets a hostile file may crash, or take for ever; that must end
in an error and not in the end of this program, nor in a wait without end.  So
the work yields its results over a connection; when it is silent for too long,
it is stopped with everything that it started.
"""

import contextlib
import os
import pickle
import select
import signal
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, cast
from weakref import WeakSet

from mi_print import ending
from mi_print.errors import MissingError
from mi_print.processes import limits as process_limits
from mi_print.processes import server, worker
from mi_print.processes.limits import Limits
from mi_print.processes.worker import Result, Work

PATIENCE = 600.0
"""Seconds that work may be silent, unless it says otherwise: nothing of ours takes a tenth."""

_KILLED = "another process of the run was killed"
_MAKE_ROOM = "this machine may be out of memory: end other programs, and try again"
_GRACE = 2.0  # seconds between SIGTERM and SIGKILL
_THREADED = ("libpango", "libglib")
"""Libraries that start threads at any time, by what their files' names hold."""
_MAPS = Path("/proc/self/maps")  # Linux: what is loaded
_TASKS = Path("/proc/self/task")  # Linux: the threads there are

_pipes: "WeakSet[Connection]" = WeakSet()
"""This process's ends of its connections with children; a fork closes its copies."""


class StoppedError(Exception):
    """The work ended before it was done: it crashed, failed or was silent for too long."""

    def __init__(self, message: str, cause: Exception | None = None) -> None:
        """Keep the reason in words, and of work that failed what it raised."""
        super().__init__(message)
        self.cause = cause

    def raise_of_machine(self) -> None:
        """Raise what this machine lacks, for which what was worked on is not to blame."""
        if isinstance(self.cause, MissingError):
            raise self.cause


class CrashedError(MissingError):
    """Work that should succeed crashed, or was silent for too long."""


class Child(Generic[Result]):
    """Work that has begun in another process; iterate for its results.

    Args:
        work: yields picklable results; `worker.receive` returns what it is sent meanwhile.
        patience: seconds that it may be silent, and may take to begin.
        fork: begin in a fork of this process, which has all that this one has;
            only a process without threads may be forked.  Else in one of the
            server's: then the work is pickled.
        limits: of a child of the server's; without any, those of this process.

    Raises:
        MissingError: no process can be started.
        RuntimeError: this process can't be forked; a mistake of ours.
    """

    def __init__(
        self,
        work: Work[Result],
        patience: float = PATIENCE,
        *,
        fork: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """Begin."""
        self._patience = patience
        self._pid: int | None = None
        self._forked = fork
        self._over = False
        self._ended: Connection | None = None
        limit = struct.pack("ll", *divmod(int(patience * 1e6), 1_000_000))
        with server.starting():
            ours, theirs = socket.socketpair()
            for way in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
                ours.setsockopt(socket.SOL_SOCKET, way, limit)
            self._pipe = Connection(ours.detach())
            _pipes.add(self._pipe)
            with theirs:
                if fork:
                    self._pid = _fork(work, theirs)
                else:
                    self._ended = server.request(theirs)
                    _pipes.add(self._ended)
        if not fork:
            limits = limits or process_limits.held()
            self.send((dict(os.environ), _folder(), list(sys.path), limits))
            self.send(work)  # by itself: its modules are found only then

    def send(self, message: object) -> None:
        """Send the work a message; if it has ended already, its results will say so."""
        with contextlib.suppress(OSError):
            self._pipe.send(message)

    def receive(self) -> tuple[bool, Any]:
        """Return whether the work goes on, and its next result.

        Raises:
            StoppedError: with the reason in words.
        """
        while (message := self.receive_once()) is None:
            pass
        return message

    def receive_once(self) -> tuple[bool, Any] | None:
        """Return the same of the next message; None if that is but a sign of life.

        Raises:
            StoppedError: with the reason in words.
        """
        try:
            kind, answer = self._pipe.recv()
        except BlockingIOError as reason:
            raise StoppedError(f"took longer than {self._patience:.0f} s") from reason
        except (EOFError, OSError, pickle.UnpicklingError) as reason:
            if self._pid is None:
                raise StoppedError("was refused", server.refused()) from reason
            signalled = self._signalled()
            if signalled == signal.SIGKILL:
                raise StoppedError("was killed", MissingError(_KILLED, _MAKE_ROOM)) from reason
            if signalled == signal.SIGXCPU:
                raise StoppedError("took too much processor time") from reason
            raise StoppedError("crashed") from reason
        if kind == "begun":
            self._pid = answer
        if kind == "beat":
            worker.beat()  # this process is at work too, as long as it waits
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
            CrashedError: it crashed, or was silent for too long.
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
        if not self._over and self._has_begun():
            self._end()
        self._pipe.close()
        if self._ended:
            self._ended.close()
        if self._forked and self._pid:
            os.waitpid(self._pid, 0)

    def _signalled(self) -> int | None:
        """Return the signal that ended it: SIGKILL where memory is short, SIGXCPU of time."""
        if self._ended:
            with contextlib.suppress(EOFError, OSError):  # the server has ended too
                return self._ended.recv() if self._ended.poll(_GRACE) else None
        if not self._forked or not self._pid or not hasattr(os, "waitid"):
            return None
        ended = os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOWAIT)
        return ended.si_status if ended and ended.si_code != os.CLD_EXITED else None

    def _has_begun(self) -> bool:
        """Return whether the process is known, after a short wait for one that is beginning."""
        with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
            while self._pid is None and self._pipe.poll(_GRACE):
                _, self._pid = self._pipe.recv()
        return self._pid is not None

    def _end(self) -> None:
        """Ask the process to end, then end it with its group."""
        pid = cast("int", self._pid)
        if self._hung_up() and not self._forked:
            return  # it is reaped, and its number may be another process's
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        if not self._hung_up(_GRACE) or self._forked:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)

    def _hung_up(self, seconds: float = 0.0) -> bool:
        """Return whether the other end is closed within so many seconds."""
        watched = select.poll()
        watched.register(self._pipe, 0)  # POLLHUP is reported in any case
        return bool(watched.poll(seconds * 1000))


def raised(stopped: StoppedError) -> Exception:
    """Return what is raised where work that should succeed has stopped."""
    return stopped.cause or CrashedError(
        f"work in another process {stopped}",
        _MAKE_ROOM,
    )


def threads() -> list[str]:
    """Return what keeps this process from being forked: libraries with threads, and threads."""
    loaded = _MAPS.read_text("utf-8", "replace") if _MAPS.exists() else ""
    found = [name for name in _THREADED if name in loaded]
    found += [each.name for each in threading.enumerate() if each.name != "MainThread"]
    unknown = len(list(_TASKS.iterdir())) - 1 if _TASKS.exists() else 0
    return found or [f"{unknown} of a library"] * (unknown > 0)


def _folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109 - only handed on
    except OSError:  # it is gone
        return os.sep


def _fork(work: Work[Any], theirs: socket.socket) -> int:
    if found := threads():
        raise RuntimeError(f"a process with threads can't be forked: {', '.join(found)}")
    parent = os.getpid()
    with ending.held_back():
        pid = os.fork()
        if pid == 0:
            worker.run(lambda: work, theirs.detach(), parent, _pipes)
    return pid
