"""The importer of schedules: sessions, who speaks, and in which rooms."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mi_print.event.collation import letters
from mi_print.event.model import Workshop
from mi_print.event.names.folding import folded
from mi_print.importers.attendees.person_names import changed
from mi_print.importers.clean_text import FORMULA, clean, formula
from mi_print.importers.files.open_file import ExportFile
from mi_print.importers.importer import ImportContext, Imported, Importer, Recognized
from mi_print.importers.merging.record import DataRecord
from mi_print.importers.schedule.aclpub2 import aclpub2_schedule, is_program
from mi_print.importers.schedule.frab import conference, conference_of_xml, frab_schedule
from mi_print.importers.schedule.schedule_table import COLUMNS, KNOWN, places_of, table_schedule
from mi_print.importers.schedule.schedule_table import KEY as TABLE
from mi_print.importers.schedule.scheduled import Schedule, ScheduledSession, ScheduledTalk
from mi_print.importers.schedule.session_kinds import session_kind
from mi_print.problem import Problem, warning

SESSIONS, PEOPLE = "program.sessions", "workshop.people"
ROOMS, WORKSHOP = "workshop.venue.rooms", "workshop"
PAPERS_PART = "papers.papers"

_WORDS = re.compile(r"[a-z0-9]+")
_TAG = re.compile(r"</?(?:p|br|div|ul|ol|li|b|i|em|strong|a|span|h[1-6])\b[^<>]*>", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = {"bio": 5000, "abstract": 20_000}
_DAY_MINUTES = 24 * 60


def _recognize(opened: ExportFile, mapped: Mapping[str, str], only: str) -> Recognized | None:
    makes: dict[str, tuple[str, Callable[[str], Schedule | Problem]]] = {}
    about = conference(opened.value) or (
        conference_of_xml(opened.root) if opened.root is not None else None
    )
    if about is not None:
        key = "schedule-xml" if opened.root is not None else "schedule-json"
        notation = "XML" if opened.root is not None else "JSON"
        name = f"a schedule of pretalx, frab, or pentabarf in {notation}"
        makes[key] = name, lambda _: frab_schedule(about, opened.file)
    if is_program(opened.value):
        makes["aclpub2-program"] = (
            "a program of aclpub2",
            lambda _: aclpub2_schedule(opened.value, opened.file),
        )
    if opened.calendar:
        from mi_print.importers.schedule.calendar_file import calendar_schedule  # noqa: PLC0415 - few need it

        makes["icalendar"] = (
            "a calendar (iCalendar)",
            lambda zone: calendar_schedule(opened.calendar, opened.file, zone),
        )
    for key, (name, make) in makes.items():
        if only in {"", "schedule", key}:
            return Recognized(f"{name} (sure)", (1.0, 1), _ScheduleReader(key, opened.file, make))
    for table in opened.tables if only in {"", "schedule", TABLE} else ():
        if places := places_of(table, mapped):
            name = "a schedule as a table (by the usual names of columns)"
            read = _ScheduleReader(TABLE, opened.file, lambda _: table_schedule(table, places))  # noqa: B023 - returned at once
            return Recognized(name, (0.1, 1), read)
    return None


class _ScheduleReader:
    """Reads a schedule into records."""

    def __init__(self, key: str, file: str, make: Callable[[str], Schedule | Problem]) -> None:
        self._key, self._file, self._make = key, file, make
        self._problems: list[Problem] = []

    def __call__(self, context: ImportContext) -> Imported:
        workshop = context.workshop
        schedule = self._make((workshop and workshop.timezone) or "")
        if isinstance(schedule, Problem):
            return Imported(self._key, {}, [schedule])
        if not schedule.sessions:
            message = "no session stands in this schedule"
            hint = "see whether it is the right file, and published"
            self._problems.append(warning("empty", message, hint, file=self._file))
        rooms = _Rooms(schedule.sessions, workshop)
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
        return Imported(self._key, parts, [*schedule.problems, *self._problems])

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

    def _workshop(self, schedule: Schedule, rooms: "_Rooms", context: ImportContext) -> DataRecord:
        days = sorted({each.starts.date().isoformat() for each in schedule.sessions})
        several = len(days) > 1 or (context.workshop is not None and context.workshop.dates)
        found: DataRecord = {"id": WORKSHOP}
        if days:
            found |= {"dates": days} if several else {"date": days[0]}
        if schedule.zone:
            found["timezone"] = schedule.zone
        if context.workshop is None:
            name = schedule.title or "A workshop"
            found |= {"name": name, "venue.name": name}
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
        rooms: "_Rooms",
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
            message = f'"{session.title}" has no end on its day: it is left open'
            self._problems.append(warning("open-end", message, "", file=self._file))
        record |= {"kind": str(kind), "title": self._text(session.title) or "?"}
        record |= rooms.of(session)
        if session.within:
            record["within"] = _session_id(session.within)
        if session.chair:
            record["chair"] = {"name": self._text(session.chair, "name")}
        if session.talks:
            record["talks"] = list(map(_talk, session.talks))
        speakers = [self._person(*each, people) for each in session.people]
        if speakers:
            record["speakers"] = list(dict.fromkeys(speakers))
        if _LANGUAGE.fullmatch(session.lang) and session.lang != lang:
            record["lang"] = session.lang
        if session.url.startswith(("https://", "http://")):
            record["url"] = session.url
        for name in ("subtitle", "track", "abstract"):
            if text := self._text(getattr(session, name), name):
                record[name] = text
        return record

    def _person(self, name: str, bio: str, people: dict[str, DataRecord]) -> str:
        name = self._text(name, "name")
        key = folded(name)
        record = people.setdefault(key, {"id": self._person_id(name, people), "name": name})
        record["roles"] = ["speaker"]
        if text := self._text(bio, "bio"):
            record.setdefault("bio", " ".join(text.split()))
        return str(record["id"])

    @staticmethod
    def _person_id(name: str, people: Mapping[str, DataRecord]) -> str:
        taken = {each["id"] for each in people.values()}
        slug = _slug(letters(name)) or f"person-{len(people) + 1}"
        return slug if slug not in taken else f"{slug}-{len(people) + 1}"

    def _text(self, text: str, field: str = "") -> str:
        """Return a text cleaned, its paragraphs apart; nothing of one that is too long."""
        if field in _LONGEST:
            text = _TAG.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
            lines = (" ".join(line.split()) for line in text.split("\n"))
            text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        else:
            text = " ".join(text.split())
        if FORMULA.match(text):
            self._problems.append(formula(text, self._file, None))
        text, notes = clean(text, name=field == "name")
        self._problems += [warning(*said, file=self._file) for said in changed(notes)]
        most = _LONGEST.get(field, 500)
        if len(text) > most:
            message = f"a text has {len(text):,} characters, of {most:,} at most, and is left out"
            hint = f'"{text[:40]}…": shorten it, or write it into the data by hand'
            self._problems.append(warning("too-long", message, hint, file=self._file))
            return ""
        return text


class _Rooms:
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
        return [{"id": slug, "name": name} for name, slug in pairs]

    def of(self, session: ScheduledSession) -> DataRecord:
        """Return what a session says of its room."""
        name = " ".join(session.room.split())
        if not name or name == self.only or folded(name) == self._own:
            return {}
        return {"room": self._ids[name] if self._listed else name}


def _ids(names: Sequence[str]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for number, name in enumerate(names, 1):
        slug = _slug(letters(name)) or f"room-{number}"
        counts[slug] += 1
        yield slug if counts[slug] == 1 else f"{slug}-{counts[slug]}"


def _session_id(text: str) -> str:
    slug = _slug(letters(text)) or "session"
    return slug if slug[0].isalpha() else f"s-{slug}"


def _talk(talk: ScheduledTalk) -> dict[str, object]:
    found: dict[str, object] = {}
    if talk.starts:
        found["start"] = f"{talk.starts:%H:%M}"
    if talk.minutes:
        found["minutes"] = talk.minutes
    return {**found, "paper": talk.paper}


def _slug(text: str) -> str:
    return "-".join(_WORDS.findall(text.lower()))[:60].strip("-")


SCHEDULE = Importer(
    kind="schedule",
    formats=("schedule-json", "schedule-xml", "icalendar", "aclpub2-program", TABLE),
    fields=tuple(COLUMNS),
    columns=KNOWN,
    recognize=_recognize,
)
