"""Rooms of a schedule in the words of the data, and ids made of names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mi_print.event.collation import letters
from mi_print.event.model import Workshop
from mi_print.event.names.folding import folded
from mi_print.importers.merging.record import DataRecord
from mi_print.importers.schedule.scheduled import ScheduledSession

_WORDS = re.compile(r"[a-z0-9]+")


class ScheduleRooms:
    """Where sessions are, in the words of the data."""

    def __init__(self, sessions: Sequence[ScheduledSession], workshop: Workshop | None) -> None:
        """Take the rooms of a schedule, in its order, and what the data says of them."""
        names = list(dict.fromkeys(filter(None, (" ".join(e.room.split()) for e in sessions))))
        venue = workshop.venue if workshop else None
        self._listed = bool(venue.rooms) if venue else len(names) > 1
        self._own = folded(venue.room) if venue and venue.room else ""
        self._listed = self._listed or bool(venue and not venue.room and len(names) > 1)
        self._ids = dict(zip(names, _ids(names), strict=True))
        self.only = names[0] if len(names) == 1 and not self._listed and not self._own else ""
        """The only room, if the data says none."""

    @property
    def records(self) -> list[DataRecord]:
        """The rooms of the venue, if it lists any."""
        pairs = self._ids.items() if self._listed else ()
        return [{"id": made, "name": name} for name, made in pairs]

    def of(self, session: ScheduledSession) -> DataRecord:
        """Return what a session says of its room."""
        name = " ".join(session.room.split())
        if not name or name == self.only or folded(name) == self._own:
            return {}
        return {"room": self._ids[name] if self._listed else name}


def _ids(names: Sequence[str]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for number, name in enumerate(names, 1):
        made = slug(letters(name)) or f"room-{number}"
        counts[made] += 1
        yield made if counts[made] == 1 else f"{made}-{counts[made]}"


def slug(text: str) -> str:
    """Return a text as an id: its words in small letters with hyphens, up to 60 characters."""
    return "-".join(_WORDS.findall(text.lower()))[:60].strip("-")
