"""`mi-print cfp`, `program`, `badges`, `signage`, `all`: make products."""

import dataclasses
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mi_print.cache import cache_folder
from mi_print.cli.source_date_epoch import source_date
from mi_print.cli.terminal import print_note, print_problems, print_result, progress
from mi_print.errors import ExitCode, MiPrintError
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.layout.text.bundled_fonts import use_bundled_fonts
from mi_print.preflight.check import Begun, begin
from mi_print.problem import Problem, errors_of, shown_path
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.acceptance import without_accepted
from mi_print.products.orders.named_orders import check_named, each_order
from mi_print.products.orders.passed_over import passed_over
from mi_print.products.orders.request import Edition, Request
from mi_print.products.reads import LISTED, READS, as_count, said_elsewhere
from mi_print.source.wording import counted
from mi_print.units import in_words

if TYPE_CHECKING:
    from mi_print.products.edition.artifact import Artifact, ArtifactSheets, Verdict
    from mi_print.products.edition.left_out import LeftOut


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
    use_bundled_fonts(cache_folder())
    elsewhere = said_elsewhere(products, loaded, listed=request.badges.attendees is None)
    check_named(products, loaded, request)
    problems, code = [], ExitCode.DONE
    for product in products:
        read = loaded.for_files(READS[product])
        if read.event is None:
            everybody = product == LISTED and not request.badges.selective
            people = loaded.attendee_list.all_problems if everybody else []
            problems += errors_of([*read.problems, *people])
            code = ExitCode.PROBLEMS
            continue
        for made in made_in_turn([product], project, read, read.event, request, begin):
            problems += made.problems
            code = code or made.code
            for artifact in made.artifacts:
                for edition, path in artifact.paths.items():
                    print_result(f"{shown_path(path, project)}  {_about(artifact, edition)}")
                if artifact.sheets:
                    _print_sheets(artifact.sheets, project)
            if made.passed_over:
                print_note(made.passed_over)
            for left_out in made.left_out:
                print_note(f"{left_out}:")
                print_problems(left_out.problems, every=every)
            del made  # and with it the files' bytes, before the next product's are made
    unsaid = set(elsewhere)
    shown = [each for each in without_accepted(problems, loaded) if each not in unsaid]
    print_problems(shown, every=every)
    if more := as_count(elsewhere, products):
        print_note(more)
    return code


@dataclass(frozen=True, slots=True)
class MadeProduct:
    """An order as it was made: its files, problems, exit code, and what is left out of it.

    In a line what was passed over: all of it, or what the data has nothing for.
    """

    artifacts: Sequence["Artifact"]
    problems: Sequence[Problem]
    code: ExitCode
    left_out: Sequence["LeftOut"] = ()
    passed_over: str = ""


def made_in_turn(  # noqa: PLR0913, PLR0917 - what is wanted, of what, and what has begun
    products: Sequence[str],
    project: Path,
    loaded: Loaded,
    event: Event,
    request: Request,
    begin: Callable[[], Begun] = begin,
) -> Iterator[MadeProduct]:
    """Yield each order of the products as soon as it is made; an error stops no other order."""
    from mi_print.products.run import RunProgress, run  # noqa: PLC0415 - reads the fonts' configuration

    wanted = [
        (product, each) for product in products for each in each_order(product, loaded, request)
    ]
    for product, asked in wanted:
        name = f"{product}-{asked.named}" if asked.named else product
        try:
            with progress() as watch:
                watched = RunProgress(watch(name), watch(f"{name}, checked"))
                result = run(
                    product,
                    project,
                    loaded,
                    event,
                    asked,
                    copyfit_page=_copyfit_page,
                    progress=watched,
                    begin=begin,
                )
        except MiPrintError as reason:
            if why := passed_over(reason, product, event, asked):
                yield MadeProduct((), (), ExitCode.DONE, passed_over=why)
            else:
                yield MadeProduct((), reason.problems, reason.exit_code)
            continue
        bad = any(verdict.rejected for each in result.artifacts for verdict in each.verdicts)
        code = ExitCode.PROBLEMS if result.left_out else ExitCode.DONE
        code = ExitCode.PREFLIGHT if bad else code
        yield MadeProduct(
            result.artifacts, result.problems, code, result.left_out, result.passed_over
        )
        del result


def _copyfit_page(artifact: "Artifact") -> str:
    from mi_print.reports.copyfit_page import copyfit_page  # noqa: PLC0415 - few runs want it

    return copyfit_page(artifact)


def _about(artifact: "Artifact", edition: Edition) -> str:
    """Return an edition's pages and size, and of a print edition preflight's verdict."""
    pages = counted(artifact.pages, "page")
    bleed, verdict = artifact.bleed(edition), artifact.verdict
    about = f"{pages}  {artifact.job.size}" + (f" + {in_words(bleed)} bleed" if bleed else "")
    less = f"  {len(artifact.left_out.records)} left out" if artifact.left_out else ""
    if edition is Edition.SCREEN or verdict is None:
        return about + less
    less += f"  {artifact.job.copies}" if artifact.job.quantity else ""
    drawn = verdict.looked_at
    about += f"  {_in_brief(verdict)}"
    about += f", {counted(drawn, 'page')} of it drawn" if drawn < artifact.pages else ""
    return about + ("" if verdict.measured else ", its ink on an earlier run") + less


def _print_sheets(sheets: "ArtifactSheets", project: Path) -> None:
    from mi_print.cli.sheet_lines import sheet_lines  # noqa: PLC0415 - few runs want it
    from mi_print.products.edition.preflight_gate import MOST_READ  # noqa: PLC0415 - the same

    first, *more = sheet_lines(sheets.imposed)
    brief = _in_brief(sheets.verdict)
    if len(sheets.imposed.sides) > MOST_READ:
        brief += f", {MOST_READ} sides of it read again"
    print_result(f"{shown_path(sheets.path, project)}  {first}  {brief}")
    for line in more:
        print_result(line)


def _in_brief(verdict: "Verdict") -> str:
    if verdict.rejected:
        return "NOT FIT FOR PRINT"
    found = "WITH ERRORS, by --force" if errors_of(verdict.problems) else "checked"
    return f"{found}, ink not measured" if verdict.unmeasured else found
