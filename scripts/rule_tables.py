# noqa: INP001 - run as a module, from the root
"""The tables of rules in docs/data.md, made from the catalogue.

    python -m scripts.rule_tables

writes them anew.
"""

from collections.abc import Mapping
from pathlib import Path

from mi_print.rule_catalog import CHECKED, IMPORTED, IMPOSED, MADE, RuleText
from scripts.marked_tables import rewritten

PAGE = Path(__file__).parents[1] / "docs" / "data.md"

_HEAD = ["| rule | what it means |", "|---|---|"]


def checked() -> str:
    """Return the table of what `check` says."""
    rows = list(_HEAD)
    for section, texts in CHECKED.items():
        rows += [f"| **{section}** | |", *(_row(*each) for each in texts.items())]
    return "\n".join(rows)


def made(texts: Mapping[str, RuleText] = MADE) -> str:
    """Return the table of what is said when a product is made, or of other rules."""
    return "\n".join([*_HEAD, *(_row(*each) for each in texts.items())])


def _row(name: str, text: RuleText) -> str:
    mark = " (warning)" if text.severity == "warning" else ""
    return f"| `{name}` | {text.about}{mark} |"


def written(page: str) -> str:
    """Return the document with its tables made anew."""
    tables = {"made": MADE, "imported": IMPORTED, "imposed": IMPOSED}
    return rewritten(
        page, {"checked": checked(), **{name: made(texts) for name, texts in tables.items()}}
    )


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
