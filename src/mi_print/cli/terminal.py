"""Output: problems on standard error, results on standard output.

Messages quote data, which is untrusted.  A control character would act on the
terminal, so it is printed as its number.  A stream that takes nothing more ends no run: who
closes a pipe has read enough, and of standard output that can't be written the exit code says so.
"""

import errno
import io
import os
import select
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from mi_print import ending
from mi_print.cli.problem_groups import ProblemGroup, grouped
from mi_print.errors import MissingError
from mi_print.problem import Problem, Severity, in_one_line

MOST_COLUMNS = 200
"""The widest line of a problem, and so where a pipe's lines are broken."""
_FEWEST_COLUMNS = 40  # a terminal that says less is not believed
_BELOW = 8  # columns before the parts of a line below its first: a hint has four
_WIDE = {"W", "F"}
_OUTPUT, _ERROR = 1, 2
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
Advance = Callable[[int, int], None]
"""Called with how many are done, and of how many."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class _StandardStream(io.FileIO):
    """Standard output or error; what can't be written is lost, and the first reason kept."""

    lost: OSError | None = None

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        try:
            while (written := super().write(data)) is None:  # a pipe that is full and does not wait
                select.select([], [self], [])
        except OSError as reason:
            self.lost = self.lost or reason
            return len(data)
        return written


_output: _StandardStream | None = None


def use_standard_streams() -> None:
    """Let this process's standard streams never fail, be they closed or without an encoding."""
    global _output
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # else the next file that is opened would have its number
            os.set_inheritable(os.open(os.devnull, os.O_RDONLY), True)  # noqa: FBT003 - it is
    _output, sys.stdout = _stream(_OUTPUT, sys.stdout)
    _, sys.stderr = _stream(_ERROR, sys.stderr)


def _stream(number: int, before: TextIO | None) -> tuple[_StandardStream, TextIO]:
    raw = _StandardStream(number, "w", closefd=False)
    encoding = before.encoding if before else "utf-8"
    buffered = io.BufferedWriter(raw)
    return raw, io.TextIOWrapper(buffered, encoding, "backslashreplace", line_buffering=True)


def check_results_said() -> None:
    """Check that standard output has taken all that it should.

    Raises:
        MissingError: it has not, and not because its reader has gone.
    """
    if _output and _output.lost and _output.lost.errno != errno.EPIPE:
        message = f"standard output can't be written: {_output.lost.strerror}"
        raise MissingError(message, "name a file on a disk with room, or a program that reads it")


def print_problems(problems: Iterable[Problem], *, every: bool = False) -> None:
    """Print problems, causes first, in colour on a terminal.

    Args:
        problems: in any order.
        every: whether each is said by itself, however many there are of its rule.
    """
    groups = grouped(problems, every=every)
    if not sys.stderr.isatty():
        for group in groups:
            for line in _drawn(group, MOST_COLUMNS):
                print_note(line)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.text import Text  # noqa: PLC0415 - the same

    console = Console(stderr=True, soft_wrap=True)
    width = min(MOST_COLUMNS, max(_FEWEST_COLUMNS, console.width))
    for group in groups:
        text = Text("\n".join(_drawn(group, width)))
        text.highlight_words([f"{group.severity} {group.rule}:"], _COLOURS[group.severity])
        console.print(text)


def _drawn(group: ProblemGroup, width: int) -> list[str]:
    """Return a group's lines, none of them wider than `width` but for a word that is."""
    first, *more = group.problems
    lines = str(first).split("\n")
    if more:
        spots = f", first at {group.places}" if group.places else ""
        lines = [
            f"{group.severity} {group.rule}: {len(more) + 1} of these{spots}; --all shows each"
        ]
        for problem in group.kinds:
            place = f"{problem.place}: " if problem.place else ""
            lines.append(in_one_line(f"    {place}{problem.message}"))
            lines += [in_one_line(f"        {problem.hint}")] if problem.hint else []
    return [part for line in lines for part in _wrapped(_printable(line), width)]


def _wrapped(line: str, width: int) -> list[str]:
    """Return a line in parts of so many columns, broken between words.

    The parts below the first are indented.  A word that is wider stands alone; it is cut
    where it is wider than any line may be.
    """
    if _columns(line) <= width:
        return [line]
    indent = " " * (len(line) - len(line.lstrip(" ")))
    first, *words = line[len(indent) :].split(" ")
    below = " " * max(_BELOW, len(indent) + 4)
    *parts, part = _cut(indent + first, below)
    for word in words:
        if _columns(part) + 1 + _columns(word) <= width:
            part += f" {word}"
        else:
            parts.append(part)
            *more, part = _cut(below + word, below)
            parts += more
    return [*parts, part]


def _cut(line: str, indent: str) -> Iterator[str]:
    """Yield a line of one word in parts of at most as many columns as any line may have."""
    while _columns(line) > MOST_COLUMNS:
        end = next(end for end in range(len(line)) if _columns(line[: end + 1]) > MOST_COLUMNS)
        yield line[:end]
        line = indent + line[end:]
    yield line


def _columns(text: str) -> int:
    """Return how wide a text is on a terminal: wide letters take two columns, marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(each) in _WIDE for each in text)
    return len(text) + wide - sum(unicodedata.combining(each) > 0 for each in text)


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
    bar = bars.Progress(*columns, console=console, auto_refresh=False, transient=True)
    with ending.undone(_clear_line), bar as shown:

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


def _clear_line() -> None:
    os.write(_ERROR, b"\r\x1b[K\x1b[?25h")  # and show the cursor


def print_note(line: str) -> None:
    """Print a line about the run to standard error."""
    _write(in_one_line(line), sys.stderr)


def print_result(line: str) -> None:
    """Print a line of the result to standard output."""
    _write(in_one_line(line), sys.stdout)


def print_text(text: str) -> None:
    """Print lines of the result to standard output."""
    _write(text, sys.stdout)


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
