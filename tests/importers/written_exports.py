"""Programs in the neutral form of `tests/programs`, as other systems export them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Item = dict[str, Any]


def aclpub2(program: Item) -> dict[str, bytes]:
    """Return the files of aclpub2 by name; JSON is YAML too."""
    days = program["days"]
    details = {
        "event_name": program["name"],
        "start_date": days[0],
        "end_date": days[-1],
        "location": program["place"],
    }
    sponsors: dict[str, list[str]] = {}
    for each in program["sponsors"]:
        sponsors.setdefault(each["level"], []).append(f"sponsor_logos/{each['name'].lower()}.png")
    outer = [each for each in program["sessions"] if "within" not in each]
    files = {
        "conference_details.yml": "".join(
            f"{name}: {json.dumps(each)}\n" for name, each in details.items()
        ),
        "papers.yml": _items(map(_acl_paper, program["papers"])),
        "program.yml": _items(_acl_session(each, program["sessions"]) for each in outer),
        "sponsors.yml": _items(
            {"tier": level, "logos": logos} for level, logos in sponsors.items()
        ),
    }
    return {name: text.encode() for name, text in files.items()}


def _items(items: Iterable[Item]) -> str:
    """Return a list in YAML, each item a mapping over lines."""
    blocks = (
        [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items()]
        for item in items
    )
    return "".join(f"- {first}\n" + "".join(f"  {e}\n" for e in more) for first, *more in blocks)


def _acl_paper(paper: Item) -> Item:
    authors = [
        {
            "first_name": each.get("given", each["name"]),
            "last_name": each.get("family", ""),
            "institution": each.get("affiliation", ""),
            "username": "~Private1",
            "emails": "private@example.org",
        }
        for each in paper["authors"]
    ]
    attributes = {"presentation_type": paper["type"], "submitted_area": paper["category"]}
    return {
        "id": paper["id"],
        "title": paper["title"],
        "authors": authors,
        "abstract": paper["abstract"],
        "file": f"{paper['id']}.pdf",
        "attributes": attributes,
    }


def _acl_session(session: Item, all_of_them: Sequence[Item]) -> Item:
    inner = [each for each in all_of_them if each.get("within") == session["id"]]
    found = {
        "title": session["title"],
        "start_time": f"{session['day']} {session['start']}:00",
        "end_time": session["end"] and f"{session['day']} {session['end']}:00",
        "chair": session.get("chair"),
        "location": session.get("room"),
        "papers": [_acl_talk(each, session["day"]) for each in session.get("talks", ())],
        "subsessions": [_acl_session(each, ()) for each in inner],
    }
    return {name: value for name, value in found.items() if value}


def _acl_talk(talk: Item, day: str) -> Item:
    hour, minute = map(int, talk["start"].split(":"))
    ends = hour * 60 + minute + talk["minutes"]
    return {
        "id": talk["paper"],
        "start_time": f"{day} {talk['start']}:00",
        "end_time": f"{day} {ends // 60:02}:{ends % 60:02}:00",
    }


def openreview(program: Item, types: Iterable[str]) -> bytes:
    """Return the papers as notes; a type that is none of these stands in no venue."""
    notes = []
    for paper in program["papers"]:
        kind = f" {paper['type']}" if paper["type"] in types else ""
        content = {
            "title": paper["title"],
            "authors": [each["name"] for each in paper["authors"]],
            "authorids": [f"~{each['name'].replace(' ', '_')}1" for each in paper["authors"]],
            "abstract": paper.get("abstract"),
            "track": paper.get("category"),
            "primary_area": next(iter(paper.get("topics", ())), None),
            "venue": f"{program['host']}{kind}",
            "venueid": ["sample.org/2027/Conference"],
            "pdf": f"/pdf/{paper['id']}.pdf",
        }
        said = {name: {"value": value} for name, value in content.items() if value is not None}
        forum = f"forum{paper['id']}"
        number = int(paper["id"])
        notes.append({"id": forum, "forum": forum, "number": number, "content": said})
    return json.dumps({"notes": notes, "count": len(notes)}).encode()


def venue_sheet(program: Item) -> bytes:
    """Return the boards as a venue's sheet: a row for each session in which a paper hangs."""
    titles = {each["id"]: each["title"] for each in program["sessions"]}
    columns = ("Poster session", "Poster board", "Paper number", "Presentation type")
    rows: list[Sequence[str]] = [(*columns, "Primary topic", "Title")]
    for paper in program["papers"]:
        there = paper["session"] if isinstance(paper["session"], list) else [paper["session"]]
        for session in there:
            topic = next(iter(paper.get("topics", ())), "")
            placed = (titles.get(session, ""), paper["board"] or "", paper["id"], paper["type"])
            rows.append((*placed, topic, paper["title"]))
    return as_csv(rows)


EVENTBRITE = (
    *("Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity"),
    *("Ticket Type", "Attendee #", "Attendee Status", "Home Address 1", "Company"),
)


def eventbrite(people: Iterable[Mapping[str, str]]) -> bytes:
    """Return people as an attendee report in Windows-1252, with what each row says of its own."""
    rows: list[Sequence[str]] = [EVENTBRITE]
    for number, person in enumerate(people, 1):
        said = {
            "Order #": str(4000 + number // 3),
            "Order Date": "2027-01-11 12:06:00",
            "First Name": person.get("given", person["name"]),
            "Last Name": person.get("family", ""),
            "Email": f"private{number // 3}@example.org",
            "Quantity": "1",
            "Attendee #": str(9000 + number),
            "Attendee Status": "Attending",
            "Home Address 1": "1 Private Street",
            "Company": person.get("affiliation", ""),
        }
        said |= {name: value for name, value in person.items() if name in EVENTBRITE}
        rows.append([said.get(name, "") for name in EVENTBRITE])
    return as_csv(rows).decode().replace("\n", "\r\n").encode("cp1252")


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()
