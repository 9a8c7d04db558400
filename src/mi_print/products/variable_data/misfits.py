"""What is wrong with the records of a stamped series, record by record."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain

from mi_print.problem import Problem
from mi_print.products.orders.job import Job
from mi_print.products.variable_data.keep_out_hits import in_keep_outs, over_others
from mi_print.products.variable_data.overset import overset
from mi_print.products.variable_data.stamp_series import StampedSeries


def misfits(series: StampedSeries, job: Job) -> Mapping[int, list[Problem]]:
    """Return the errors of each record, from 0, that can't be printed as it was stamped.

    Pages of these errors count from 1 in each record.
    """
    found: defaultdict[int, list[Problem]] = defaultdict(list)
    file = job.layout_file
    placed = chain(in_keep_outs(series, file), over_others(series, file))
    wrong = chain(overset(series, job.template_file), placed)
    for number, problem in wrong:
        found[number].append(problem)
    return found
