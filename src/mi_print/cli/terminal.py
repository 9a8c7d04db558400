"""Output: problems on standard error, results on standard output.

Messages quote data, which is untrusted.  A control character would act on the
terminal, so it is printed as its number.
"""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from mi_print.problem import Problem, Severity, in_order

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
Advance = Callable[[int, int], None]
"""Called with how many are done, and of how many."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def print_problems(problems: Iterable[Problem]) -> None:
    """Print all problems in their order, in colour on a terminal."""
    found = in_order(problems)
    if not sys.stderr.isatty():
        for problem in found:
            print_note(str(problem))
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.text import Text  # noqa: PLC0415 - the same

    console = Console(stderr=True, soft_wrap=True)
    for problem in found:
        text = Text(_printable(str(problem)))
        text.highlight_words([f"{problem.severity} {problem.rule}:"], _COLOURS[problem.severity])
        console.print(text)


@contextmanager
def progress() -> Iterator[Callable[[str], Advance]]:
    """Yield a function that takes the name of some work and returns its `Advance`.

    On a terminal it shows a bar, from the first call on.
    """
    if not sys.stderr.isatty():
        yield lambda _name: lambda _done, _of: None
        return
    from rich import progress as bars  # noqa: PLC0415 - only a terminal needs it
    from rich.console import Console  # noqa: PLC0415 - the same

    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[pace]}"),
    )
    console = Console(stderr=True)
    with bars.Progress(*columns, console=console, auto_refresh=False, transient=True) as shown:

        def watch(name: str) -> Advance:
            task = shown.add_task(name, start=False, total=None, visible=False, pace="")

            def advance(done: int, of: int) -> None:
                shown.start_task(task)
                elapsed = next(each.elapsed for each in shown.tasks if each.id == task)
                rate = done / max(elapsed or 0, 1e-3)
                pace = f"{rate:.0f} a second, {(of - done) / rate:.0f} s left" if done else ""
                shown.update(task, completed=done, total=of, visible=True, pace=pace, refresh=True)

            return advance

        yield watch


def print_note(line: str) -> None:
    """Print a line about the run to standard error."""
    _write(line, sys.stderr)


def print_result(line: str) -> None:
    """Print a line of the result to standard output."""
    _write(line, sys.stdout)


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows whose columns stand under each other."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print_result("  ".join(cells).rstrip())


def _write(line: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    shown = _printable(line).encode(encoding, "backslashreplace").decode(encoding)
    print(shown, file=stream, flush=True)


def _printable(text: str) -> str:
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in _UNSEEN and c != "\n" else c for c in text
    )
