"""`mi-print check`: print all problems of the data, and of what is made of it."""

import json
import os
from pathlib import Path

from mi_print.cache import cache_folder
from mi_print.cli.commands import make
from mi_print.cli.problem_groups import listed
from mi_print.cli.source_date_epoch import source_date
from mi_print.cli.terminal import print_problems, print_result, print_text
from mi_print.errors import ExitCode
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.layout.text.bundled_fonts import use_bundled_fonts
from mi_print.problem import Problem, errors_of, in_order
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.acceptance import useless, without_accepted
from mi_print.products.orders.product_jobs import check_builds_of_orders, check_orders
from mi_print.products.orders.request import PRODUCTS, Purpose, Request

_ALL_OF_IT = "mi-print check --full looks at all of it"


def check(project: Path, *, as_json: bool, full: bool = False, every: bool = False) -> int:
    """Print what is wrong with the data, the orders, and the products, and what was not looked at.

    Args:
        project: its folder.
        as_json: whether the problems are printed as one list of JSON.
        full: whether everything is made, as `all` makes it, and thrown away.
        every: whether each problem is said by itself, however many there are of its rule.
    """
    loaded = load_checked(project)
    problems, notes = list(loaded.all_problems), list[str]()
    if loaded.event is None:
        problems += check_orders(project, loaded)
        code = ExitCode.PROBLEMS
    else:
        use_bundled_fonts(cache_folder())
        purpose = Purpose.CHECK if full else Purpose.LAY_OUT
        request = Request(
            project / "output", purpose=purpose, every=True, date=source_date(os.environ)
        )
        look = _in_full if full else _in_short
        found, code, notes = look(project, loaded, loaded.event, request)
        problems += found
    problems += check_builds_of_orders(project, loaded)
    problems = in_order([*without_accepted(problems, loaded), *useless(problems, loaded)])
    if errors_of(problems) and not code:
        code = ExitCode.PROBLEMS
    if as_json:
        shown = [problem.as_json() for problem in listed(problems)]
        print_text(json.dumps(shown, ensure_ascii=False, indent=2))
        return code
    print_problems(problems, every=every)
    if not problems:
        print_result("no problems")
    for note in notes:
        print_result(note)
    return code


_Found = tuple[list[Problem], ExitCode, list[str]]


def _in_full(project: Path, loaded: Loaded, event: Event, request: Request) -> _Found:
    """Return what `all` would say, its exit code, and what it would pass over."""
    problems: list[Problem] = []
    notes: list[str] = []
    code = ExitCode.DONE
    for ended in make.made_in_turn(PRODUCTS, project, loaded, event, request):
        problems += ended.problems
        problems += [problem for each in ended.left_out for problem in each.problems]
        code = code or ended.code
        notes += [ended.passed_over] if ended.passed_over else []
    return problems, code, notes


def _in_short(project: Path, loaded: Loaded, event: Event, request: Request) -> _Found:
    """Return what is wrong with what is short, the exit code, and lines of what was left out."""
    from mi_print.products.lay_out import lay_out  # noqa: PLC0415 - reads the fonts' configuration

    found = lay_out(project, loaded, event, request)
    left = ", ".join([*found.left_out, "print editions"])
    return (
        list(found.problems),
        found.code,
        [
            *found.passed_over,
            f"not laid out: {left}; {_ALL_OF_IT}",
        ],
    )
