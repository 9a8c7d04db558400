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

A request is one byte with one end of a pipe, over a socket that children have
too, so that they may ask for more.  The server ends when its first process
has ended, and the children with it.  Unix only: `SCM_RIGHTS`, POSIX 2.10.16.
"""

import atexit
import contextlib
import ctypes
import gc
import importlib
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence

from mi_print.errors import MissingError
from mi_print.processes.interruptions import come_again

_MADE_ANEW = 50_000  # objects between two searches for those that only hold each other
_ENDING = 5.0  # seconds that the server has for its own end
_KINDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PR_SET_PDEATHSIG = 1  # linux/prctl.h

_control: socket.socket | None = None
"""Where this process asks for children; a child has inherited it."""


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
    try:
        ours, theirs = socket.socketpair()
        ends, held = os.pipe()
        given = f"{theirs.fileno()}, {ends}, {tuple(modules)}"
        code = f"from mi_print.processes import server; server.serve({given})"
        with blocked():
            process = subprocess.Popen(  # noqa: S603 - this interpreter, and our own code
                [sys.executable, "-c", code],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(), ends),
                process_group=0,
            )
    except OSError as reason:
        message = f"no other process can be started: {reason.strerror}"
        raise MissingError(message, "end other programs, and try again") from reason
    theirs.close()
    os.close(ends)
    _control = ours
    atexit.register(_end, process, held, ours)


def _end(process: "subprocess.Popen[bytes]", held: int, ours: socket.socket) -> None:
    ours.close()
    os.close(held)
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
    with contextlib.suppress(OSError):  # the server has ended; the other end will hear of it
        socket.send_fds(_control, [b"+"], [end.fileno()])  # type: ignore[arg-type]  # started


@contextlib.contextmanager
def blocked() -> Iterator[None]:
    """Hold back the signals that end a process; one that is started meanwhile begins so."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _KINDS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(control: int, ends: int, modules: Sequence[str]) -> None:
    """Fork children until the first process has ended; runs in an interpreter of its own.

    Args:
        control: the socket of requests.
        ends: a pipe that is open as long as the first process.
        modules: what is imported before.
    """
    from mi_print.processes import child  # noqa: PLC0415 - it imports this module

    leave_signals()
    for name in modules:
        importlib.import_module(name)
    gc.set_threshold(_MADE_ANEW)
    gc.freeze()  # what all children have is not looked through, nor copied by it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a child has ended
    server = os.getpid()
    with socket.socket(fileno=control) as requests:
        while True:
            ready, _, _ = select.select([control, ends], [], [])
            if ends in ready:
                return
            _, pipes, _, _ = socket.recv_fds(requests, 1, 1)
            for pipe in pipes:
                with blocked():
                    if os.fork() == 0:
                        os.close(ends)
                        _inherit(requests)
                        child.served(pipe, server)
                os.close(pipe)


def _inherit(requests: socket.socket) -> None:
    """Let this child ask the server that it comes from."""
    global _control  # noqa: PLW0603 - a process has one
    _control = requests


def leave_signals() -> None:
    """Leave it to the first process to be interrupted; end when asked to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    come_again(_leave)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _KINDS)


def end_with(parent: int) -> None:
    """End this process when its parent ends, or now if it has; on Linux.

    Args:
        parent: its process number.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _leave(_kind: int, _frame: object) -> None:
    raise SystemExit(1)
