"""The authors of papers in a table of their own."""

import pytest

from mi_print.event.load import load
from tests.event.small import Write, said_of

PAPERS = "id,title,session,board,boards\na,One,post,1,\nb,Two,,,post: 2\nc,Three,remote,,\n"
ROWS = """\
paper,name,person,affiliation
b,Bo Sample,,University of X
a,,ada,
b,Cy Specimen,,
"""


def test_authors_come_from_their_rows(write: Write) -> None:
    loaded = load(write({"papers.csv": PAPERS, "authors.csv": ROWS}))
    assert said_of(loaded) == []
    assert loaded.event
    first, second, third = loaded.event.papers
    assert (first.authors, first.authors[0].person) == (("Ada",), "ada")
    assert second.authors == ("Bo Sample", "Cy Specimen")
    assert [author.affiliation for author in second.authors] == ["University of X", None]
    assert (second.placed, third.authors) == ({"post": 2}, ())
    found = {(text.value, text.file, text.line, text.field) for text in loaded.texts}
    assert ("Cy Specimen", "data/authors.csv", 4, "authors[2].name") in found


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "x,Di Sample,,",
            [
                'data/authors.csv:5:1: error unknown-paper: no paper has the id "x"',
                "    known here: a, b, c",
            ],
        ),
        (
            "c,,adda,",
            [
                'data/authors.csv:5:1: error unknown-person: nobody has the id "adda"',
                '    did you mean "ada"?',
            ],
        ),
        (
            "c,,,",
            [
                "data/authors.csv:5:1: error value: this names nobody",
                "    write a name, or person: and an id",
            ],
        ),
        (
            "c,Ada,ada,",
            [
                (
                    'data/authors.csv:5:1: error value: "ada" is taken for one of the people, '
                    "who are written once"
                ),
                "    take out: name",
            ],
        ),
        (
            "c,BO SAMPLE,,",
            [
                (
                    'data/authors.csv:5:1: warning two-spellings: "BO SAMPLE" is written '
                    '"Bo Sample" in data/authors.csv, line 2'
                ),
                "    write both alike: the index has each, and badges take them for one person",
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_row_has_its_place(write: Write, row: str, said: list[str]) -> None:
    assert said_of(load(write({"papers.csv": PAPERS, "authors.csv": f"{ROWS}{row}\n"}))) == said


def test_authors_stand_in_one_file(write: Write) -> None:
    papers = """\
papers:
  - {id: a, title: One, session: post}
  - {id: b, title: T, authors: [A], session: post}
"""
    rows = "paper,name\na,Ada\n"
    assert said_of(load(write({"papers.yaml": papers, "authors.csv": rows})))[:2] == [
        "data/papers.yaml:3:32: error two-files: the authors stand in data/authors.csv too",
        "    take them out of one of the two files",
    ]
    assert said_of(load(write({"papers.yaml": papers, "authors.yaml": "authors: []"})))[0] == (
        "data/authors.yaml: error wrong-name: this file is not read; its name is authors.csv"
    )


def test_boards_of_several_sessions_stand_in_one_cell(write: Write) -> None:
    papers = "id,title,boards\na,One,post 1\n"
    assert said_of(load(write({"papers.csv": papers})))[0] == (
        'data/papers.csv:2:7: error value: "post 1" is no key and value, or is there twice'
    )
