"""Names of people and authors: what is said of one name twice, and of two spellings."""

import pytest

from mi_print.event.load import checked_with, load
from tests.event.small import WORKSHOP, Files, Write, said_of

PAPER = "papers:\n- {{id: a, title: T, authors: [{}], session: remote, spotlight: true}}\n"


def people(*entries: str) -> str:
    return WORKSHOP + "".join(f"  - {{roles: [panelist], {entry}}}\n" for entry in entries)


ALIKE = {
    "Bo Example": ["Bo Exampel", "Bo Exemple", "Bo B. Example", "Bo Eample", "Bo Exxample"],
    "Bo Sampleton Example": ["Bo Sampleton Example-Sample", "Bo Sampleton"],
    "Di Example": ["Di Examples", "Di Exampla"],
    "Yang Liu": ["Yang Li", "Yan Liu"],
    "Example": ["Exampel"],
}
"""Names, and others; those of the first are nearly the same."""


@pytest.mark.parametrize(
    ("name", "other"), [(name, other) for name, others in ALIKE.items() for other in others]
)
def test_names_are_nearly_alike(write: Write, name: str, other: str) -> None:
    project = write({"papers.yaml": PAPER.format(f"{name}, {other}")})
    said = [each.message for each in checked_with(project, {}) if each.rule == "two-spellings"]
    expected = f'"{other}" may be "{name}" of data/papers.yaml, line 2'
    assert said == ([expected] if name == "Bo Example" else [])


CASES: dict[str, tuple[Files, list[str]]] = {
    "two people of one name": (
        {"workshop.yaml": people("id: a, name: Di Lo", "id: b, name: LO DI")},
        [
            (
                'data/workshop.yaml:12:38: warning same-person: "LO DI" may be "a" of line 11: '
                "two badges"
            ),
            "    take one out if they are one person; same_as: none says that they are two",
        ],
    ),
    "two people of one name in two places": (
        {
            "workshop.yaml": people(
                "id: a, name: Di Lo, affiliation: X", "id: b, name: Di Lo, affiliation: Y"
            )
        },
        [],
    ),
    "two people of one name that are two": (
        {"workshop.yaml": people("id: a, name: Di Lo", "id: b, name: Di Lo, same_as: none")},
        [],
    ),
    "two spellings of an author": (
        {"papers.yaml": PAPER.format("Jan Hájek, Di Lo, Hajek Jan, jan hájek")},
        [
            (
                'data/papers.yaml:2:49: warning two-spellings: "Hajek Jan" is written "Jan '
                'Hájek" in '
                "data/papers.yaml, line 2"
            ),
            "    write both alike if they are one person: the index and badges have each",
            (
                'data/papers.yaml:2:60: warning two-spellings: "jan hájek" is written "Jan '
                'Hájek" in '
                "data/papers.yaml, line 2"
            ),
            "    write both alike: the index has each, and badges take them for one person",
        ],
    ),
    "odd spaces are no other spelling": (
        {"papers.yaml": PAPER.format('Di Lo, "Di\u00a0Lo", "Di\u3000 Lo"')},
        [],
    ),
    "an author who is one of the people": (
        {"papers.yaml": PAPER.format("BOB, Bob")},
        [
            (
                'data/papers.yaml:2:31: warning same-person: the author "BOB" is taken for "Bob" '
                "of "
                "data/workshop.yaml, line 10: one badge"
            ),
            "    same_as: author there says that it is right, same_as: none parts them",
            (
                'data/papers.yaml:2:31: warning two-spellings: "BOB" is written "Bob" in '
                "data/workshop.yaml, line 10"
            ),
            "    write both alike: the index has each, and badges take them for one person",
        ],
    ),
    "an author who is said to be one of the people": (
        {
            "workshop.yaml": people("id: a, name: Di Lo, same_as: author"),
            "papers.yaml": PAPER.format("Di Lo"),
        },
        [],
    ),
    "an author who is said to be none of the people": (
        {
            "workshop.yaml": people("id: a, name: Di Lo, same_as: none"),
            "papers.yaml": PAPER.format("Di Lo"),
        },
        [],
    ),
    "an author who gets no badge": (
        {
            "papers.yaml": PAPER.format("Bob"),
            "print.yaml": "badges: {roles: [keynote]}\n",
        },
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_names(case: str, write: Write) -> None:
    files, said = CASES[case]
    lines = said_of(load(write(files)))
    shown = ("same-person", "two-spellings")
    pairs = [at for at, line in enumerate(lines) if any(each in line for each in shown)]
    assert [line for at in pairs for line in lines[at : at + 2]] == said
