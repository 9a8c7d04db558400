"""How long preflight looks at a page, measured by its public function."""

import time
from pathlib import Path

from mi_print.preflight.check import preflight
from mi_print.trade.shops import shops

BARS = {"up to A5": 0.15, "up to Letter": 0.4, "24 × 36 in": 2.0}
"""Seconds a page by the size of its trim."""


def preflighted(size: str, pdf: Path, shop: str) -> float:
    """Preflight a file twice, print the faster time a page beside its bar, and return it.

    Args:
        size: a key of `BARS`.
        pdf: a print edition.
        shop: the name of the shop that it was made for.
    """
    data, best, pages = pdf.read_bytes(), float("inf"), 0
    for _ in range(2):
        start = time.perf_counter()
        report = preflight(data, shops()[shop].wishes, file=pdf.name)
        best = min(best, time.perf_counter() - start)
        pages = report.pages
    per_page = best / pages
    print(f"{f'preflight, {size}':34}{per_page:9.3f}{BARS[size]:6g}{pages:7}", flush=True)
    return per_page
