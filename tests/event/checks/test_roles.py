"""Words for roles that are none, or that mean two."""

import pytest

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Files, Write, said_of

OWN = """\
roles:
  mentor: {label: Mentorin, plural: Mentorinnen}
  volunteer: {label: Helfer}
"""


def _roles(*words: str, own: str = OWN) -> Files:
    return {"workshop.yaml": WORKSHOP.replace("[organizer]", f"[{', '.join(words)}]") + own}


_COLOURS = "roles: {mentor: {colour: '#12'}, vip: {colour: petrol, label: 'a}'}}\n"

CASES: dict[str, tuple[Files, list[str]]] = {
    "words for roles": (_roles("mentor", "MENTORIN", "mentorinnen", "Helfer", "Press"), []),
    "no roles at all": ({"workshop.yaml": WORKSHOP.replace(", roles: [organizer]", "")}, []),
    "nearly a role": (
        _roles("Mentor/in"),
        [
            'data/workshop.yaml:10:34: error unknown-role: no role is called "Mentor/in"',
            '    did you mean "Mentorin"?',
        ],
    ),
    "badges for whom there is not": (
        {**_roles("mentor"), "print.yaml": "badges: {roles: [Mentorin, keynotes]}\n"},
        [
            'data/print.yaml:1:28: error unknown-role: no role is called "keynotes"',
            '    did you mean "keynote"?',
        ],
    ),
    "one word for two roles": (
        _roles("mentor", own=OWN + "  press: {label: HELFER}\n"),
        [
            (
                'data/workshop.yaml:14:18: error same-role: "HELFER" is a word for the roles '
                "volunteer and press"
            ),
            "    write another word for one of them",
        ],
    ),
    "the id of a known role for another": (
        _roles("mentor", own=OWN + "  host: {plural: Speaker}\n"),
        [
            (
                'data/workshop.yaml:14:18: error same-role: "Speaker" is a word for the roles '
                "speaker and host"
            ),
            "    write another word for one of them",
        ],
    ),
    "colours that are none": (
        _roles(
            "mentor",
            own=_COLOURS,
        ),
        [
            "data/workshop.yaml:11:26: error value: '#12' is not a colour",
            '    write it as six hexadecimal digits, "#DC3311"',
            "data/workshop.yaml:11:63: error value: a role has no braces in its label",
            "    take them out",
        ],
    ),
    "wrong role, and people who have it": (
        _roles("mentor", own="roles:\n  mentor: {labels: Mentorin}\n"),
        [
            'data/workshop.yaml:12:12: error unknown-key: no key is called "labels" here',
            '    did you mean "label"?',
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_roles(case: str, write: Write) -> None:
    files, said = CASES[case]
    assert said_of(load(write(files))) == said


def test_roles_have_their_ids_wherever_they_are_read(write: Write) -> None:
    rows = "id,name,role\n1,Ann,MENTORINNEN\n2,Ben,helfer\n3,Cleo,volunteer\n4,Dee,\n"
    loaded = load(write({**_roles("Helfer", "mentorin"), "attendees.csv": rows}))
    assert loaded.event is not None
    assert loaded.event.workshop.people[1].roles == ("volunteer", "mentor")
    found = [attendee.role for attendee in loaded.event.attendees]
    assert found == ["mentor", "volunteer", "volunteer", "attendee"]
