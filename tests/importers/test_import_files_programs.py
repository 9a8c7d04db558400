"""Programs of other shapes, written out as other systems export them, come back as they were."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mi_print.event.badges import badges
from mi_print.event.load import load
from mi_print.importers.attendees.converted_list import converted
from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.problem import errors_of
from tests.importers import written_exports
from tests.importers.schedule import written_schedules
from tests.programs import read_back, written
from tests.programs.printed_form import as_printed

DATA = Path(__file__).parents[1] / "programs" / "data"

Item = dict[str, Any]


def program(name: str) -> Item:
    found: Item = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return found


def put(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def imported(project: Path, *files: Path) -> tuple[Item, ImportReport]:
    """Return the program that an import makes, and the report; a second changes nothing."""
    report = import_files(ImportRequest(files, project))
    assert errors_of(report.problems) == []
    loaded = load(project)
    assert errors_of(loaded.all_problems) == []
    assert loaded.event is not None
    assert import_files(ImportRequest(files, project)).written == []
    return read_back.program(loaded.event), report


def without(items: list[Item], *fields: str) -> list[Item]:
    return [{name: each[name] for name in each if name not in fields} for each in items]


def named(sessions: list[Item], said: Item) -> list[Item]:
    """Return sessions with names in place of the ids of those who speak."""
    names = {each["id"]: each["name"] for each in said.get("people", ())}
    return [
        each | {"speakers": [names[one] for one in each["speakers"]]}
        if "speakers" in each
        else each
        for each in sessions
    ]


def printed(said: object) -> Any:  # noqa: ANN401 - as JSON has it
    return as_printed(said)


CAMP = program("camp-2-days-2-rooms")
CAMP_FILES = {
    "schedule.json": written_schedules.as_json(written_schedules.conference(program=CAMP)),
    "schedule.xml": written_schedules.as_xml(written_schedules.conference(program=CAMP)),
    "schedule.ics": written_schedules.as_calendar(CAMP),
}
NOT_IN_THE_SCHEDULE = {"host", "contact", "venue", "sponsors", "papers"}
"""What no format of schedules says: the name of the venue is that of the event."""
NOT_IN_SESSIONS = {"schedule.ics": {"speakers", "subtitle", "track", "lang"}}
"""What of its sessions a format does not say; people come with those who speak alone."""


@pytest.mark.parametrize("name", CAMP_FILES)
def test_a_camp_comes_back(tmp_path: Path, name: str) -> None:
    found, report = imported(tmp_path, *put(tmp_path, {name: CAMP_FILES[name]}))
    assert {each.rule for each in report.problems} <= {"assumed"}
    lost = NOT_IN_SESSIONS.get(name, set())
    expected = []
    for number, session in enumerate(CAMP["sessions"], 1):
        kept = {field: value for field, value in session.items() if field not in lost}
        if kept.get("lang") == CAMP["lang"]:
            del kept["lang"]  # it is that of the event
        expected.append(kept | {"id": f"s-{number}"})  # ids are numbers there
    wanted = {each["id"]: each for each in named(printed(expected), printed(CAMP))}
    assert {each["id"]: each for each in named(found["sessions"], found)} == wanted
    for field in CAMP.keys() - NOT_IN_THE_SCHEDULE - {"sessions", "people", "rooms"}:
        assert found[field] == CAMP[field]
    assert sorted(found["rooms"]) == sorted(CAMP["rooms"])
    people = sorted(each["name"] for each in printed(CAMP["people"]))
    assert sorted(each["name"] for each in found.get("people", ())) == (
        [] if "speakers" in lost else people
    )


ACL = program("acl-workshop-3-days")
NOT_IN_ACLPUB2 = {"host", "place", "contact", "about", "people"}
"""`place` is the venue's name there."""


