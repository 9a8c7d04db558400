# noqa: INP001 - run as a module, from the root
"""The tables of docs/preflight.md, made from the faults that the tests inject.

    python -m scripts.preflight_tables

writes them anew.
"""

from pathlib import Path

import pdf_oxide

from mi_print.preflight.check import preflight
from mi_print.preflight.expected import Expected
from mi_print.preflight.rules.catalog import PICTURE_RULES, RULES
from mi_print.trade.shops import shops
from scripts.marked_tables import rewritten
from tests.preflight.faults import FAULTS
from tests.preflight.faults_pdfx import PDFX
from tests.preflight.good import good
from tests.preflight.sheet import BLEED, HEIGHT, WIDTH, book, code, text

PAGE = Path(__file__).parents[1] / "docs" / "preflight.md"

_FULL = f"{-BLEED} {-BLEED} {WIDTH + 2 * BLEED} {HEIGHT + 2 * BLEED} re f "
_ADDRESS = "https://example.org/a"

SEEN = {
    "art that ends at the trim": ("MP-BLEED", "error", book("0 0 0 0.1 k 0 100 50 80 re f")),
    "art with half the bleed": ("MP-BLEED", "error", book("0 0 0 0.1 k -4 100 50 80 re f")),
    "text at the edge": ("MP-SAFE", "error", book(text("Too near", 3, 100))),
    "a code at the edge": ("MP-SAFE", "error", book(code(_ADDRESS, 2, 60))),
    "a code of tiny modules": ("MP-QR", "error", book(code(_ADDRESS, 60, 60, module=0.9))),
    "a torn code": ("MP-QR", "error", book(code(_ADDRESS, 60, 60, torn=range(8, 18)))),
    "a code with another message": ("MP-QR", "error", book(code("elsewhere", 60, 60))),
    "too much ink": ("R0026", "error", book("0.9 0.9 0.9 0.9 k " + _FULL)),
    "black text that knocks out of a colour": (
        "MP-OVERPRINT",
        "warning",
        book("0 0.9 1 0 k " + _FULL + text("Knocks out of it", 40, 150, 40)),
    ),
}
"""Faults that only pictures and plates show: the rule, its severity, and the file."""

_EXPECTED = Expected(codes=(frozenset({_ADDRESS}),))


def rules() -> str:
    """Return the table of rules."""
    rows = [f"| {rule} | {about} |" for rule, about in {**RULES, **PICTURE_RULES}.items()]
    return "\n".join(["| rule | a file keeps it when |", "|---|---|", *rows])


def faults() -> str:
    """Return the table of injected faults."""
    rows = [
        _row(name, fault.rule, fault.severity, _by_oxide(name, fault.build()))
        for name, fault in FAULTS.items()
    ]
    rows += [_row(name, rule, severity, "—") for name, (rule, severity, _) in SEEN.items()]
    head = ["| fault | caught by | as | `pdf_oxide` |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _row(name: str, rule: str, severity: str, other: str) -> str:
    return f"| {name} | {rule} | {severity} | {other} |"


def _by_oxide(name: str, data: bytes) -> str:
    """Return what pdf_oxide says of a file; rules beyond PDF/X it does not know."""
    if name not in PDFX:
        return "—"
    try:
        said = _oxide(data)
    except Exception:  # noqa: BLE001 - what it does with a broken file is the finding
        return "refuses to read it"
    return "says so" if said - _oxide(good()) else "passes it"


def _oxide(data: bytes) -> set[str]:
    found: set[str] = set(pdf_oxide.PdfDocument.from_bytes(data).validate_pdf_x("4")["errors"])
    return found


def caught(name: str) -> set[tuple[str, str]]:
    """Return which rules speak of one of the faults of pictures, and how severely."""
    _, _, data = SEEN[name]
    expected = _EXPECTED if "message" in name else Expected()
    report = preflight(data, shops()["generic-us"].wishes, expected)
    return {(p.rule, str(p.severity)) for p in report.problems}


def written(page: str) -> str:
    """Return the document with its tables made anew."""
    return rewritten(page, {"rules": rules(), "faults": faults()})


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
