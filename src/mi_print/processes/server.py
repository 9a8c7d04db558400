"""The process that all others of a run are forked from.

A process in which Pango has run can't be forked: newer ones (1.56 at the
latest) ask fontconfig in a thread of their own, which a fork does not have and
waits for without end.  GLib and the BLAS of numpy start threads too.  So
children come from a server: a new interpreter that has imported what most of
them need and loads none of these libraries.  A child of it begins in about
2 ms; a new interpreter takes the time of its imports, 0.2 to 0.7 s.  Some of it
it imports only while no child is at work: one that is requested before begins
at once, and imports for itself what it lacks.

The standard library's fork server runs the program's script again, keeps a
socket in the temporary folder, lives as long as any child does, and gives
children the environment that it began with; this one does none of that.

A request is one byte with one end of a connection (`SCM_RIGHTS`, POSIX
2.10.16), over a socket that children inherit, so that they may request more.
With it comes a pipe, over which the server says which signal ended the child:
only a parent can know.
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
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import NoReturn

from mi_print import ending
from mi_print.cache import delete, temporary_folder
from mi_print.errors import MissingError
from mi_print.processes import limits, signals, worker

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""numpy starts no threads then: none of ours would use them, and a fork must have none."""

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


def start(modules: Sequence[str] = (), later: Sequence[str] = ()) -> None:
    """Start the server, unless there is one; it imports while this process goes on.

    Args:
        modules: what its children will need; nothing that starts threads.
        later: what some of them will need; it is imported while no child is at work.

    Raises:
        MissingError: no process can be started.
    """
    global _control  # noqa: PLW0603 - a process has one
    if _control:
        return
    os.environ |= _ONE_THREAD  # of this process and of all others, which get its environment
    with starting():
        control, requests = socket.socketpair()
        ends, held = os.pipe()
        given = (requests.fileno(), control.fileno(), ends)
        arguments = (*given, tuple(modules), tuple(later), str(_temporary()))
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


def request(end: socket.socket) -> Connection:
    """Let the server fork a child, at work on this end of a connection.

    Returns:
        where the server says which signal ended the child, 0 if none did.

    Raises:
        MissingError: no process can be started.
        OSError: the system refuses a pipe.
    """
    start()
    ended, says = Pipe(duplex=False)
    with says, contextlib.suppress(OSError):  # without a server, the child's end closes
        given = [end.fileno(), says.fileno()]
        socket.send_fds(_control, [b"+"], given)  # type: ignore[arg-type]  # started
    return ended


def serve(  # noqa: PLR0913, PLR0917 - written by `start` alone
    requests: int,
    control: int,
    ends: int,
    modules: Sequence[str],
    later: Sequence[str],
    temporary: str,
) -> None:
    """Fork children until the first process has ended; runs in an interpreter of its own.

    Args:
        requests: the socket where requests arrive.
        control: its other end, for the children.
        ends: a pipe that is open as long as the first process.
        modules: what is imported before the first child begins.
        later: what is imported while no child is at work, one after the other.
        temporary: the folder for temporary files; if the first process was killed, it is
            deleted here.
    """
    global _control
    signals.leave_to_first()
    signal.signal(signal.SIGTERM, partial(_orphaned, temporary))
    signals.be_sent_at_its_end(signal.SIGTERM)  # in the midst of importing too
    _use_temporary(temporary)
    gc.set_threshold(_COLLECT_AFTER)
    for name in modules:
        importlib.import_module(name)
    gc.freeze()  # what all children have is not looked through, nor copied by it
    left = list(later)
    children: dict[int, Connection] = {}
    woken, wakes = os.pipe()
    for each in (woken, wakes):
        os.set_blocking(each, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    with socket.socket(fileno=requests) as arriving, socket.socket(fileno=control) as _control:
        while True:
            wait = 0 if left and not children else None
            ready, _, _ = select.select([requests, ends, woken], [], [], wait)
            if not ready:
                importlib.import_module(left.pop(0))
                gc.freeze()
            if ends in ready:
                break
            if woken in ready:
                os.read(woken, 4096)
                _reap(children)
            if requests in ready:
                _answer(arriving, children, (ends, woken, wakes))
    _orphaned(temporary)


def _answer(arriving: socket.socket, children: dict[int, Connection], own: tuple[int, ...]) -> None:
    """Fork the child that is requested; refused one, both its connections close."""
    server = os.getpid()
    _, given, _, _ = socket.recv_fds(arriving, 1, 2)
    pipe, says = (Connection(each) for each in given)
    with pipe, contextlib.suppress(OSError), ending.held_back():
        child = os.fork()
        if child == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for each in own:
                os.close(each)
            arriving.close()
            worker.run(_received, pipe.fileno(), server, (says, *children.values()))
        children[child] = says


def _reap(children: dict[int, Connection]) -> None:
    """Say of each child that has ended which signal ended it."""
    with contextlib.suppress(ChildProcessError):  # there is none any more
        while (found := os.waitpid(-1, os.WNOHANG))[0]:
            child, status = found
            with children.pop(child) as says, contextlib.suppress(OSError):  # nobody asks
                says.send(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def _orphaned(temporary: str, *_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    delete(Path(temporary))
    os._exit(0)


def _received() -> worker.Work[object]:
    """Return the work that the parent sends, and keep to the limits that come with it."""
    held, work = worker.received()
    limits.hold(held)
    return work
