"""When sessions are, in words: with their day, if there are several."""

from collections.abc import Callable

from mi_print.event.chronology import of_several_days
from mi_print.event.model import Event, Session
from mi_print.event.queries import print_locale


def when(event: Event) -> Callable[[Session], str]:
    """Return what says when a session of an event is: "9:30–10:00", or "7 Dec, 9:30–10:00"."""
    locale, several = print_locale(event), of_several_days(event)

    def said(session: Session) -> str:
        time = locale.stretch(session.start, session.end)
        if not several:
            return time
        return locale.word("day-time", day=locale.day_short(session.starts.date()), time=time)

    return said
