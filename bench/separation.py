"""How long the press takes for the booklet, against how long it takes to typeset it."""

import time
from pathlib import Path

from mi_print.cache import cache_folder
from mi_print.layout.text.bundled_fonts import use_bundled_fonts

BAR = 0.2
"""Of the typesetting time."""


def separated(project: Path) -> float:
    """Typeset the booklet, then separate, cut and identify it; print both and their ratio.

    The pages are set and written once; the press takes the faster of two turns.
    """
    use_bundled_fonts(cache_folder())
    from mi_print.products.booklet import make_booklet  # noqa: PLC0415 - after the fonts
    from mi_print.products.edition.composer import composer_of  # noqa: PLC0415
    from mi_print.products.edition.printing import print_setup, printed  # noqa: PLC0415
    from mi_print.products.load_checked import load_checked  # noqa: PLC0415
    from mi_print.products.orders.product_jobs import jobs  # noqa: PLC0415
    from mi_print.products.orders.request import Edition, Request  # noqa: PLC0415

    loaded = load_checked(project)
    if loaded.event is None:
        raise SystemExit("data/ is wrong; see mi-print check")
    (job,) = jobs("program", project, loaded, Request(project, editions=(Edition.PRINT,)))
    stamped = print_setup(project, loaded.event, None)
    start = time.perf_counter()
    pages = make_booklet.pages(composer_of(job, loaded.event))
    pdf = pages.pdf(tagged=False, name="program")
    typeset = time.perf_counter() - start
    turns = []
    for _ in range(2):
        start = time.perf_counter()
        printed(pdf, job, stamped, "program")
        turns.append(time.perf_counter() - start)
    pressed = min(turns)
    ratio = pressed / typeset
    line = f"booklet: set {typeset:.2f} s, separated and identified {pressed:.2f} s"
    print(f"\n{line}: {ratio:.2f} × (bar {BAR})", flush=True)
    return ratio
