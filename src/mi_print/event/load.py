"""Loads `data/`: all problems of all files, and one immutable event.

Nothing after this opens a data file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from mi_print.event.attendees import read_list
from mi_print.event.attendees.read_list import (
    AttendeeList,
    ConvertList,
    KnownPeople,
    WrittenName,
)
from mi_print.event.checks.all_checks import check
from mi_print.event.checks.names import nearly_in_two_spellings, spotlight_authors
from mi_print.event.data_file import SHOPS, STOCKS, all_shops, all_stocks, is_found, read_file
from mi_print.event.json_schema import MODELS
from mi_print.event.latex.convert_source import FILES, convert
from mi_print.event.located_texts import LocatedText, located
from mi_print.event.model import (
    APART,
    Acceptance,
    AuthorRow,
    AuthorRows,
    Event,
    Paper,
    Papers,
    PrintOrders,
)
from mi_print.event.model.lookup import with_author_rows
from mi_print.event.model.pictures import Picture
from mi_print.event.names.folding import folded
from mi_print.event.names.identities import KnownPerson, author_ids, written_author
from mi_print.event.partial_event import PartialEvent
from mi_print.event.pictures.read_pictures import read_pictures
from mi_print.event.text_checks.all_texts import check_texts
from mi_print.event.text_places import TextPlaces
from mi_print.problem import Problem, error, errors_of, in_order, shown_path
from mi_print.processes.beside import beside
from mi_print.source.csv_table import Columns
from mi_print.source.located_values import Source
from mi_print.source.validate import Validated, validate

_NEEDED = "workshop"
_MANY = 20_000
"""Values of all files, above which their texts are looked at in another process."""
_OTHER_LISTS = (".xlsx", ".xls", ".ods", ".tsv", ".yaml", ".yml")
_PAPERS = Columns(
    known=tuple(Paper.model_fields),
    needed=tuple(name for name, about in Paper.model_fields.items() if about.is_required()),
    lists=frozenset({"authors", "awards"}),
    mappings=frozenset({"boards"}),
)
_AUTHORS = Columns(known=tuple(AuthorRow.model_fields), needed=("paper",))
_COLUMNS = {"papers": _PAPERS, "authors": _AUTHORS}
"""Of the files that may be tables."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The contents of `data/`.

    Attributes:
        event: with those attendees whose rows have no error; `None` if any of `problems` is one.
        problems: of all files but the list of attendees, which only badges are made from.
        text_places: all texts but the attendees', which `attendee_list` finds by their
            characters, and those of shops, which nothing prints.
        attendee_list: the list, with its own problems.
        whole: the files that fit their models, by name.
        pictures: those that the data names, by their paths.
    """

    event: Event | None
    problems: list[Problem]
    text_places: TextPlaces = field(default_factory=TextPlaces)
    attendee_list: AttendeeList = field(default_factory=AttendeeList)
    whole: Mapping[str, BaseModel] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def for_files(self, names: Collection[str]) -> "Loaded":
        """Return what there is for somebody who reads these files alone.

        The problems are those of these files, and of what is no file of the data.  If another
        file has an error, the event is made without all files but these.

        Args:
            names: of the files without their endings, as in `MODELS`.
        """
        problems = [each for each in self.problems if _file_of(each) in {None, *names}]
        event = self.event
        if errors_of(problems):
            event = None
        elif event is None and _NEEDED in self.whole:
            whole = {name: each for name, each in self.whole.items() if name in names}
            event = _event(whole, self.attendee_list, self.pictures)
        return replace(self, event=event, problems=problems)

    @property
    def texts(self) -> tuple[LocatedText, ...]:
        """The texts of `text_places`."""
        return self.text_places.all

    @property
    def accepted(self) -> tuple[Acceptance, ...]:
        """The warnings that the orders accept; none if they can't be read."""
        ordered = self.whole.get("print")
        return ordered.accept if isinstance(ordered, PrintOrders) else ()

    @property
    def all_problems(self) -> list[Problem]:
        """The problems of every file, in their order."""
        return in_order([*self.problems, *self.attendee_list.all_problems])


def load(project: Path, listed: Path | None = None, converter: ConvertList | None = None) -> Loaded:
    """Read and check the data of a project.  Bad data is reported, never raised.

    Args:
        project: its folder.
        listed: a list of attendees in place of `data/attendees.csv`; it may lie anywhere.
        converter: makes of `listed` a list of ours, if it is the export of another program.
    """
    sources, shaped, problems, draft = _drafted(project, {})
    many = sum(len(source.values) for source in sources.values()) > _MANY
    with beside(partial(_texts, sources), worth=many) as texts:
        crossed = list(check(draft))
        pictures, unfit = read_pictures(project, draft)
        attendee_list = _attendee_list(project, listed, draft, converter)
        models = {name: each.whole for name, each in shaped.items() if each.whole is not None}
        wrong = errors_of([*problems, *crossed, *unfit])
        event = None if wrong else _event(models, attendee_list, pictures)
        spoiled, places = texts()  # which are warnings
    problems = in_order([*problems, *crossed, *spoiled, *unfit])
    return Loaded(event, problems, places, attendee_list, models, pictures)


