"""The process that all others of a run are forked from.

A process in which Pango has run can't be forked: newer ones (1.56 at the
latest) ask fontconfig in a thread of their own, which a fork does not have and
waits for without end.  GLib and the BLAS of numpy start threads too.  So
children come from a server: a new interpreter that has imported what most of
them need and loads none of these libraries.  A child of it begins in about
2 ms; a new interpreter takes the time of its imports, 0.2 to 0.7 s.

The standard library's fork server runs the program's script again, keeps a
socket in the temporary folder, lives as long as any child does, and gives
children the environment that it began with; this one does none of that.

A request is one byte with one end of a connection (`SCM_RIGHTS`, POSIX
2.10.16), over a socket that children inherit, so that they may request more.
The server ends when the first process has ended, and the children with it.
"""

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from mi_print import ending
from mi_print.cache import delete, temporary_folder
from mi_print.errors import MissingError
from mi_print.processes import limits, signals, worker

_COLLECT_AFTER = 50_000  # objects between two searches for those that only hold each other
_ENDING = 5.0  # seconds that the server has for its own end, where its children outlive it

_control: socket.socket | None = None
"""Where this process requests children; a child has inherited it."""


@contextlib.contextmanager
def starting() -> Iterator[None]:
    """Raise `MissingError` where the system refuses a process or a connection."""
    try:
        yield
    except OSError as reason:
        raise refused(f": {reason.strerror}") from reason


def refused(why: str = "") -> MissingError:
    """Return the error to raise where no process begins."""
    message = f"no other process can be started{why}"
    return MissingError(message, "end other programs, and try again")


def start(modules: Sequence[str] = ()) -> None:
    """Start the server, unless there is one; it imports while this process goes on.

    Args:
        modules: what its children will need; nothing that starts threads.

    Raises:
        MissingError: no process can be started.
    """
    global _control  # noqa: PLW0603 - a process has one
    if _control:
        return
    with starting():
        control, requests = socket.socketpair()
        ends, held = os.pipe()
        given = (requests.fileno(), control.fileno(), ends)
        arguments = (*given, tuple(modules), str(_temporary()))
        code = f"from mi_print.processes import server; server.serve(*{arguments!r})"
        with requests, ending.held_back():
            process = subprocess.Popen(  # noqa: S603 - this interpreter, and our own code
                [sys.executable, "-c", code],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # it may live a moment longer than who reads that
                pass_fds=given,
                process_group=0,
            )
            ending.at_end(partial(_end, process, control, held))
    os.close(ends)
    _control = control


def _temporary() -> Path:
    """Return the folder for all temporary files of the run, which all its processes use."""
    folder = temporary_folder()
    _use_temporary(str(folder))
    return folder


def _use_temporary(folder: str) -> None:
    tempfile.tempdir = folder
    os.environ["TMPDIR"] = folder  # of other programs


def _end(process: "subprocess.Popen[bytes]", control: socket.socket, held: int) -> None:
    control.close()
    os.close(held)
    if sys.platform == "linux":  # it may still be importing; its children end with it
        process.kill()
    try:
        process.wait(_ENDING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def request(end: socket.socket) -> None:
    """Let the server fork a child, at work on this end of a connection.

    Raises:
        MissingError: no process can be started.
    """
    start()
    with contextlib.suppress(OSError):  # without a server, the other end sees this one close
        socket.send_fds(_control, [b"+"], [end.fileno()])  # type: ignore[arg-type]  # started


def serve(requests: int, control: int, ends: int, modules: Sequence[str], temporary: str) -> None:
    """Fork children until the first process has ended; runs in an interpreter of its own.

    Args:
        requests: the socket where requests arrive.
        control: its other end, for the children.
        ends: a pipe that is open as long as the first process.
        modules: what is imported before.
        temporary: the folder for temporary files; if the first process was killed, it is
            deleted here.
    """
    global _control
    signals.leave_to_first()
    signal.signal(signal.SIGTERM, partial(_orphaned, temporary))
    signals.be_sent_at_its_end(signal.SIGTERM)  # in the midst of importing too
    _use_temporary(temporary)
    for name in modules:
        importlib.import_module(name)
    gc.set_threshold(_COLLECT_AFTER)
    gc.freeze()  # what all children have is not looked through, nor copied by it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children that ended are reaped by the system
    server = os.getpid()
    with socket.socket(fileno=requests) as arriving, socket.socket(fileno=control) as _control:
        while True:
            ready, _, _ = select.select([requests, ends], [], [])
            if ends in ready:
                break
            _, pipes, _, _ = socket.recv_fds(arriving, 1, 1)
            for pipe in pipes:
                with contextlib.suppress(OSError), ending.held_back():  # refused: the pipe closes
                    if os.fork() == 0:
                        os.close(ends)
                        arriving.close()
                        worker.run(_received, pipe, server)
                os.close(pipe)
    _orphaned(temporary)


def _orphaned(temporary: str, *_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    delete(Path(temporary))
    os._exit(0)


def _received() -> worker.Work[object]:
    """Return the work that the parent sends, and keep to the limits that come with it."""
    held, work = worker.received()
    limits.hold(held)
    return work
