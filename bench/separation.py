"""How long the press takes for the booklet, against how long it takes to typeset it."""

import time
from pathlib import Path

from mi_print.layout.fonts import cache_folder, use_bundled_fonts

BAR = 0.2
"""Of the typesetting time."""


def separated(project: Path) -> float:
    """Typeset the booklet, then separate, cut and identify it; print both and their ratio.

    The pages are set and written once; the press takes the faster of two turns.
    """
    use_bundled_fonts(cache_folder())
    from mi_print.products import program  # noqa: PLC0415 - after the fonts
    from mi_print.products.data import gather  # noqa: PLC0415
    from mi_print.products.orders import jobs  # noqa: PLC0415
    from mi_print.products.prepared import prepare  # noqa: PLC0415
    from mi_print.products.printing import printed, stamp  # noqa: PLC0415
    from mi_print.products.wish import Edition, Wish  # noqa: PLC0415

    loaded = gather(project)
    if loaded.event is None:
        raise SystemExit("data/ is wrong; see mi-print check")
    (job,) = jobs("program", project, loaded, Wish(project, editions=(Edition.PRINT,)))
    stamped = stamp(project, loaded.event, None)
    start = time.perf_counter()
    pages = program.pages(prepare(job, loaded.event))
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
