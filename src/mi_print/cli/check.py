"""`mi-print check`: print all problems of the data."""

import json
from pathlib import Path

from mi_print.cli.terminal import print_problems, print_result
from mi_print.errors import ExitCode
from mi_print.problem import errors_of, in_order
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.product_jobs import check_orders


def check(project: Path, *, as_json: bool) -> int:
    """Print the problems of the data, the orders, and the layouts ordered."""
    loaded = load_checked(project)
    problems = in_order([*loaded.all_problems, *check_orders(project, loaded)])
    if as_json:
        listed = [problem.as_json() for problem in problems]
        print_result(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        print_problems(problems)
        if not problems:
            print_result("no problems")
    return ExitCode.PROBLEMS if errors_of(problems) else ExitCode.DONE
