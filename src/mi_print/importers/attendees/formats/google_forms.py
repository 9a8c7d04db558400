"""Answers to a form of Google: the moment, then the questions in the words of who wrote it."""

from collections.abc import Sequence

from mi_print.importers.attendees.attendee_format import AttendeeFormat
from mi_print.importers.attendees.formats.any_table import ANY_TABLE

_MOMENT = frozenset(
    {
        *("timestamp", "zeitstempel", "horodateur", "marca temporal", "informazioni cronologiche"),
        *("carimbo de data/hora", "tijdstempel", "タイムスタンプ", "时间戳记", "sygnatura czasowa"),
    }
)


def _by_questions(columns: Sequence[str]) -> Sequence[str] | None:
    if not columns or columns[0].casefold() not in _MOMENT or not ANY_TABLE.translate:
        return None
    return ["Timestamp", *(ANY_TABLE.translate(columns) or columns)[1:]]


GOOGLE_FORMS = AttendeeFormat(
    key="google-forms",
    name="answers to a form of Google",
    marks=("Timestamp",),
    fields=ANY_TABLE.fields,
    ticket=ANY_TABLE.ticket,
    email=ANY_TABLE.email,
    translate=_by_questions,
)
