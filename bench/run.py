"""Prints how long mi-print takes and how much memory it holds: `make bench`.

Every figure is a whole command, from the shell, on this machine, one after the
other; the fonts' cache is warm.  Bars are what we promise on two cores.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import measure
import proof
import pypdfium2
import sample
import separation
import series

from mi_print.resources import BUNDLED

MI_PRINT = Path(sys.executable).with_name("mi-print")
REAL, CHECKED, LARGE = 187, 1000, 1870
COUNT = 10_000


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the table: a command, what it must stay under, and whether it finds errors."""

    name: str
    seconds: float
    arguments: tuple[str, ...]
    refuses: bool = False


def main() -> None:
    """Run everything and print the table."""
    print(f"{os.cpu_count()} cores\n")
    print(f"{'':34}{'seconds':>9}{'bar':>6}{'pages':>7}{'ms a page':>11}{'MB':>7}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sample.write(folder / "large", LARGE)
        here, large = (("--project", str(path)) for path in (BUNDLED, folder / "large"))
        out = ("--out", str(folder / "out"))
        shown(Bar("mi-print --help", 0.3, ("--help",)), None)
        sample.write(folder / "checked", CHECKED)
        checked = ("--project", str(folder / "checked"), "check")
        shown(Bar("mi-print check", 3, (*here, "check")), None)
        shown(Bar(f"mi-print check, {CHECKED:,} papers", 10, checked, refuses=True), None)
        shown(
            Bar("mi-print cfp, with its gate", 3, (*here, "cfp", *out)),
            folder / "out/print/cfp.pdf",
        )
        book = folder / "out/print/program.pdf"
        small = shown(Bar(f"booklet, {REAL} papers", 8, (*here, "program", *out)), book)
        grown = shown(Bar(f"booklet, {LARGE:,} papers", 60, (*large, "program", *out)), book)
        shown(Bar("everything, with its gates", 40, (*here, "all", *out)), None)
        proved(folder, here)
        separation.separated(BUNDLED)
        series.main(COUNT, folder / "series")
    print(f"\na page of the large booklet costs {grown / small:.2f} × one of the real (bar 1.7)")


def proved(folder: Path, here: Sequence[str]) -> None:
    """Preflight a page of each size there is a bar for, in print editions of the workshop."""
    out = ("--edition", "print", "--out", str(folder / "proof"))
    measure.run([str(MI_PRINT), *here, "program", *out])
    measure.run([str(MI_PRINT), *here, "signage", *out, "--shop", "large-format"])
    print(f"\n{'':34}{'s a page':>9}{'bar':>6}{'pages':>7}")
    made = folder / "proof" / "print"
    proof.preflighted("up to A5", made / "program.pdf", "generic-us")
    proof.preflighted("up to Letter", made / "signage-board-cards.pdf", "large-format")
    proof.preflighted("24 × 36 in", made / "signage-poster-lists.pdf", "large-format")


def shown(bar: Bar, pdf: Path | None) -> float:
    """Run a command twice, print the faster run, and return its seconds a page."""
    command = [str(MI_PRINT), *bar.arguments]
    if bar.refuses:
        command = ["sh", "-c", '"$0" "$@" || true', *command]
    runs = [measure.run(command) for _ in range(2)]
    best = min(runs, key=lambda each: each.seconds)
    count: int = len(pypdfium2.PdfDocument(pdf)) if pdf else 1
    per_page = best.seconds / count
    pages = f"{count:7}{1000 * per_page:11.0f}" if pdf else f"{'':18}"
    memory = max(each.memory for each in runs) / 1e6
    print(f"{bar.name:34}{best.seconds:9.2f}{bar.seconds:6g}{pages}{memory:7.0f}", flush=True)
    return per_page


if __name__ == "__main__":
    main()
