"""`mi-print preflight`: check finished PDFs."""

import json
from collections.abc import Sequence
from pathlib import Path

from mi_print.cli.terminal import print_problems, print_result, print_text
from mi_print.errors import ExitCode, InputError, UsageError
from mi_print.event.data_file import shops_of
from mi_print.preflight.check import preflight
from mi_print.preflight.report import MOST_DRAWN, PreflightReport, seen, severities
from mi_print.problem import Problem, in_order, shown_path
from mi_print.source.project_files import read_bytes
from mi_print.source.wording import counted, nearest

_MOST_BYTES = 2_000_000_000


def check_files(  # noqa: PLR0913 - what is checked, against what, and how it is said
    files: Sequence[Path],
    project: Path,
    shop: str | None,
    html: Path | None,
    *,
    as_json: bool,
    every: bool = False,
) -> int:
    """Check finished files, wherever they are, and print all problems.

    Raises:
        UsageError: there is no such shop.
        InputError: a file can't be read, or the report can't be written.
        TakenError: the report would replace what is no report.
    """
    if html:
        _check_place(html)
    shops = shops_of(project)
    name = shop or next(iter(shops))
    if name not in shops:
        raise UsageError(f'there is no shop "{name}"', nearest(name, shops))
    read = [(path, read_bytes(path, project, limit=_MOST_BYTES, anywhere=True)) for path in files]
    if missing := [data for _, data in read if isinstance(data, Problem)]:
        raise InputError(missing)
    given = [(shown_path(path, project), data) for path, data in read if isinstance(data, bytes)]
    checked = [
        (preflight(data, shops[name].wishes, file=file, sample=MOST_DRAWN), data)
        for file, data in given
    ]
    if html:
        _write_page(html, checked, name)
    reports = [report for report, _ in checked]
    problems = in_order(problem for report in reports for problem in report.problems)
    if as_json:
        listed = [problem.as_json() for problem in problems]
        print_text(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        print_problems(problems, every=every)
        for report in reports:
            print_result(_line(report))
    return ExitCode.DONE if all(report.passed for report in reports) else ExitCode.PREFLIGHT


def _check_place(html: Path) -> None:
    from mi_print.products.output import PREFLIGHT_PAGE, check_free  # noqa: PLC0415 - few runs want it

    check_free({html: PREFLIGHT_PAGE})


def _write_page(html: Path, checked: Sequence[tuple[PreflightReport, bytes]], shop: str) -> None:
    from mi_print.products.output import put_in_place  # noqa: PLC0415 - few runs want it
    from mi_print.reports.preflight_page import preflight_page  # noqa: PLC0415 - the same

    page = preflight_page(checked, shop)
    put_in_place({html: page.encode("utf-8", "backslashreplace")})


def _line(report: PreflightReport) -> str:
    pages, found = counted(report.pages, "page"), severities(report.problems)
    return "  ".join(filter(None, (report.file, pages, found, seen(report))))