def _texts(sources: Mapping[str, Source]) -> tuple[list[Problem], TextPlaces]:
    """Return what is spoiled of all texts, and where those stand that may be printed."""
    texts = {name: source.texts() for name, source in sources.items()}
    spoiled = chain.from_iterable(check_texts(sources[name], texts[name]) for name in sources)
    printed = (name for name in sources if name not in {SHOPS, STOCKS})
    places = chain.from_iterable(located(sources[name].file, texts[name]) for name in printed)
    return list(spoiled), TextPlaces(places)


def checked_with(project: Path, instead: Mapping[Path, str]) -> list[Problem]:
    """Return what the checks between the parts say of a project as it would be.

    Args:
        project: its folder.
        instead: files of the data that would say something else, by their paths.
    """
    draft = _drafted(project, instead)[-1]
    found = (*check(draft), *nearly_in_two_spellings(draft))
    return in_order(found) if "workshop" in draft.sources else []


def _attendee_list(
    project: Path, named: Path | None, draft: PartialEvent, converter: ConvertList | None
) -> AttendeeList:
    path = named or project / read_list.FILE
    others = tuple(_other_lists(project, named))
    if named is None and not is_found(path):
        return AttendeeList(problems=others)
    program = _program(draft)
    authors = _authors(draft, program)
    found = read_list.read(
        path,
        project,
        program,
        authors,
        draft.roles,
        anywhere=named is not None,
        converter=converter,
    )
    return replace(found, problems=(*found.problems, *others)) if others else found


def _other_lists(project: Path, named: Path | None) -> Iterator[Problem]:
    """Yield a problem for a list of attendees that is there and not read."""
    beside = (project / read_list.FILE).with_suffix
    for path in map(beside, _OTHER_LISTS) if named is None else ():
        if is_found(path):
            message = f"this file is not read; the attendees stand in {read_list.FILE}"
            file = shown_path(path, project)
            hint = f"save it there as CSV (UTF-8), or make the list of it: mi-print import {file}"
            yield error("wrong-name", message, hint, file=file)


def _program(draft: PartialEvent) -> KnownPeople:
    """Return who may have a badge by the program: its people, and the authors of spotlights."""
    people, known = list(draft.people.values()), []
    for location, person in draft.people.items():
        place = draft.named_place("workshop", *location, "name")
        apart = person.same_as == APART
        known.append(KnownPerson(person.id, person.name, person.affiliation, apart, place))
    ids = {each.id for each in known}
    authors = spotlight_authors(draft)
    found = author_ids(authors.values(), people)
    for location, author in authors.items():
        identifier = found[written_author(author)]
        if identifier not in ids:
            ids.add(identifier)
            place = draft.named_place("papers", *location)
            known.append(KnownPerson(identifier, str(author), author.affiliation, place=place))
    return KnownPeople(tuple(known), whole=draft.whole)


def _authors(draft: PartialEvent, program: KnownPeople) -> dict[str, WrittenName]:
    """Return the authors who have no badge of their own, by their folded names."""
    known = {folded(each.name) for each in program.people}
    found: dict[str, WrittenName] = {}
    for location, paper in draft.papers.items():
        for index, author in enumerate(paper.authors):
            if (name := folded(author)) not in known and name not in found:
                place = draft.named_place("papers", *location, "authors", index)
                found[name] = WrittenName(author, place)
    return found


def _drafted(
    project: Path, instead: Mapping[Path, str]
) -> tuple[dict[str, Source], dict[str, Validated[BaseModel]], list[Problem], PartialEvent]:
    """Return the files, what fits their models, what is wrong with each, and the event so far."""
    sources, problems = _read(project, instead)
    for name in FILES & sources.keys():
        convert(sources[name])
    shaped = {name: validate(source, MODELS[name]) for name, source in sources.items()}
    problems += [problem for each in shaped.values() for problem in each.problems]
    parts = {name: each.parts for name, each in shaped.items()}
    return sources, shaped, problems, PartialEvent(sources, parts, not errors_of(problems))


def _read(project: Path, instead: Mapping[Path, str]) -> tuple[dict[str, Source], list[Problem]]:
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name in MODELS:
        source, misplaced = read_file(project, name, instead, _COLUMNS.get(name))
        problems += misplaced
        if source:
            sources[name] = source
    return sources, problems


def _file_of(problem: Problem) -> str | None:
    """Return the name of the data file that a problem is in, by whatever ending."""
    path = PurePosixPath(problem.file or "")
    return path.stem if path.parent.as_posix() == "data" and path.stem in MODELS else None


def _event(
    whole: Mapping[str, BaseModel], attendee_list: AttendeeList, pictures: Mapping[str, Picture]
) -> Event:
    parts: dict[str, object] = {"workshop": whole["workshop"], "attendees": attendee_list.attendees}
    parts["pictures"] = dict(pictures)
    if "program" in whole:
        parts["program"] = whole["program"]
    papers = whole.get("papers")
    if isinstance(papers, Papers):
        rows = whole.get("authors")
        by_paper = rows.by_paper if isinstance(rows, AuthorRows) else {}
        parts["papers"] = with_author_rows(papers.papers, by_paper)
    if "signs" in whole:
        parts["signs"] = whole["signs"]
    if "print" in whole:
        parts["orders"] = whole["print"]
    parts["shops"] = all_shops(whole.get(SHOPS))
    parts["stocks"] = all_stocks(whole.get(STOCKS))
    return Event.model_validate(parts)
