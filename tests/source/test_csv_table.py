"""Tables that can't be read, and what their author is told."""

import pytest

from mi_print.event.load import load
from tests.event.small import Write, said_of

CASES: dict[str, tuple[str | bytes, list[str]]] = {
    "nothing": (
        "",
        [
            "data/papers.csv:1:1: error empty: the file says nothing",
            "    write its columns, or delete it",
        ],
    ),
    "semicolons": (
        """\
id;title;authors;session
a;T;A|B;remote
b;T;U;A;remote
""",
        [
            "data/papers.csv:3:1: error cells: this row has 5 cells, the first has 4",
            "    put a cell with a semicolon in it in quotes",
        ],
    ),
    "tabs": (
        "id\tboard\n",
        [
            'data/papers.csv:1:1: error missing-key: the column "title" is missing',
            "    add it",
        ],
    ),
    "separator said": ('sep=;\nid;title;authors;session\na;T;"A; B";remote\n', []),
    "separator that is none": (
        "sep=:\nid:title\n",
        [
            (
                'data/papers.csv:1:1: error syntax: sep= says that ":" separates the cells, '
                "which is "
                "not read"
            ),
            "    save the table with a comma, a semicolon, a tab",
        ],
    ),
    "title line": (
        "Papers of the day,,,\n\nid,title,authors,session\na,T,A,remote\n",
        [
            (
                "data/papers.csv:1:1: warning title-line: the columns are named on line 3; "
                '"Papers of the day" above is not read'
            ),
            "    see whether that is right, or take out what stands above",
        ],
    ),
    "line break and tab": (
        'id,title,authors,session\na,"On \n Samples",A\tB;C,remote\n',
        [
            (
                "data/papers.csv:2:3: warning line-break: this cell has a line break, which "
                "becomes a "
                'space: "On Samples"'
            ),
            "    see whether that is right, and write it on one line",
            (
                "data/papers.csv:3:11: warning line-break: this cell has a tab, which becomes a "
                "space: "
                '"A B;C"'
            ),
            "    see whether that is right, and write it on one line",
        ],
    ),
    "open quote that a later one closes": (
        'id,title,authors,session\na,"T,A,remote\nb,"U",B,remote\n',
        [
            (
                "data/papers.csv:2:3: error syntax: the quote that opens here is closed by the "
                "next "
                "one, on line 3, and text follows that"
            ),
            "    close it in its own line",
        ],
    ),
    "open quote that takes in rows": (
        'id,title,authors,session\na,"T,A,remote\nb,U,B,remote\nc,V",C,remote\n',
        [
            "data/papers.csv:2:3: error syntax: the quote that opens here takes in 2 more rows",
            "    close it in its own line",
        ],
    ),
    "open quote that takes in a part": (
        'id,title,authors,session\na,"T,A,remote\nb,",C,remote,x\n',
        [
            "data/papers.csv:2:1: error cells: this row has 5 cells, the first has 4",
            ("    the cell of line 2, column 3 goes over 2 lines; see whether its quote is closed"),
        ],
    ),
    "unknown column": (
        """\
id,titel,title,authors,session,board
a,x,T,A,post,1
""",
        [
            'data/papers.csv:1:4: error unknown-key: no column is called "titel"',
            '    did you mean "title"?',
        ],
    ),
    "column without a name": (
        """\
id,title,authors,session,board,
a,T,A,post,1,
""",
        [
            "data/papers.csv:1:32: error unknown-key: this column has no name",
        ],
    ),
    "column twice": (
        """\
id,title,authors,session,board,title
a,T,A,post,1,U
""",
        [
            'data/papers.csv:1:32: error duplicate-key: two columns are "title"',
            "    take one out",
        ],
    ),
    "missing columns": (
        """\
id,session
a,post
""",
        [
            'data/papers.csv:1:1: error missing-key: the column "title" is missing',
            "    add it",
        ],
    ),
    "too many cells": (
        """\
id,title,authors,session,board,spotlight
a,One, two,A,post,1,no
""",
        [
            "data/papers.csv:2:1: error cells: this row has 7 cells, the first has 6",
            "    put a cell with a comma in it in quotes",
        ],
    ),
    "too few cells": (
        """\
id,title,authors,session,board,spotlight
a,T,A
""",
        [
            "data/papers.csv:2:1: error cells: this row has 3 cells, the first has 6",
            "    put a cell with a comma in it in quotes",
        ],
    ),
    "empty cell that is needed": (
        """\
id,title,authors,session,board,spotlight
a,,A,post,1,
""",
        [
            'data/papers.csv:2:3: error missing-key: "title" is missing',
            "    write it here",
        ],
    ),
    "empty author": (
        """\
id,title,authors,session,board,spotlight
a,T,A; ;B,post,1,
""",
        [
            "data/papers.csv:2:5: error value: this is empty",
            "    write it or take the key out",
        ],
    ),
    "no number": (
        """\
id,title,authors,session,spotlight_order,spotlight
a,T,A,post,12a,
""",
        [
            'data/papers.csv:2:12: error value: "12a" is not a whole number',
            "    write digits",
        ],
    ),
    "neither true nor false": (
        """\
id,title,authors,session,board,spotlight
a,T,A,post,1,maybe
""",
        [
            'data/papers.csv:2:14: error value: "maybe" is neither true nor false',
            "    write true or false",
        ],
    ),
    "open quote": (
        """\
id,title,authors,session,board,spotlight
a,"T,A,post,1,
""",
        [
            "data/papers.csv:2:3: error syntax: the quote that opens here is not closed",
            '    put the whole cell in quotes and write each quote inside it twice, ""',
        ],
    ),
    "text after a quote": (
        """\
id,title,authors,session,board,spotlight
a,"The "best" way",A,post,1,
""",
        [
            "data/papers.csv:2:9: error syntax: text follows the closing quote",
            '    put the whole cell in quotes and write each quote inside it twice, ""',
        ],
    ),
    "place after line breaks": (
        """\
id,title,authors,session,spotlight_order,spotlight
a,"T\r
wo",A,post,zwei,
""",
        [
            (
                "data/papers.csv:2:3: warning line-break: this cell has a line break, which "
                "becomes a "
                'space: "T wo"'
            ),
            "    see whether that is right, and write it on one line",
            'data/papers.csv:3:12: error value: "zwei" is not a whole number',
            "    write digits",
        ],
    ),
    "place after quotes": (
        """\
id,title,authors,session,board,spotlight
a,  "T ""wo\"\"\",  A,post,  0,
""",
        [
            "data/papers.csv:2:25: error value: 0 is too small",
            "    write 1 or more",
        ],
    ),
    "id": (
        """\
id,title,authors,session,board,spotlight
a b,T,A,post,1,
""",
        [
            'data/papers.csv:2:1: error value: "a b" is not an id',
            "    use letters a to z, digits, - _ .",
        ],
    ),
    "not UTF-8": (
        b"id\nM\xfcller\n",
        [
            "data/papers.csv:2:2: error encoding: the byte 0xFC is not UTF-8",
            "    save the file with the encoding UTF-8",
        ],
    ),
    "control character": (
        """\
id,title,authors,session,board,spotlight
a,T\x00,A,post,1,
""",
        [
            (
                "data/papers.csv:2:3: error value: U+0000 (a control or unassigned character)"
                " can't be printed"
            ),
            "    take it out",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_tables(case: str, write: Write) -> None:
    text, said = CASES[case]
    files = {"papers.csv": text}
    assert said_of(load(write(files))) == said
