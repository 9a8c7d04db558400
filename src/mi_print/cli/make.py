"""`mi-print cfp`, `program`, `badges`, `signage`, `all`: make products."""

import dataclasses
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mi_print.cache import cache_folder
from mi_print.cli.source_date_epoch import source_date
from mi_print.cli.terminal import print_note, print_problems, print_result, progress
from mi_print.errors import ExitCode, InputError, MiPrintError
from mi_print.layout.text.bundled_fonts import use_bundled_fonts
from mi_print.preflight.check import Begun, begin
from mi_print.problem import errors_of, shown_path
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import Edition, Request
from mi_print.units import in_words

if TYPE_CHECKING:
    from mi_print.products.edition.artifact import Artifact, Verdict


def make(products: Sequence[str], project: Path, request: Request, *, every: bool = False) -> int:
    """Make the products; an error in one does not stop the others.

    Args:
        products: their names.
        project: its folder.
        request: what is asked for.
        every: whether each problem is said by itself, however many there are of its rule.
    """
    request = dataclasses.replace(request, date=source_date(os.environ))
    if not request.badges.only or Edition.PRINT not in request.editions:
        return _make(products, project, request, begin, every=every)
    early = begin()  # single badges are wanted at once: preflight starts beside typesetting
    first = iter([early])

    def begun() -> Begun:
        return next(first, None) or begin()

    try:
        return _make(products, project, request, begun, every=every)
    finally:
        early.stop()


def _make(
    products: Sequence[str],
    project: Path,
    request: Request,
    begin: Callable[[], Begun],
    *,
    every: bool,
) -> int:
    loaded = load_checked(project, request.badges.attendees)
    if loaded.event is None:
        raise InputError(loaded.all_problems if "badges" in products else loaded.problems)
    use_bundled_fonts(cache_folder())
    from mi_print.products.run import RunProgress, run  # noqa: PLC0415 - reads the fonts' configuration

    problems, code = list(loaded.problems), ExitCode.DONE
    for product in products:
        try:
            with progress() as watch:
                watched = RunProgress(watch(product), watch(f"{product}, checked"))
                result = run(
                    product,
                    project,
                    loaded,
                    loaded.event,
                    request,
                    copyfit_page=_copyfit_page,
                    progress=watched,
                    begin=begin,
                )
        except MiPrintError as reason:
            problems += reason.problems
            code = code or reason.exit_code
            continue
        problems += result.problems
        for artifact in result.artifacts:
            for edition, path in artifact.paths.items():
                print_result(f"{shown_path(path, project)}  {_about(artifact, edition)}")
            if artifact.verdict and artifact.verdict.rejected:
                code = code or ExitCode.PREFLIGHT
        for left_out in result.left_out:
            print_note(f"{left_out}:")
            print_problems(left_out.problems)
            code = code or ExitCode.PROBLEMS
        del result  # and with it the files' bytes, before the next product's are made
    print_problems(problems, every=every)
    return code


def _copyfit_page(artifact: "Artifact") -> str:
    from mi_print.reports.copyfit_page import copyfit_page  # noqa: PLC0415 - few runs want it

    return copyfit_page(artifact)


def _about(artifact: "Artifact", edition: Edition) -> str:
    """Return an edition's pages and size, and of a print edition preflight's verdict."""
    pages = "1 page" if artifact.pages == 1 else f"{artifact.pages} pages"
    bleed, verdict = artifact.bleed(edition), artifact.verdict
    about = f"{pages}  {artifact.job.size}" + (f" + {in_words(bleed)} bleed" if bleed else "")
    less = f"  {len(artifact.left_out.records)} left out" if artifact.left_out else ""
    if edition is Edition.SCREEN or verdict is None:
        return about + less
    drawn = verdict.looked_at
    about += f"  {_in_brief(verdict)}"
    about += f", {drawn} pages of it drawn" if drawn < artifact.pages else ""
    return about + ("" if verdict.measured else ", its ink on an earlier run") + less


def _in_brief(verdict: "Verdict") -> str:
    if verdict.rejected:
        return "NOT FIT FOR PRINT"
    found = "WITH ERRORS, by --force" if errors_of(verdict.problems) else "checked"
    return f"{found}, ink not measured" if verdict.unmeasured else found
