"""Which session a list means."""

import datetime as dt

import pytest

from mi_print.event.model.program import Kind, Session
from mi_print.importers.papers.session_names import session_meant


def session(name: str, title: str, hour: int, kind: Kind = Kind.POSTERS) -> Session:
    return Session(id=name, title=title, start=dt.time(hour), kind=kind)


ONE = session("p1", "Poster Session 1", 10)
TWO = session("p2", "Poster Session 2", 14)
TALK = session("talk", "Oral Session 3", 9, Kind.TALKS)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("P1", "p1"),
        ("poster session 2", "p2"),
        ("San Diego Poster Session 2", "p2"),
        ("Morning", "p1"),
        ("Afternoon posters", "p2"),
        ("Oral Session 3", "talk"),
        ("Poster Session", None),
        ("Oral Session 9", None),
        ("", None),
    ],
)
def test_names(name: str, meant: str | None) -> None:
    assert session_meant(name, [ONE, TWO, TALK]) == meant
