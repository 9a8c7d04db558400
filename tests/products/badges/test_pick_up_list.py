"""The list of badges at the desk: every badge once, in the order of the badges, sheet by sheet."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.event.badges import Badge, spares
from mi_print.event.model import Role
from mi_print.products.badges.pick_up_list import PickUpSheet, PickUpTable
from mi_print.products.badges.selection import in_sequence
from mi_print.products.orders.request import BadgeRequest
from tests.products import made_up
from tests.products.hard_names import HARD_NAMES

Write = Callable[[dict[str, str]], Path]

LONG = "Institut für Rindfleischetikettierungsüberwachungsaufgabenübertragung " * 3
PEOPLE = [
    Badge(
        str(number), name, Role.ATTENDEE, affiliation=LONG if number % 9 == 0 else None, lang=lang
    )
    for number, (name, lang) in enumerate(HARD_NAMES)
]


def sheets(order: str, some: list[Badge], height: float = 400) -> list[PickUpSheet]:
    event = made_up.event()
    made = in_sequence(some, BadgeRequest(spares=1), order, event.workshop)
    context = made_up.context("letter", "pick-up-list")
    found = PickUpTable(made, order, context).pages(
        height=height, heading=32, name=180, affiliation=164, role=76
    )
    assert context.misfits == {}
    assert [row.badge for sheet in found for row in sheet.rows] == made
    return found


@pytest.mark.parametrize("order", ["name", "family", "role", "file"])
def test_rows_are_the_badges_in_their_order_and_stay_on_their_sheets(order: str) -> None:
    found = sheets(order, PEOPLE)
    for sheet in found:
        foot = 0.0
        for row in sheet.rows:
            assert row.top == pytest.approx(foot)
            texts = [row.role, row.name, row.affiliation]
            lines = max(len(each.lines) * each.face.leading for each in texts if each)
            assert lines < row.height + 6
            foot += row.height
        assert foot <= 400
    assert [sheet.number for sheet in found] == list(range(1, len(found) + 1))
    assert {sheet.count for sheet in found} == {len(found)}
    assert found[-1].rows[-1].name is None


def test_a_letter_stands_at_its_first_row_and_at_the_head_of_each_sheet() -> None:
    some = [
        Badge(name, f"{name} Sample", Role.ATTENDEE) for name in ("Ada", "Al", "Bo", "Cy", "Di")
    ]
    found = sheets("name", some, height=65)
    assert [sheet.range for sheet in found] == ["A–B", "C–D"]
    letters = [row.heading.lines[0] if row.heading else "" for sheet in found for row in sheet.rows]
    assert letters == ["A", "", "B", "C", "D", ""]
    assert [sheet.range for sheet in sheets("file", some)] == [""]
    (of_roles,) = sheets("role", [*some, Badge("1", "Ed", Role.SPEAKER)])
    assert of_roles.range == ""
    assert not any(row.heading for row in of_roles.rows)


def test_a_name_too_long_for_any_type_is_refused_by_name() -> None:
    context = made_up.context("letter", "pick-up-list")
    table = PickUpTable([Badge("1", "Wolfe" * 90, Role.ATTENDEE)], "name", context)
    table.pages(height=400, heading=32, name=180, affiliation=164, role=76)
    assert list(context.misfits) == ["Wolfe" * 90]


@pytest.mark.parametrize(("paper", "width"), [("letter", 612), ("a4", 595)])
def test_it_is_made_beside_the_badges(write: Write, tmp_path: Path, paper: str, width: int) -> None:
    rows = [
        f"{number},{name},{lang}"
        for number, (name, lang) in enumerate(HARD_NAMES[60:120], 1)
        if "," not in name and max(name) < "\u0250"
    ]
    assert len(rows) > 20
    project = write(
        {
            "data/print.yaml": f"format: {paper}\nbadges: {{sort: name, pick_up: true}}\n",
            "data/attendees.csv": "\n".join(["id,name,lang", *rows, ""]),
        }
    )
    assert (
        main(["--project", str(project), "badges", "--size", "cr80", "--out", str(tmp_path)]) == 0
    )
    for edition in ("print", "screen"):
        assert (tmp_path / edition / "badges-cr80.pdf").exists()
    with pypdfium2.PdfDocument(tmp_path / "screen" / "badges-pick-up.pdf") as book:
        assert round(book[0].get_width()) == width
        said = "".join("".join(page.get_textpage().get_text_range().split()) for page in book)
    for row in rows:
        assert "".join(row.split(",")[1].split()).replace("'", "’") in said


def test_spares_have_rows_to_write_in() -> None:
    (found,) = sheets("file", [Badge("1", "Ada", Role.SPEAKER)])
    assert [(bool(row.name), row.role.lines) for row in found.rows] == [
        (True, ["Speaker"]),
        (False, ["Speaker"]),
        (False, ["Attendee"]),
    ]
    assert spares([Role.SPEAKER], 1)[0].blank
