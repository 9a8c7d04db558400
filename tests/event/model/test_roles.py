"""The precedence of roles, and what badges say of them."""

import pytest

from mi_print.event.model import OwnRole, Role, RoleTable
from mi_print.language.print_locale import PrintLocale

KNOWN = [str(role) for role in Role]


def table(*own: str) -> RoleTable:
    return RoleTable(dict.fromkeys(own, OwnRole()))


@pytest.mark.parametrize(
    ("own", "order"),
    [
        ([], KNOWN),
        (["mentor"], ["mentor", *KNOWN]),
        (["volunteer"], KNOWN),
        (["attendee", "vip"], ["vip", *KNOWN]),
        (["volunteer", "crew"], [*KNOWN[:7], "crew", *KNOWN[7:]]),
        (
            ["speaker", "mentor", "student", "pupil"],
            [*KNOWN[:4], "mentor", *KNOWN[4:10], "pupil", *KNOWN[10:]],
        ),
        (["press", "speaker"], [*KNOWN[:3], *KNOWN[4:8], "press", "speaker", *KNOWN[9:]]),
    ],
)
def test_those_listed_stand_in_their_order_and_the_others_before_what_follows_them(
    own: list[str], order: list[str]
) -> None:
    assert list(table(*own).order) == order


@pytest.mark.parametrize(
    ("own", "roles", "said"),
    [
        ([], ["organizer", "keynote"], "speaker"),
        ([], [], "attendee"),
        (["mentor"], ["speaker", "mentor"], "mentor"),
        (["speaker", "mentor"], ["mentor", "speaker"], "speaker"),
        (["keynote"], ["keynote", "organizer"], "keynote"),
        (["lightning"], ["spotlight-author"], "speaker"),
    ],
)
def test_a_badge_says_the_foremost_role_and_its_own_word_if_it_has_one(
    own: list[str], roles: list[str], said: str
) -> None:
    assert table(*own).foremost(roles) == said


def test_without_words_all_but_volunteers_have_a_badge() -> None:
    assert table("mentor").with_badge(None) == {"mentor", *KNOWN} - {"volunteer"}
    assert table("mentor").with_badge(["Mentor", "volunteer"]) == {"mentor", "volunteer"}


GERMAN = RoleTable(
    {"volunteer": OwnRole(label="Helfer"), "vip-guest": OwnRole(), "keynote": OwnRole()},
    PrintLocale("de", None, {"role-other": "Gäste"}),
)


@pytest.mark.parametrize(
    ("role", "label"),
    [
        ("volunteer", "Helfer"),
        ("vip-guest", "Vip guest"),
        ("press", "Presse"),
        ("other", "Gäste"),
        ("keynote", "Keynote"),
        ("spotlight-author", "Vortrag"),
    ],
)
def test_a_role_is_called_as_the_workshop_says_or_its_language(role: str, label: str) -> None:
    assert GERMAN.label(role) == label


@pytest.mark.parametrize(
    ("role", "plural"),
    [
        ("panelist", "Panelists"),
        ("keynote", "Keynote speakers"),
        ("spotlight-author", "Speakers"),
        ("press", "The press"),
        ("student", "Young people"),
        ("volunteer", "Crew"),
        ("mentor", "Mentor"),
        ("guide", "Guides"),
    ],
)
def test_several_are_called_by_a_plural_or_as_the_workshop_calls_one(
    role: str, plural: str
) -> None:
    own = {
        "volunteer": OwnRole(label="Crew"),
        "mentor": OwnRole(),
        "guide": OwnRole(label="Guide", plural="Guides"),
        "press": OwnRole(plural="The press"),
    }
    words = {"role-student": "Young people"}
    assert RoleTable(own, PrintLocale("en", None, words)).plural(role) == plural


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("PRESSE", "press"),
        ("press", "press"),
        ("helfer", "volunteer"),
        ("Helferteam", None),
        ("Vip Guest", "vip-guest"),
        ("Gäste", "other"),
        ("Vortrag", "speaker"),
    ],
)
def test_a_role_is_found_by_whatever_it_is_called(word: str, role: str | None) -> None:
    assert GERMAN.find(word) == role
