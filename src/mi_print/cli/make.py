"""`mi-print cfp`, `program`, `badges`, `signage`, `all`: make products."""

import dataclasses
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mi_print.cli.source_date_epoch import source_date
from mi_print.cli.terminal import print_problems, print_result, progress
from mi_print.errors import ExitCode, InputError, MiPrintError
from mi_print.layout.text.fonts import cache_folder, use_bundled_fonts
from mi_print.preflight.check import begin
from mi_print.problem import errors_of, shown_path
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import Edition, Request
from mi_print.units import in_words

if TYPE_CHECKING:
    from mi_print.products.edition.artifact import Artifact
    from mi_print.products.edition.preflight_gate import Verdict
    from mi_print.products.orders.job import Job
    from mi_print.products.run import WrittenFile


def make(products: Sequence[str], project: Path, request: Request) -> int:
    """Make the products; an error in one does not stop the others."""
    request = dataclasses.replace(request, date=source_date(os.environ))
    if not request.badges.only or Edition.PRINT not in request.editions:
        return _make(products, project, request)
    early = begin()  # single badges are wanted at once: preflight starts beside typesetting
    try:
        first = iter([early])
        return _make(
            products,
            project,
            dataclasses.replace(request, begin=lambda: next(first, None) or begin()),
        )
    finally:
        early.stop()


def _make(products: Sequence[str], project: Path, request: Request) -> int:
    loaded = load_checked(project, request.badges.attendees)
    if loaded.event is None:
        raise InputError(loaded.problems)
    use_bundled_fonts(cache_folder())
    from mi_print.products.run import run  # noqa: PLC0415 - reads the fonts' configuration

    problems, code = list(loaded.problems), ExitCode.DONE
    for product in products:
        try:
            with progress() as watch:
                made_so_far, checked = watch(product), watch(f"{product}, checked")
                watched = dataclasses.replace(request, progress=made_so_far, checked=checked)
                made, warnings = run(product, project, loaded, loaded.event, watched, _copyfit_page)
        except MiPrintError as reason:
            problems += reason.problems
            code = code or reason.exit_code
            continue
        problems += warnings
        for file in made:
            print_result(f"{shown_path(file.path, project)}  {_about(file)}")
            if file.verdict and file.verdict.rejected:
                code = code or ExitCode.PREFLIGHT
    print_problems(problems)
    return code


def _copyfit_page(artifact: "Artifact", job: "Job") -> str:
    from mi_print.reports.copyfit_page import copyfit_page  # noqa: PLC0415 - few runs want it

    return copyfit_page(artifact, job)


def _about(file: "WrittenFile") -> str:
    """Return a written file's pages and size, and preflight's verdict."""
    pages = "1 page" if file.pages == 1 else f"{file.pages} pages"
    about = f"{pages}  {file.size}" + (f" + {in_words(file.bleed)} bleed" if file.bleed else "")
    verdict = file.verdict
    if verdict is None:
        return about
    seen = f", {verdict.looked_at} pages of it drawn" if verdict.looked_at < file.pages else ""
    seen += "" if verdict.measured else ", its ink on an earlier run"
    return f"{about}  {_verdict_in_words(verdict)}{seen}"


def _verdict_in_words(verdict: "Verdict") -> str:
    if verdict.rejected:
        return "NOT FIT FOR PRINT"
    return "WITH ERRORS, by --force" if errors_of(verdict.problems) else "checked"
