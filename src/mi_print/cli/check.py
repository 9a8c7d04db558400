"""`mi-print check`: print all problems of the data."""

import json
from pathlib import Path

from mi_print.cli.terminal import print_problems, print_result
from mi_print.errors import ExitCode
from mi_print.layout.text.fonts import cache_folder, use_bundled_fonts
from mi_print.problem import errors_of, in_order
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.product_jobs import check_orders
from mi_print.products.orders.request import Purpose, Request


def check(project: Path, *, as_json: bool) -> int:
    """Print the problems of the data, the orders, and the layouts ordered."""
    loaded = load_checked(project)
    problems = list(loaded.problems)
    left = []
    code = ExitCode.PROBLEMS
    if loaded.event is None:
        problems += check_orders(project, loaded)
    else:
        use_bundled_fonts(cache_folder())
        from mi_print.products.lay_out import lay_out
        request = Request(project / "output", purpose=Purpose.LAY_OUT)
        found = lay_out(project, loaded, loaded.event, request)
        problems += found.problems
        left = found.left_out
        code = found.code
    problems = in_order(problems)
    if as_json:
        listed = [problem.as_json() for problem in problems]
        print_result(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        print_problems(problems)
        if not problems:
            print_result("no problems")
        print_result("not laid out: "+ "; ".join(left))
    return code
