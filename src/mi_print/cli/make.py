"""`mi-print cfp`, `program`, `all`: make products."""

import dataclasses
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mi_print.cli.epoch import source_date
from mi_print.cli.report import hand_out, progress, tell
from mi_print.errors import ExitCode, InputError, MiPrintError
from mi_print.layout.fonts import cache_folder, use_bundled_fonts
from mi_print.preflight.check import begin
from mi_print.problem import errors_of, shown_path
from mi_print.processes import server
from mi_print.products.data import gather
from mi_print.products.wish import Edition, Wish
from mi_print.units import in_words

if TYPE_CHECKING:
    from mi_print.products.gate import Verdict
    from mi_print.products.run import Made


def make(products: Sequence[str], project: Path, wish: Wish) -> int:
    """Make the products, each for itself: what is wrong with one stops no other."""
    wish = dataclasses.replace(wish, date=source_date(os.environ))
    server.start()
    if not wish.badges.only or Edition.PRINT not in wish.editions:
        return _make(products, project, wish)
    early = begin()  # somebody waits for this badge
    try:
        first = iter([early])
        return _make(
            products, project, dataclasses.replace(wish, begin=lambda: next(first, None) or begin())
        )
    finally:
        early.stop()


def _make(products: Sequence[str], project: Path, wish: Wish) -> int:
    loaded = gather(project, wish.badges.attendees)
    if loaded.event is None:
        raise InputError(loaded.problems)
    use_bundled_fonts(cache_folder())
    from mi_print.products.run import run  # noqa: PLC0415 - reads the fonts' configuration

    problems, code = list(loaded.problems), ExitCode.DONE
    for product in products:
        try:
            with progress() as watch:
                made_so_far, checked = watch(product), watch(f"{product}, checked")
                watched = dataclasses.replace(wish, progress=made_so_far, checked=checked)
                made, warnings = run(product, project, loaded, loaded.event, watched)
        except MiPrintError as reason:
            problems += reason.problems
            code = code or reason.exit_code
            continue
        problems += warnings
        for file in made:
            hand_out(f"{shown_path(file.path, project)}  {_about(file)}")
            if file.verdict and file.verdict.rejected:
                code = code or ExitCode.PREFLIGHT
    tell(problems)
    return code


def _about(file: "Made") -> str:
    """Return a written file's pages and size, and what preflight did with it."""
    pages = "1 page" if file.pages == 1 else f"{file.pages} pages"
    about = f"{pages}  {file.size}" + (f" + {in_words(file.bleed)} bleed" if file.bleed else "")
    verdict = file.verdict
    if verdict is None:
        return about
    seen = f", {verdict.looked_at} pages of it drawn" if verdict.looked_at < file.pages else ""
    seen += "" if verdict.measured else ", its ink on an earlier run"
    return f"{about}  {_said(verdict)}{seen}"


def _said(verdict: "Verdict") -> str:
    if verdict.rejected:
        return "NOT FIT FOR PRINT"
    return "WITH ERRORS, by --force" if errors_of(verdict.problems) else "checked"
