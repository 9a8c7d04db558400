"""Days and times of day, narrower than pydantic's.

Pydantic also reads `"0"` as the first of January 1970 and `09:30Z` as a time in
UTC; in a program either is a mistake.
"""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2999, 12, 31)


def _day(day: dt.date) -> dt.date:
    if day < _FIRST:
        raise ValueError(f"{day} is long ago; write the day as 2025-12-07")
    if day > _LAST:
        raise ValueError(f"{day} is far away; write the day as 2025-12-07")
    return day


def _clock(time: dt.time) -> dt.time:
    if time.tzinfo or time.second or time.microsecond:
        raise ValueError(f'{time} is more than hour and minute; write it as "09:30"')
    return time


Day = Annotated[dt.date, AfterValidator(_day)]
"""A day of the calendar."""

Clock = Annotated[
    dt.time,
    AfterValidator(_clock),
    # JSON Schema's own "time" wants seconds and an offset.
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
]
"""Hour and minute, in the workshop's time zone."""
