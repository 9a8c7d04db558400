"""The importer of schedules: sessions, who speaks, and in which rooms."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

from mi_print.event.collation import letters
from mi_print.event.model.program import Kind
from mi_print.event.names.folding import folded
from mi_print.importers.attendees.person_names import NameFields, changed, put_right
from mi_print.importers.files.export_table import ExportTable
from mi_print.importers.files.open_file import ExportFile
from mi_print.importers.importer import ImportContext, Imported, Importer, Recognized
from mi_print.importers.merging.record import DataRecord
from mi_print.importers.schedule.aclpub2 import aclpub2_schedule, is_program
from mi_print.importers.schedule.frab import conference, conference_of_xml, frab_schedule
from mi_print.importers.schedule.schedule_rooms import ScheduleRooms, slug
from mi_print.importers.schedule.schedule_table import COLUMNS, KNOWN, places_of, table_schedule
from mi_print.importers.schedule.schedule_table import KEY as TABLE
from mi_print.importers.schedule.schedule_texts import ScheduleTexts
from mi_print.importers.schedule.scheduled import Schedule, ScheduledSession, ScheduledTalk
from mi_print.importers.schedule.session_kinds import session_kind
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import shown

SESSIONS, PEOPLE = "program.sessions", "workshop.people"
ROOMS, WORKSHOP = "workshop.venue.rooms", "workshop"
PAPERS_PART = "papers.papers"

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MOST, _SHORT = 12, 40  # texts that a message names, and characters of each
_DAY_MINUTES = 24 * 60

_Make = Callable[[str, dt.date | None], Schedule | Problem]
"""Takes the time zone of the data, and the day of an event of one; returns the schedule."""


def _recognize(opened: ExportFile, mapped: Mapping[str, str], only: str) -> Recognized | None:
    makes: dict[str, tuple[str, _Make]] = {}
    about = conference(opened.value) or (
        conference_of_xml(opened.root) if opened.root is not None else None
    )
    if about is not None:
        key = "schedule-xml" if opened.root is not None else "schedule-json"
        notation = "XML" if opened.root is not None else "JSON"
        name = f"a schedule of pretalx, frab, or pentabarf in {notation}"
        makes[key] = name, lambda *_: frab_schedule(about, opened.file)
    if is_program(opened.value):
        makes["aclpub2-program"] = (
            "a program of aclpub2",
            lambda *_: aclpub2_schedule(opened.value, opened.file),
        )
    if opened.calendar:
        from mi_print.importers.schedule.calendar_file import calendar_schedule  # noqa: PLC0415 - few need it

        makes["icalendar"] = (
            "a calendar (iCalendar)",
            lambda zone, _: calendar_schedule(opened.calendar, opened.file, zone),
        )
    for key, (name, make) in makes.items():
        if only in {"", "schedule", key}:
            return Recognized(
                key, f"{name} (sure)", (1.0, 1), _ScheduleReader(key, opened.file, make)
            )
    for table in opened.tables if only in {"", "schedule", TABLE} else ():
        if places := places_of(table, mapped):
            name = "a schedule as a table (by the usual names of columns)"
            unread = [each for at, each in enumerate(table.columns) if at not in places.values()]
            make = partial(_of_table, table, places)
            read = _ScheduleReader(TABLE, opened.file, make, (set(places), unread))
            return Recognized(TABLE, name, (0.1, 1), read)
    return None


def _of_table(
    table: ExportTable, places: Mapping[str, int], _: str, day: dt.date | None
) -> Schedule:
    return table_schedule(table, places, day)


class _ScheduleReader:
    """Reads a schedule into records."""

    def __init__(
        self,
        key: str,
        file: str,
        make: _Make,
        columns: tuple[Collection[str], Sequence[str]] = ((), ()),
    ) -> None:
        self._key, self._file, self._make = key, file, make
        self._said, self._unread = columns  # fields that there are columns for, and others
        self._problems: list[Problem] = []
        self._texts = ScheduleTexts(file)

    def __call__(self, context: ImportContext) -> Imported:
        workshop = context.workshop
        day = workshop.date if workshop else None
        schedule = self._make((workshop and workshop.timezone) or "", day)
        if isinstance(schedule, Problem):
            return Imported(self._key, {}, [schedule])
        if not schedule.sessions:
            message = "no session stands in this schedule"
            hint = "see whether it is the right file, and published"
            self._problems.append(warning("empty", message, hint, file=self._file))
        untitled = [each for each in schedule.sessions if not each.title.strip()]
        if untitled and len(untitled) == len(schedule.sessions):
            message = "no session has a title: the field for it is not there"
            hint = "see whether it is the public schedule, and export it again"
            problem = error("missing-key", message, hint, file=self._file)
            return Imported(self._key, {}, [*schedule.problems, problem])
        if untitled:
            many = "1 session has" if len(untitled) == 1 else f"{len(untitled)} sessions have"
            when = ", ".join(f"{each.starts:%Y-%m-%d %H:%M}" for each in untitled[:_MOST])
            message = f'{many} no title: "?" stands there ({when})'
            hint = "write it into the schedule, and import again"
            self._problems.append(warning("no-title", message, hint, file=self._file))
        rooms = ScheduleRooms(schedule.sessions, None if context.sampled else workshop)
        people: dict[str, DataRecord] = {}
        ids: Counter[str] = Counter()
        sessions = [
            self._session(each, rooms, people, ids, (workshop.lang if workshop else "en"))
            for each in schedule.sessions
        ]
        papers = self._papers(zip(schedule.sessions, sessions, strict=True), context)
        sessions.sort(key=lambda each: (str(each["day"]), str(each["start"])))
        parts: dict[str, Sequence[DataRecord]] = {
            WORKSHOP: [self._workshop(schedule, rooms, context)],
            ROOMS: rooms.records,
            PEOPLE: list(people.values()),
            SESSIONS: sessions,
            **({PAPERS_PART: papers} if papers else {}),
        }
        self._problems += self._texts.said()
        said = {SESSIONS: self._said, WORKSHOP: {"venue.room"} if rooms.records else ()}
        problems = [*schedule.problems, *self._problems]
        return Imported(self._key, parts, problems, said=said, unread=self._unread)

    def _papers(
        self, sessions: Iterable[tuple[ScheduledSession, DataRecord]], context: ImportContext
    ) -> list[DataRecord]:
        """Return the papers of the data in the sessions where they are shown, posters first."""
        found: defaultdict[str, list[DataRecord]] = defaultdict(list)
        for session, record in sessions:
            for paper in session.papers:
                found[paper].append(record)
        known = {str(each["id"]): each for each in (context.papers() if found else ())}
        records: list[DataRecord] = []
        several: list[str] = []
        for paper, there in found.items():
            if paper not in known or "boards" in known[paper]:
                continue
            posters = [each for each in there if each["kind"] == "posters"]
            several += [paper] * (len(posters) > 1)
            place = (posters or there)[0]["id"]
            records.append({"id": paper, "title": known[paper].get("title"), "session": place})
        if several:
            listed = ", ".join(several[:12])
            message = f"of papers in several poster sessions the first stands in the data: {listed}"
            hint = "the data needs a board for each: write boards in data/papers.yaml"
            self._problems.append(warning("assumed", message, hint, file=self._file))
        return records

    def _workshop(
        self, schedule: Schedule, rooms: ScheduleRooms, context: ImportContext
    ) -> DataRecord:
        days = sorted({each.starts.date().isoformat() for each in schedule.sessions})
        unnamed = context.workshop is None or context.sampled
        several = len(days) > 1 or (context.workshop and not unnamed and context.workshop.dates)
        found: DataRecord = {"id": WORKSHOP}
        name = schedule.title or "A workshop"
        if context.workshop is None or (unnamed and schedule.title):
            found["name"] = name
        if days:
            found |= {"dates": days} if several else {"date": days[0]}
        if schedule.zone:
            found["timezone"] = schedule.zone
        if unnamed and (context.workshop is None or schedule.title):
            found["venue.name"] = name
            message = "the schedule does not say where it is: its own name stands for the venue's"
            hint = "write venue: name in data/workshop.yaml"
            if not schedule.title:
                message = (
                    f'the schedule does not say what it is of and where: "{name}" stands there'
                )
                hint = "write name and venue: name in data/workshop.yaml"
            self._problems.append(warning("assumed", message, hint, file=self._file))
        if rooms.only:
            found["venue.room"] = rooms.only
        return found

    def _session(
        self,
        session: ScheduledSession,
        rooms: ScheduleRooms,
        people: dict[str, DataRecord],
        ids: Counter[str],
        lang: str,
    ) -> DataRecord:
        named = _session_id(session.id or session.title)
        ids[named] += 1
        kind = session_kind(session.kind, session.title, spoken=bool(session.people))
        record: DataRecord = {
            "id": named if ids[named] == 1 else f"{named}-{ids[named]}",
            "day": session.starts.date().isoformat(),
            "start": f"{session.starts:%H:%M}",
        }
        if session.minutes and session.minutes < _DAY_MINUTES:
            ends = session.starts.hour * 60 + session.starts.minute + session.minutes
            record["end"] = f"{ends // 60 % 24:02}:{ends % 60:02}"
        else:
            message = f'"{shown(session.title)}" has no end on its day: it is left open'
            self._problems.append(warning("open-end", message, "", file=self._file))
        record |= {"kind": str(kind), "title": self._texts.title(session.title) or "?"}
        record |= rooms.of(session)
        if session.within:
            record["within"] = _session_id(session.within)
        if session.chair:
            record["chair"] = {"name": self._texts.text(session.chair, "name", session.title)}
        if session.talks:
            record["talks"] = list(map(_talk, session.talks))
        role = "keynote" if kind is Kind.KEYNOTE else "speaker"
        speakers = [self._person(*each, role, people) for each in session.people]
        if speakers:
            record["speakers"] = list(dict.fromkeys(speakers))
        if _LANGUAGE.fullmatch(session.lang) and session.lang != lang:
            record["lang"] = session.lang
        if session.url.startswith(("https://", "http://")):
            record["url"] = session.url
        for name in ("subtitle", "track", "abstract"):
            if text := self._texts.text(getattr(session, name), name, session.title):
                record[name] = text
        return record

    def _person(self, name: str, bio: str, role: str, people: dict[str, DataRecord]) -> str:
        name = self._texts.text(name, "name", name)
        # One word is what somebody calls themselves, in capitals or not.
        parts, notes = put_right({"name": name}) if " " in name else (NameFields(name, "", ""), [])
        key = folded(parts.name)
        if key not in people:
            self._problems += [warning(*said, file=self._file) for said in changed(notes)]
            about = {field: text for field, text in parts._asdict().items() if text}
            people[key] = {"id": self._person_id(parts.name, people), **about, "roles": [role]}
        record = people[key]
        roles = record["roles"]
        if isinstance(roles, list) and role not in roles:
            record["roles"] = sorted([*roles, role])  # keynote, speaker
        if text := self._texts.text(bio, "bio", name):
            record.setdefault("bio", " ".join(text.split()))
        return str(record["id"])

    @staticmethod
    def _person_id(name: str, people: Mapping[str, DataRecord]) -> str:
        taken = {each["id"] for each in people.values()}
        made = slug(letters(name)) or f"person-{len(people) + 1}"
        return made if made not in taken else f"{made}-{len(people) + 1}"


def _session_id(text: str) -> str:
    made = slug(letters(text)) or "session"
    return made if made[0].isalpha() else f"s-{made}"


def _talk(talk: ScheduledTalk) -> dict[str, object]:
    found: dict[str, object] = {}
    if talk.starts:
        found["start"] = f"{talk.starts:%H:%M}"
    if talk.minutes:
        found["minutes"] = talk.minutes
    return {**found, "paper": talk.paper}


SCHEDULE = Importer(
    kind="schedule",
    formats=("schedule-json", "schedule-xml", "icalendar", "aclpub2-program", TABLE),
    fields=tuple(COLUMNS),
    columns=KNOWN,
    recognize=_recognize,
)
