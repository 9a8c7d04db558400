"""Which badges are made in which order, and what is said of it."""

import pytest

from mi_print.event.badges import Badge, spares
from mi_print.event.model import Role, Workshop
from mi_print.products.badges.selection import divided, guessed_families, in_sequence
from mi_print.products.orders.request import BadgeRequest
from tests import small_workshop
from tests.products import made_up

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


MIXED = [
    Badge("1", "Ali Sample", Role.SPEAKER, family="Sample"),
    Badge("2", "Özlem Beispiel", Role.ATTENDEE, family="Beispiel"),
    Badge("3", "Bo Muster", Role.ATTENDEE, sort="Zett, Bo"),
    Badge("4", "Anna Beispiel", Role.ATTENDEE),
    *spares([Role.SPEAKER], 1),
]


@pytest.mark.parametrize(
    ("lang", "order", "cards"),
    [
        ("de", "family", "B 4 2 S 1 Z 3 spare-speaker-1"),
        ("de", "name", "A 1 4 O 2 Z 3 spare-speaker-1"),
        ("sv", "name", "A 1 4 Z 3 Ö 2 spare-speaker-1"),
        ("de", "role", "Vortrag 1 Teilnahme 4 2 3 spare-speaker-1"),
    ],
)
def test_a_divider_stands_before_each_letter_that_occurs(lang: str, order: str, cards: str) -> None:
    event = made_up.event(lang=lang)
    made = in_sequence(MIXED[:4], BadgeRequest(), order, event.workshop)
    found = divided([*made, MIXED[4]], order, event)
    assert " ".join(badge.heading or badge.id for badge in found) == cards
    assert [badge.blank for badge in found] == [not badge.id.isdecimal() for badge in found]


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
