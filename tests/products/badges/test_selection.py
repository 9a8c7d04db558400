"""Which badges are made in which order, and what is said of it."""

import pytest

from mi_print.event.badges import Badge, spares
from mi_print.event.model import Role, Workshop
from mi_print.products.badges.selection import guessed_families, in_sequence
from mi_print.products.orders.request import BadgeRequest
from tests import small_workshop

WORKSHOP = Workshop.model_validate({**small_workshop.WORKSHOP, "lang": "de"})
PEOPLE = [
    Badge("1", "Prof. Dr. Ralf Muster", Role.ATTENDEE),
    Badge("2", "Dr. Anna Beispiel", Role.ATTENDEE),
    Badge("3", "Sven Zufall", Role.ATTENDEE, family="Zufall"),
    Badge("4", "Emil Dorn", Role.ATTENDEE),
]


@pytest.mark.parametrize(("order", "ids"), [("family", "2413"), ("name", "2413"), ("file", "1234")])
def test_titles_do_not_sort(order: str, ids: str) -> None:
    found = in_sequence(PEOPLE, BadgeRequest(), order, WORKSHOP)
    assert "".join(badge.id for badge in found) == ids


def test_a_guess_of_family_names_is_said() -> None:
    made = [*PEOPLE, *spares([Role.ATTENDEE], 2)]
    (problem,) = guessed_families(made, "family", "de")
    assert str(problem).splitlines() == [
        (
            "warning family-guessed: 3 badges have no family name and are sorted by what is taken "
            'for it: "Prof. Dr. Ralf Muster" by "Muster"'
        ),
        "    fill family, in data/attendees.csv or data/workshop.yaml, where that is wrong",
    ]
    assert not list(guessed_families(made, "name", "de"))
    assert not list(guessed_families(PEOPLE[2:3], "family", "de"))
