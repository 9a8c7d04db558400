"""Sponsors go by their levels, and each level is one that there is."""

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Write, said_of

SPONSORS = """\
sponsors:
  - {name: A, level: Silver}
  - {name: B}
  - {name: C, level: Gold}
  - {name: D, level: Silver}
"""


def groups(write: Write, more: str) -> list[tuple[str | None, str]]:
    event = load(write({"workshop.yaml": WORKSHOP + SPONSORS + more})).event
    assert event is not None
    found = event.workshop.sponsor_groups
    return [(each.level, "".join(one.name for one in each.sponsors)) for each in found]


def test_levels_order_the_sponsors(write: Write) -> None:
    assert groups(write, "sponsor_levels: [Gold, Silver, Bronze]\n") == [
        ("Gold", "C"),
        ("Silver", "AD"),
        (None, "B"),
    ]


def test_without_levels_they_keep_their_order(write: Write) -> None:
    assert groups(write, "") == [("Silver", "A"), (None, "B"), ("Gold", "C"), ("Silver", "D")]


def test_another_level_is_an_error(write: Write) -> None:
    files = {"workshop.yaml": WORKSHOP + SPONSORS + "sponsor_levels: [gold, Silver]\n"}
    assert said_of(load(write({**files}))) == [
        'data/workshop.yaml:14:22: error sponsor-level: no level of sponsors is called "Gold"',
        '    did you mean "gold"?',
    ]
