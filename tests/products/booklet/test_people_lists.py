"""Committees, thanks, and roles: who stands below which heading."""

from mi_print.products.booklet.people_lists import people_lists
from tests.products.made_up import event, session

ROLES = {"mentor": {"label": "Mentor", "plural": "Mentors"}, "guide": {"label": "Guide"}}


def lists(
    *people: tuple[str, list[str]], groups: object = (), roles: object = None
) -> list[tuple[str, str, list[str]]]:
    everybody = [{"id": name.lower(), "name": name, "roles": roles} for name, roles in people]
    sessions = [session("a", "09:00", "10:00", speakers=["ada"])]
    made = event(sessions, people=everybody, groups=groups, roles=roles or {})
    return [
        (each.heading, each.anchor, [person.name for person in each.people])
        for each in people_lists(made)
    ]


ADA = ("Ada", ["speaker"])


def test_groups_come_first_in_their_order() -> None:
    groups = [
        {"heading": "Committee", "people": ["ada", {"name": "Zoe Sample"}]},
        {"heading": "Thanks", "people": ["bo"]},
    ]
    assert lists(ADA, ("Bo", ["press"]), groups=groups) == [
        ("Committee", "group-1", ["Ada", "Zoe Sample"]),
        ("Thanks", "group-2", ["Bo"]),
        ("Press", "role-press", ["Bo"]),
    ]


def test_own_roles_have_lists_in_their_order_with_a_plural_for_several() -> None:
    both, other = ["guide", "mentor"], ["speaker", "mentor"]
    assert lists(ADA, ("Bo", ["guide"]), ("Cy", both), ("Di", other), roles=ROLES) == [
        ("Mentors", "role-mentor", ["Cy", "Di"]),
        ("Guide", "role-guide", ["Bo"]),
    ]


def test_a_role_of_the_program_has_a_list_of_those_alone_who_stand_nowhere_else() -> None:
    bo, cy = ("Bo", ["speaker"]), ("Cy", ["organizer"])
    assert lists(ADA, bo, cy, ("Di", [])) == [("Speaker", "role-speaker", ["Bo"])]


def test_a_list_of_a_role_of_the_program_has_all_who_speak_in_no_session() -> None:
    ada, bo = ("Ada", ["speaker", "panelist"]), ("Bo", ["panelist"])
    cy = ("Cy", ["organizer", "panelist"])
    assert lists(ada, cy, bo) == [("Panelists", "role-panelist", ["Cy", "Bo"])]
    assert lists(ada, cy) == []


def test_several_with_a_known_role_stand_below_its_plural() -> None:
    several = [("Bo", ["panelist"]), ("Cy", ["panelist"]), ("Di", ["student"])]
    assert lists(ADA, *several) == [
        ("Panelists", "role-panelist", ["Bo", "Cy"]),
        ("Student", "role-student", ["Di"]),
    ]
