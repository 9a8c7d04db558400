"""Columns of which an import makes nothing, as it says them."""

import re
from collections.abc import Iterable

from mi_print.source.wording import shown

_PRIVATE = re.compile(
    r"mail|phone|mobile|telefon|\btel\b|address|adresse|anschrift|street|stra(?:ß|ss)e|zip|postal|"
    r"postcode|plz|\bcity\b|\bstate\b|country|diet|allerg|\bmeal|food|order|paid|pay(?:er|ment)|"
    r"price|currency|\bfees?\b|\btax|invoice|billing|shipping|buyer|birth|gender|bestell|rechnung|"
    r"zahl|preis|\bip\b|passport|access|medical",
    re.IGNORECASE,
)
"""What a column is called whose values are nobody's business but the organizers'."""


def unread_columns(columns: Iterable[str]) -> str:
    """Return one line that names them, the private ones as such; nothing if there are none."""
    names = [shown(each) for each in columns if each.strip()]
    private = [each for each in names if _PRIVATE.search(each)]
    others = [each for each in names if each not in private]
    parts = [", ".join(others)] if others else []
    if private:
        parts.append(f"private: {', '.join(private)}")
    return f"not read: {'; '.join(parts)}" if parts else ""
