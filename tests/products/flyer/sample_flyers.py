"""Events with a call for papers, of as many topics, people, and sponsors as a test wants."""

from typing import Any

from mi_print.event.model import Event

CALL = {
    "deadline": {"date": "2026-05-01", "zone": "AoE"},
    "submit": "https://submit.example.org/",
    "tracks": [{"name": "Paper", "pages": 4}],
}
_PARAGRAPH = "Samples are set in lines, and lines in columns, as many as there are. " * 4
_AFFILIATIONS = ("University of Samples", "Institute for Long Sample Names and Affiliations", None)


def event(
    topics: int = 0,
    about: int = 0,
    sponsors: int = 0,
    people: dict[str, int] | None = None,
    **keys: Any,  # noqa: ANN401 - of the workshop
) -> Event:
    """Return an event with so many of each; people by their roles."""
    workshop = {
        "name": "Workshop of Samples",
        "date": "2026-07-01",
        "venue": {"name": "Hall"},
        "url": "https://example.org/",
        "call": CALL,
        "topics": [f"Samples of kind {number:02}" for number in range(topics)],
        "about": [_PARAGRAPH.strip()] * about,
        "sponsors": [
            {"name": f"Sponsor {number:02}", "level": "Gold" if number < 4 else "Silver"}
            for number in range(sponsors)
        ],
        "people": [
            {
                "id": f"{role}-{number}",
                "name": f"{role.title()} Sample {number:02}",
                "roles": [role],
            }
            | ({"affiliation": where} if (where := _AFFILIATIONS[number % 3]) else {})
            for role, count in (people or {}).items()
            for number in range(count)
        ],
    }
    return Event.model_validate({"workshop": workshop | keys, "program": {"sessions": []}})