def test_an_acl_workshop_comes_back(tmp_path: Path) -> None:
    files = put(tmp_path, written_exports.aclpub2(ACL))
    found, report = imported(tmp_path, *files)
    assert {each.rule for each in report.problems} == {"assumed", "name-parts", "open-end"}
    said = printed(ACL)
    sessions = {each["id"]: _place(each) for each in found["sessions"]} | {"": None}
    said_sessions = {each["id"]: _place(each) for each in said["sessions"]} | {"": None}
    assert (found["name"], found["days"]) == (said["name"], said["days"])
    assert found["venue"] == said["place"]
    assert sorted(found["rooms"]) == sorted(said["rooms"])
    for paper, ours in zip(found["papers"], said["papers"], strict=True):
        assert sessions[paper.pop("session", "")] == said_sessions[ours.pop("session", "")]
        assert paper == ours | {"authors": list(map(_with_particles, ours["authors"]))}
    assert found["sponsors"] == said["sponsors"]
    lost = {"id", "within", "kind", "speakers"}
    assert sorted(without(found["sessions"], *lost), key=_place) == sorted(
        without(said["sessions"], *lost), key=_place
    )
    # What a session is stands there by what is in it, or by its title.
    kinds = {_place(each): str(each["kind"]) for each in found["sessions"]}
    other = {"meeting", "session", "social", "keynote", "closing"}
    for session in said["sessions"]:
        kind = kinds[_place(session)]
        assert kind == session["kind"] or (kind == "session" and session["kind"] in other)
    within = {_place(e): sessions[e["within"]] for e in found["sessions"] if "within" in e}
    wanted = {_place(e): said_sessions[e["within"]] for e in said["sessions"] if "within" in e}
    assert within == wanted


def _with_particles(author: Item) -> Item:
    """Return an author with the particles of the family name in its place, as imports put them."""
    given, _, particle = author["given"].rpartition(" ")
    if particle not in {"van", "de", "von"}:
        return author
    return author | {"given": given, "family": f"{particle} {author['family']}"}


def _place(session: Item) -> tuple[str, str, str]:
    return session["day"], session["start"], session["title"]


POSTERS = program("posters-two-to-a-board")
NOT_IN_THE_LISTS = {"awards", "remote"}
"""What neither notes nor the sheet of boards say of a paper."""


def test_posters_come_back_from_notes_and_boards(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name, text in written.files(POSTERS | {"papers": []}).items():
        (data / name).write_text(text, "utf-8")
    files = {
        "notes.json": written_exports.openreview(POSTERS, {"oral", "spotlight", "poster"}),
        "boards.csv": written_exports.venue_sheet(POSTERS),
    }
    found, report = imported(tmp_path, *put(tmp_path, files))
    assert report.problems == []
    # Two to a board is the rule there, and no mistake; twenty papers hang nowhere yet.
    assert [each.rule for each in report.across] == ["paper-unplaced"] * 20
    expected = without(printed(POSTERS["papers"]), *NOT_IN_THE_LISTS)
    assert found["papers"] == [
        each | {"url": f"https://openreview.net/forum?id=forum{each['id']}"} for each in expected
    ]


MEETING = program("tagung-de-2-tage")
GUESTS: list[dict[str, str]] = [
    {"name": "", "given": "ANNE", "family": "MUSTER", "affiliation": 'Muster, Groß & "Söhne"'},
    {"name": "", "given": "Karl von", "family": "der Muster", "Ticket Type": "Presse"},
    {"name": "", "given": "Bo Muster", "family": "Bo Muster"},
    {"name": "Cy"},
    {"name": "", "given": " Di ", "family": "Muster", "Attendee Status": "Checked In"},
    {"name": "", "given": "Ed", "family": "Muster", "Attendee Status": "Refunded"},
    {"name": "", "given": "Fe", "family": "Muster", "Attendee Status": "Not Attending"},
]
"""Who comes besides, with the defects that such reports have."""
NAMES = {"Anne Muster", "Karl von der Muster", "Bo Muster", "Cy", "Di Muster"}


def test_badges_are_made_of_a_report_as_it_is(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name, text in written.files(MEETING | {"sponsors": []}).items():
        (data / name).write_text(text, "utf-8")
    people = MEETING["people"]
    (listed,) = put(tmp_path, {"report.csv": written_exports.eventbrite([*people, *GUESTS])})
    loaded = load(tmp_path, listed, converted)
    assert errors_of(loaded.all_problems) == []
    assert loaded.event is not None
    # Who is of the program has one badge, whose name it says, with the title.
    assert sorted(each.name for each in badges(loaded.event)) == sorted(
        {each["name"] for each in people} | NAMES
    )
    roles = {each.name: each.role for each in loaded.event.attendees}
    assert roles["Karl von der Muster"] == "press"
    counted = {each.rule: each.message for each in loaded.attendee_list.problems}
    assert counted["not-coming"].startswith("1 row is left out, with")
    assert "private" not in repr(loaded.event).casefold()
