"""YAML that is not what it looks like, and what its author is told."""

import pytest

from mi_print.event.load import load
from tests.event.small import Write, said_of

CASES: dict[str, tuple[str | bytes, list[str]]] = {
    "false for text": (
        "cfp: {size: NO}\n",
        [
            "data/print.yaml:1:13: error surprise: YAML takes a bare NO for true or false",
            '    write "NO" if it is text, true or false if it is not',
        ],
    ),
    "on": (
        "cfp: {size: on}\n",
        [
            "data/print.yaml:1:13: error surprise: YAML takes a bare on for true or false",
            '    write "on" if it is text, true or false if it is not',
        ],
    ),
    "sexagesimal": (
        "cfp: {size: 14:30}\n",
        [
            (
                "data/print.yaml:1:13: error surprise: a time needs quotes: YAML takes a bare"
                " 14:30 for the number 870"
            ),
            '    write "14:30"',
        ],
    ),
    "time before ten": (
        "cfp: {size: 9:30}\n",
        [
            (
                "data/print.yaml:1:13: error surprise: a time needs quotes: YAML takes a bare"
                " 14:30 for the number 870"
            ),
            '    write "09:30"',
        ],
    ),
    "leading zeros": (
        "cfp: {size: 007}\n",
        [
            (
                "data/print.yaml:1:13: error surprise: 007 begins with a zero: YAML takes a "
                "bare 010 for the number 8"
            ),
            '    write "007" if it is text, 7 if it is a number',
        ],
    ),
    "leading zeros of no octal": (
        "cfp: {size: 089}\n",
        [
            (
                "data/print.yaml:1:13: error surprise: 089 begins with a zero: YAML takes a "
                "bare 010 for the number 8"
            ),
            '    write "089" if it is text, 89 if it is a number',
        ],
    ),
    "hexadecimal": (
        "cfp: {quantity: 0x1F}\n",
        [
            "data/print.yaml:1:17: error surprise: YAML takes a bare 0x1F for a number",
            '    write "0x1F" if it is text, plain digits if it is a number',
        ],
    ),
    "underscored": (
        "cfp: {quantity: 1_000}\n",
        [
            "data/print.yaml:1:17: error surprise: YAML takes a bare 1_000 for a number",
            '    write "1_000" if it is text, plain digits if it is a number',
        ],
    ),
    "endless number": (
        "cfp: {quantity: 12345678901234567890}\n",
        [
            (
                "data/print.yaml:1:17: error surprise: YAML takes a bare 12345678901234567890"
                " for a number"
            ),
            '    write "12345678901234567890" if it is text, plain digits if it is a number',
        ],
    ),
    "infinity": (
        "cfp: {quantity: .inf}\n",
        [
            "data/print.yaml:1:17: error surprise: YAML takes a bare .inf for a number",
            '    write ".inf" if it is text, plain digits if it is a number',
        ],
    ),
    "moment": (
        "cfp: {size: 2025-12-07 09:30:00}\n",
        [
            (
                "data/print.yaml:1:13: error surprise: YAML takes a bare 2025-12-07 09:30:00 "
                "for a moment of time"
            ),
            '    write "2025-12-07 09:30:00"',
        ],
    ),
    "tilde": (
        "cfp: {size: ~}\n",
        [
            "data/print.yaml:1:13: error surprise: YAML takes a bare ~ for nothing at all",
            '    write "~" if it is text, or take the key out',
        ],
    ),
    "null word": (
        """\
cfp:
  size: null
""",
        [
            "data/print.yaml:2:9: error surprise: YAML takes a bare null for nothing at all",
            '    write "null" if it is text, or take the key out',
        ],
    ),
    "no value": (
        """\
cfp:
  size:
""",
        [
            'data/print.yaml:2:3: error surprise: "size" has no value',
            "    write one, in quotes if it begins with #, or take this out",
        ],
    ),
    "item without value": (
        """\
cfp:
  -
""",
        [
            "data/print.yaml:2:3: error value: a list stands where a mapping should",
            "    write its keys, each with a colon and a value",
            "data/print.yaml:2:4: error surprise: this item has no value",
            "    write one, in quotes if it begins with #, or take this out",
        ],
    ),
    "duplicate key": (
        """\
cfp:
  size: a
  size: b
""",
        [
            'data/print.yaml:3:3: error duplicate-key: "size" is said twice, first on line 2',
            "    take one of them out",
        ],
    ),
    "duplicate mapping": (
        """\
cfp: {size: a}
cfp: {size: NO}
""",
        [
            'data/print.yaml:2:1: error duplicate-key: "cfp" is said twice, first on line 1',
            "    take one of them out",
            "data/print.yaml:2:13: error surprise: YAML takes a bare NO for true or false",
            '    write "NO" if it is text, true or false if it is not',
        ],
    ),
    "anchor and alias": (
        """\
cfp: &one
  size: a4
program: *one
""",
        [
            "data/print.yaml:1:6: error alias: &one names a value; data has no anchors",
            "    take the name out; if it is text, put it in quotes",
            (
                "data/print.yaml:3:10: error alias: *one refers to a value elsewhere; data "
                "has no aliases"
            ),
            "    write the value itself; if it is text, put it in quotes",
        ],
    ),
    "merge key": (
        """\
cfp:
  <<: {size: a4}
""",
        [
            (
                "data/print.yaml:2:3: error alias: << takes keys over from elsewhere; data "
                "has no merging"
            ),
            "    write the keys themselves",
        ],
    ),
    "asterisk for text": (
        "cfp: {size: *A}\n",
        [
            (
                "data/print.yaml:1:13: error alias: *A refers to a value elsewhere; data has "
                "no aliases"
            ),
            "    write the value itself; if it is text, put it in quotes",
        ],
    ),
    "tag of the standard": (
        "cfp: {size: !!str 7}\n",
        [
            "data/print.yaml:1:13: error tag: !!str gives a value a type; data has no tags",
            "    take the tag out; if it is text, put it in quotes",
        ],
    ),
    "tag of one's own": (
        "cfp: {size: !python/object:os.system x}\n",
        [
            (
                "data/print.yaml:1:13: error tag: !python/object:os.system gives a value a "
                "type; data has no tags"
            ),
            "    take the tag out; if it is text, put it in quotes",
        ],
    ),
    "two documents": (
        """\
cfp: {size: a4}
---
cfp: {size: a5}
""",
        [
            "data/print.yaml:2:1: error documents: a second document begins here",
            "    take out the line --- and what follows, or move that to a file of its own",
        ],
    ),
    "nothing": (
        "# yet to be written\n",
        [
            "data/print.yaml:1:1: error empty: the file says nothing",
            "    write its keys, or delete it",
        ],
    ),
    "list for a key": (
        """\
? [cfp]
: {size: a4}
""",
        [
            "data/print.yaml:1:3: error syntax: the key here is not a word",
            "    write a key, a colon and the value",
        ],
    ),
    "open quote": (
        """\
cfp:
  size: "a4
  shop: x
""",
        [
            "data/print.yaml:2:9: error syntax: the quote that opens here is not closed",
            "    close it; inside single quotes write an apostrophe twice",
        ],
    ),
    "open bracket": (
        """\
cfp: [a4
program: {}
""",
        [
            "data/print.yaml:1:6: error syntax: the bracket [ that opens here is not closed",
            "    close it with ]",
        ],
    ),
    "open brace": (
        "cfp: {size: a4\n",
        [
            "data/print.yaml:1:6: error syntax: the brace { that opens here is not closed",
            "    close it with }",
        ],
    ),
    "open bracket at the end": (
        "cfp: [\n",
        [
            "data/print.yaml:2:1: error syntax: the file ends inside a bracket or a brace",
            "    close it with ] or }",
        ],
    ),
    "tab": (
        """\
cfp:
\tsize: a4
""",
        [
            "data/print.yaml:2:1: error syntax: a tab in the indentation",
            "    indent with spaces",
        ],
    ),
    "reserved character": (
        "cfp: {size: @4}\n",
        [
            "data/print.yaml:1:13: error syntax: no text can begin with this character",
            "    put the text in quotes",
        ],
    ),
    "second colon": (
        """\
cfp:
  size: a4: b
""",
        [
            "data/print.yaml:2:11: error syntax: a colon that makes no sense here",
            (
                '    put text that has ": " in it in quotes; else see whether the lines are '
                "indented alike"
            ),
        ],
    ),
    "no colon": (
        """\
cfp:
  size: a4
program
""",
        [
            "data/print.yaml:3:1: error syntax: this line has no colon",
            (
                "    write a key, a colon, a space and the value, or indent the line as part "
                "of the text above"
            ),
        ],
    ),
    "long key": (
        f"cfp:\n  size: a4\n  {'k' * 1025}: x\n",
        [
            "data/print.yaml:3:3: error syntax: this key is too long: YAML takes 1,024 characters",
            "    write a short key; a long text belongs behind the colon",
        ],
    ),
    "long key in braces and quotes": (
        f'cfp: {{size: a4, "{"k, " * 350}": x}}\n',
        [
            "data/print.yaml:1:17: error syntax: this key is too long: YAML takes 1,024 characters",
            "    write a short key; a long text belongs behind the colon",
        ],
    ),
    "second colon after a long text": (
        f"cfp: a, {'k' * 1025}: x\n",
        [
            "data/print.yaml:1:1034: error syntax: a colon that makes no sense here",
            (
                '    put text that has ": " in it in quotes; else see whether the lines are '
                "indented alike"
            ),
        ],
    ),
    "indentation": (
        """\
cfp:
  size: a4
 shop: x
""",
        [
            "data/print.yaml:3:2: error syntax: this fits nothing above it",
            (
                "    begin the line in the column of its neighbours; text with quotes inside "
                "needs quotes of the other kind around all of it"
            ),
        ],
    ),
    "quote inside": (
        """\
cfp:
  size: 'it's'
""",
        [
            "data/print.yaml:2:13: error syntax: this fits nothing above it",
            (
                "    begin the line in the column of its neighbours; text with quotes inside "
                "needs quotes of the other kind around all of it"
            ),
        ],
    ),
    "list in a line": (
        "cfp: - a\n",
        [
            "data/print.yaml:1:6: error syntax: a list can't begin here",
            '    begin it on a line of its own, with "- "',
        ],
    ),
    "text after a bar": (
        "cfp: | a\n",
        [
            "data/print.yaml:1:8: error syntax: nothing may follow | or > on its line",
            "    begin the text on the next line, indented",
        ],
    ),
    "backslash": (
        'cfp: {size: "\\q"}\n',
        [
            "data/print.yaml:1:14: error syntax: a backslash that means nothing",
            "    write it twice, or use single quotes",
        ],
    ),
    "comma twice": (
        "cfp: [a, , b]\n",
        [
            "data/print.yaml:1:10: error syntax: a value is missing here",
            "    write it or take the comma out; put the text in quotes if it is text",
        ],
    ),
    "control character": (
        "cfp: {size: a\x07}\n",
        [
            "data/print.yaml:1:14: error syntax: U+0007 is a control character",
            "    take it out",
        ],
    ),
    "not UTF-8": (
        b"cfp:\n  size: caf\xe9\n",
        [
            "data/print.yaml:2:12: error encoding: the byte 0xE9 is not UTF-8",
            "    save the file with the encoding UTF-8",
        ],
    ),
    "UTF-16": (
        b"\xff\xfec\x00f\x00p\x00",
        [
            "data/print.yaml:1:1: error encoding: the byte 0xFF is not UTF-8",
            "    save the file with the encoding UTF-8",
        ],
    ),
    "too deep": (
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
        [
            (
                "data/print.yaml:1:22: error nesting: this stands in 21 others; data goes 20 "
                "deep at most"
            ),
            "    close the brackets before it",
        ],
    ),
    "too deep without brackets": (
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - \n",
        [
            (
                "data/print.yaml:1:43: error nesting: this stands in 21 others; data goes 20 "
                "deep at most"
            ),
            "    close the brackets before it",
        ],
    ),
    "long word": (
        """\
cfp: {quantity: 99999999999999999999999999999999999999999999999999999999999999999999999999999999}
""",
        [
            (
                "data/print.yaml:1:17: error surprise: YAML takes a bare "
                "999999999999999999999999999999999999999999999999999999999999… for a number"
            ),
            (
                '    write "999999999999999999999999999999999999999999999999999999999999…" if'
                " it is text, plain digits if it is a number"
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_yaml(case: str, write: Write) -> None:
    text, said = CASES[case]
    files = {"print.yaml": text}
    assert said_of(load(write(files))) == said
