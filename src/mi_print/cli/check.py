"""`mi-print check`: say every problem of the data."""

import json
from pathlib import Path

from mi_print.cli.report import hand_out, tell
from mi_print.errors import ExitCode
from mi_print.problem import errors_of, in_order
from mi_print.products.data import gather
from mi_print.products.orders import check_orders


def check(project: Path, *, as_json: bool) -> int:
    """Say what is wrong with the data, the orders, and the layouts ordered."""
    loaded = gather(project)
    problems = in_order([*loaded.problems, *check_orders(project, loaded)])
    if as_json:
        listed = [problem.as_json() for problem in problems]
        hand_out(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        tell(problems)
        if not problems:
            hand_out("no problems")
    return ExitCode.PROBLEMS if errors_of(problems) else ExitCode.DONE
