"""The line at a badge's head: one, two, or as many as a name takes."""

import pytest

from mi_print.products.badges.badge_label import BadgeLabel, BadgeLabelSetter
from tests.products import made_up

LONG = "Third International Workshop on Samples and Specimens for the Making of Long Titles"


def setter(name: str, host: str = "", short: str | None = None) -> BadgeLabelSetter:
    event = made_up.event(name=name, short=short, host={"name": host} if host else None)
    return BadgeLabelSetter(event.workshop, made_up.context("4x3in", "badges"))


def label(name: str, host: str = "", short: str | None = None, lines: int = 1) -> BadgeLabel:
    return setter(name, host, short).set(size=8, least=7.5, lines=lines)


def test_name_and_host_stand_in_one_line_where_they_have_room() -> None:
    found = label("A Workshop", "Sample 2027")
    assert (found.name, found.host, found.size, found.lines) == (
        ["A Workshop"],
        ["Sample 2027"],
        8,
        1,
    )
    assert found.beside > 0


@pytest.mark.parametrize("lines", [1, 2])
def test_a_long_name_takes_two_lines_in_type_that_can_be_read(lines: int) -> None:
    found = label(LONG, lines=lines)
    assert " ".join(found.name) == LONG
    assert (found.lines, found.size >= 7.5) == (2, True)


def test_the_host_stands_behind_the_last_line_of_a_long_name() -> None:
    found = label(LONG, "Sample 2027")
    assert (len(found.name), found.lines) == (2, 2)
    assert found.beside > 0


def test_the_lines_of_a_long_name_are_even_with_the_host_behind_the_last() -> None:
    name = "Annual Meeting of the Sample Interest Group on Samples and Specimens"
    found = label(name, "Sample 2027")
    assert found.name == ["Annual Meeting of the Sample Interest Group", "on Samples and Specimens"]


def test_a_name_of_more_lines_is_said_by_its_short_form() -> None:
    assert label(f"{LONG} {LONG}", "Sample 2027", "Samples 3").name == ["Samples 3"]


def test_without_a_short_form_it_takes_the_lines_that_it_needs() -> None:
    found = label(f"{LONG} {LONG}", f"Conference for {LONG} and Others of Their Kind")
    assert " ".join(found.name) == f"{LONG} {LONG}"
    assert found.lines == len(found.name) + len(found.host) >= 5
    assert found.size == 7.5


@pytest.mark.parametrize(
    ("name", "host", "said"),
    [
        ("A Workshop", "Sample 2027", []),
        (LONG, "Sample 2027", []),
        (LONG, f"Conference for {LONG}", ["badge-label"]),
        (f"{LONG} {LONG}", "", []),
    ],
)
def test_in_a_small_size_a_host_without_room_is_left_out_and_that_is_said(
    name: str, host: str, said: list[str]
) -> None:
    setting = setter(name, host)
    for _ in range(2):
        found = setting.set(size=8, least=7.5, without_host=True)
    assert " ".join(found.name) == name
    assert " ".join(found.host) == ("" if said else host)
    assert [note.rule for note in setting.notes] == said
