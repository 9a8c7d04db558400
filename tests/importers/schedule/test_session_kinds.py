"""What a session is by the words of schedules."""

import pytest

from mi_print.importers.schedule.session_kinds import session_kind


@pytest.mark.parametrize(
    ("word", "title", "spoken", "kind"),
    [
        ("Keynote", "Sample", True, "keynote"),
        ("Lightning talk", "Sample", True, "lightning"),
        ("Vortrag", "Sample", True, "talk"),
        ("Workshop: beginners", "Sample", True, "tutorial"),
        ("Track A", "Sample", True, "talk"),
        ("Track A", "Sample", False, "session"),
        ("", "Lunch break", False, "break"),
        ("", "Mittagspause", False, "break"),
        ("", "Opening remarks", False, "opening"),
        ("", "Lunch break", True, "talk"),
        ("", "Lunch and what it tells", False, "session"),
        ("posters", "Posters", False, "posters"),
    ],
)
def test_kinds(word: str, title: str, spoken: bool, kind: str) -> None:  # noqa: FBT001 - a case
    assert session_kind(word, title, spoken=spoken) == kind
