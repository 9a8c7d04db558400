# noqa: INP001 - what two scripts share
"""Tables of a document between its marks, `<!-- name -->` and `<!-- end -->`."""

from collections.abc import Mapping


def rewritten(page: str, tables: Mapping[str, str]) -> str:
    """Return the document with the tables between these marks made anew."""
    for mark, table in tables.items():
        head, _, rest = page.partition(f"<!-- {mark} -->\n")
        _, _, tail = rest.partition("<!-- end -->\n")
        page = f"{head}<!-- {mark} -->\n{table}\n<!-- end -->\n{tail}"
    return page
