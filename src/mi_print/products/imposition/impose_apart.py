"""Imposes in another process: reading a long file forks, which one that has typeset can't."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from mi_print.processes.child import Child, StoppedError, raised
from mi_print.products.imposition.impose_request import ImposedFile, ImposeRequest


def impose_apart(
    request: ImposeRequest, data: bytes, folder: Path, date: datetime
) -> list[ImposedFile]:
    """Return the sheets of a file, to stand beside it.

    Args:
        request: what is asked.
        data: the file's bytes.
        folder: problems name the file relative to it.
        date: when they are made.

    Raises:
        InputError: the file can't be imposed; all that is wrong.
        MissingError: this machine lacks what it needs.
    """
    child: Child[ImposedFile] = Child(partial(_imposed, request, data, folder, date))
    try:
        return list(child)
    except StoppedError as stopped:
        stopped.raise_of_machine()
        raise raised(stopped) from stopped
    finally:
        child.stop()


def _imposed(
    request: ImposeRequest, data: bytes, folder: Path, date: datetime
) -> Iterator[ImposedFile]:
    from mi_print.products.imposition.impose_file import impose  # noqa: PLC0415 - in its process

    yield from impose(request, data, folder, request.file.parent, date)
