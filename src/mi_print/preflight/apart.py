"""Work on a stranger's file in a process of its own.

A drawing engine that meets a hostile file may crash, or take for ever; that
must end in a problem and not in the end of this program.  So the work is done
by a fork, which sends each result as soon as it has it; when it is silent for
too long, it is stopped with everything that it started.
"""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Result = TypeVar("Result")


class StoppedError(Exception):
    """The work ended before it was done: it crashed, failed or took too long."""


class Apart(Generic[Result]):
    """Work that has begun in another process; iterate for its results.

    Args:
        work: yields picklable results; it runs in a fork of this process.
        patience: seconds that it may take for one result.
    """

    def __init__(self, work: Callable[[], Iterator[Result]], patience: float) -> None:
        """Begin."""
        context = multiprocessing.get_context("fork")
        self._patience = patience
        self._pipe, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, sending, self._pipe))
        self._process.start()
        sending.close()

    def __iter__(self) -> Iterator[Result]:
        """Yield the results.

        Raises:
            StoppedError: with the reason in words.
        """
        try:
            while True:
                if not self._pipe.poll(self._patience):
                    raise StoppedError(f"took longer than {self._patience:.0f} s")
                kind, answer = self._pipe.recv()
                if kind == "done":
                    return
                if kind == "failed":
                    raise StoppedError(f"failed: {answer}")
                yield answer
        except EOFError as reason:
            raise StoppedError("crashed") from reason
        finally:
            self.stop()

    def stop(self) -> None:
        """End the work, and what it started; harmless when it is over."""
        if self._process.pid is not None and self._process.is_alive():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.join()
        self._pipe.close()


def _send(work: Callable[[], Iterator[Result]], pipe: Connection, other_end: Connection) -> None:
    """Send what the work yields, until nobody is there to hear it."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other_end.close()  # else the pipe would outlive its reader
    with contextlib.suppress(BrokenPipeError):
        _results(work, pipe)


def _results(work: Callable[[], Iterator[Result]], pipe: Connection) -> None:
    try:
        for result in work():
            pipe.send(("result", result))
        pipe.send(("done", None))
    except BrokenPipeError:
        raise
    except Exception as reason:  # noqa: BLE001 - said on the other side
        pipe.send(("failed", f"{type(reason).__name__}: {reason}"))
