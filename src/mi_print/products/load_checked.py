"""The data with everything that can be checked before anything is typeset.

Loading reads the data alone; whether the fonts have its characters and the
theme has its colours is checked here, for the same report.
"""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from mi_print.collection import uncollected
from mi_print.event.attendees.read_list import AttendeeList
from mi_print.event.load import Loaded, load
from mi_print.event.model import (
    Attendee,
    AuthorRow,
    AuthorRows,
    EventPart,
    Mention,
    Papers,
    Person,
    Workshop,
)
from mi_print.event.model.lookup import with_mentions
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.contrast import check_contrast
from mi_print.layout.checks.theme_colours import check_colours
from mi_print.layout.text.coverage import uncovered
from mi_print.layout.text.name_characters import check_characters, is_name, printable, unseen
from mi_print.problem import Severity, errors_of, in_order

AnyPerson = TypeVar("AnyPerson", Attendee, AuthorRow, Person)
DataFile = TypeVar("DataFile", bound=BaseModel)

_ORNAMENTED = frozenset({"ornament", "invisible-name"})
"""Rules that say of a name that not all of it is printed."""

_NAMES = ("name", "given", "family", "affiliation")


def load_checked(project: Path, attendees: Path | None = None) -> Loaded:
    """Load a project's data, with a problem for each character and colour that does not exist.

    Ornaments of names that no font has are left out of what is returned.

    Args:
        project: its folder.
        attendees: a list of attendees in place of `data/attendees.csv`; it may be an export.
    """
    converter = None
    if attendees:
        from mi_print.importers.attendees.converted_list import converted  # noqa: PLC0415 - few runs need it

        converter = converted
    with uncollected():
        return _checked(project, load(project, attendees, converter))


def _checked(project: Path, loaded: Loaded) -> Loaded:
    themed = loaded.for_files({"workshop"})  # also if another file has an error
    found = [
        *check_characters(loaded.text_places.beyond_ascii),
        *check_colours(project, themed),
        *check_contrast(project, themed),
    ]
    problems = in_order([*loaded.problems, *found])
    attendee_list = _attendee_list(loaded)
    event = None if errors_of(problems) else loaded.event
    if _ORNAMENTED.isdisjoint(problem.rule for problem in found):
        texts, whole = loaded.text_places, loaded.whole
    else:
        texts = TextPlaces(
            text._replace(value=printable(text.value)) if is_name(text) else text
            for text in loaded.texts
        )
        whole = {name: _as_printed(model) for name, model in loaded.whole.items()}
    if event and whole is not loaded.whole:
        event = event.model_copy(
            update={
                "workshop": _as_printed(event.workshop),
                "program": _as_printed(event.program),
                "papers": _as_printed(Papers(papers=event.papers)).papers,
            }
        )
    if event:
        event = event.model_copy(update={"attendees": attendee_list.attendees})
    return Loaded(
        event=event,
        problems=problems,
        text_places=texts,
        attendee_list=attendee_list,
        pictures=loaded.pictures,
        whole=whole,
    )


def _attendee_list(loaded: Loaded) -> AttendeeList:
    """Return the list with what of its texts can't be printed."""
    listed = loaded.attendee_list
    odd = {
        *uncovered("".join(listed.characters())),
        *unseen(set(listed.table.text) if listed.table else ()),
    }
    said = [(row, each) for row, text in listed.texts(odd) for each in check_characters([text])]
    warned = [each for each in said if each[1].severity is Severity.WARNING]
    return listed.rejecting(each for each in said if each[1].severity is Severity.ERROR).noting(
        warned, _name_as_printed
    )


def _name_as_printed(somebody: AnyPerson) -> AnyPerson:
    names = {field: getattr(somebody, field) for field in _NAMES}
    kept = {field: printable(text) or None for field, text in names.items() if text}
    return somebody.model_copy(update=kept)


def _as_printed(model: DataFile) -> DataFile:
    """Return a file of the data without the ornaments of its names."""
    if isinstance(model, Workshop):
        people = tuple(map(_name_as_printed, model.people))
        model = model.model_copy(update={"people": people})
    if isinstance(model, AuthorRows):
        authors = tuple(map(_name_as_printed, model.authors))
        model = model.model_copy(update={"authors": authors})
    return with_mentions(model, _mention_as_printed) if isinstance(model, EventPart) else model


def _mention_as_printed(mention: Mention, _: str) -> Mention:
    if mention.isascii() and (mention.affiliation or "").isascii():
        return mention
    return mention.spelled(printable)
