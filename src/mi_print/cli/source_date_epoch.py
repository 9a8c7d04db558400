"""The date that reproducible builds hand over in the environment.

Specification: https://reproducible-builds.org/specs/source-date-epoch/
"""

import datetime as dt
from collections.abc import Mapping

from mi_print.errors import UsageError

NAME = "SOURCE_DATE_EPOCH"
_DIGITS = 11  # until the year 5138
_HINT = "it is a whole number of seconds since 1970, as from: git log -1 --format=%ct"


def source_date(environment: Mapping[str, str]) -> dt.datetime | None:
    """Return the date of the environment in UTC, or None if it names none.

    Raises:
        UsageError: what it names is no date.
    """
    said = environment.get(NAME, "")
    if not said:
        return None
    if said.isascii() and said.isdecimal() and len(said) <= _DIGITS:
        return dt.datetime.fromtimestamp(int(said), dt.UTC)
    raise UsageError(f'{NAME} is "{said}", which is no date', _HINT)
