"""A project's own shops: checked like all data, and before those of the trade."""

import pytest

from mi_print.errors import InputError
from mi_print.event.data_file import shops_of
from mi_print.event.load import load
from mi_print.trade.shops import shops
from mi_print.units import points
from tests.event.small import Write, said_of

CORNER = """\
shops:
  corner:
    about: The shop at the corner
    process: digital
    colour: {profile: icc/corner.icc, condition: Corner, tac: 280}
    bleed: 7 mm
    safe: 4 mm
    safe-bound: 6 mm
    marks: [crop, slug]
"""


def wrong(old: str, new: str) -> str:
    assert CORNER.count(old) == 1
    return CORNER.replace(old, new)


def test_own_shops_come_after_those_of_the_trade(write: Write) -> None:
    project = write({"shops.yaml": CORNER})
    event = load(project).event
    assert event
    assert list(event.shops) == [*shops(), "corner"]
    corner = event.shops["corner"]
    assert (corner.bleed, corner.safe_bound) == (points("7 mm"), points("6 mm"))
    assert shops_of(project) == event.shops


def test_an_own_shop_takes_the_place_of_one_of_its_name(write: Write) -> None:
    found = shops_of(write({"shops.yaml": CORNER.replace("corner:", "generic-us:", 1)}))
    assert list(found) == list(shops())
    assert found["generic-us"].about == "The shop at the corner"
    assert shops()["generic-us"].about == "Sheetfed printers in the US"


def test_without_the_file_there_are_those_of_the_trade(write: Write) -> None:
    project = write({})
    event = load(project).event
    assert event
    assert event.shops == shops_of(project) == shops()


def test_shops_are_found_without_a_valid_event(write: Write) -> None:
    project = write({"shops.yaml": CORNER, "workshop.yaml": "name: 7\n"})
    assert load(project).event is None
    assert "corner" in shops_of(project)


CASES = {
    "an office printer has no condition": (
        wrong("digital", "office").replace("    marks: [crop, slug]\n", ""),
        [
            (
                "5:13: error value: an office printer has no printing condition,"
                " its files stay in sRGB"
            ),
            "    take colour out, or name another process",
        ],
    ),
    "an office printer has no marks": (
        wrong("digital", "office").replace(
            "    colour: {profile: icc/corner.icc, condition: Corner, tac: 280}\n", ""
        ),
        [
            "8:12: error value: marks are for a press, not for an office printer",
            "    take them out",
        ],
    ),
    "a press has a condition": (
        wrong("    colour: {profile: icc/corner.icc, condition: Corner, tac: 280}\n", ""),
        [
            '3:5: error value: the process digital needs the key "colour"',
            "    ask the shop for its ICC profile",
        ],
    ),
    "rich black within the limit": (
        wrong("tac: 280", "tac: 280, rich-black: [70, 60, 60, 100]"),
        [
            "5:80: error value: a rich black of 290 % is more ink than the tac of 280 %",
            "    write less cyan, magenta and yellow",
        ],
    ),
    "no more bleed than is painted": (
        wrong("7 mm", "8 mm"),
        [
            "6:12: error value: layouts paint 7 mm of bleed, 8 mm is more",
            "    write 7 mm or less, and ask the shop whether that does",
        ],
    ),
    "a bound edge is safer than others": (
        wrong("6 mm", "3 mm"),
        [
            "8:17: error value: 3 mm at the bound edge is less than the safe 4 mm",
            "    write more, or take the key out",
        ],
    ),
    "a mark twice": (
        wrong("slug", "crop"),
        ["9:12: error value: a mark stands here twice", "    name each once"],
    ),
    "a mark that there is not": (
        wrong("slug", "slugs"),
        [
            '9:19: error value: "slugs" is none of the words for this',
            '    did you mean "slug"?',
        ],
    ),
    "a key by another spelling": (
        wrong("safe-bound", "safe_bound"),
        [
            '8:5: error unknown-key: no key is called "safe_bound" here',
            '    did you mean "safe-bound"?',
        ],
    ),
    "a name with a space": (
        wrong("  corner:", "  the corner:"),
        [
            '2:3: error value: "the corner" is no name of a shop',
            "    use letters a to z, digits, - _ .",
        ],
    ),
    "a number without its unit": (
        wrong("4 mm", "4"),
        [
            "7:11: error value: 4 is not a length",
            '    write a number and a unit, as in "3 mm", "0.125 in" or "9 pt"',
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_fit_together_is_said_in_its_place(write: Write, case: str) -> None:
    text, lines = CASES[case]
    project = write({"shops.yaml": text})
    assert said_of(load(project)) == [f"data/shops.yaml:{lines[0]}", *lines[1:]]
    with pytest.raises(InputError) as refused:
        shops_of(project)
    assert str(refused.value) == "\n".join([f"data/shops.yaml:{lines[0]}", *lines[1:]])


@pytest.mark.parametrize(
    "path", ["../press.icc", "icc/../../press.icc", "/etc/press.icc", "C:press.icc", "..\\a.icc"]
)
def test_a_profile_stays_in_the_project(write: Write, path: str) -> None:
    project = write({"shops.yaml": wrong("icc/corner.icc", f"'{path}'")})
    assert said_of(load(project)) == [
        f'data/shops.yaml:5:23: error value: "{path}" leads out of the project',
        "    put the profile into it, and write the way there",
    ]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("shops.yaml", "", "data/shops.yaml:1:1: error empty: "),
        ("shops.yaml", "shops: {}\n", "data/shops.yaml:1:8: error "),
        ("shops.yaml", b"\xff", "data/shops.yaml:1:1: error encoding: "),
        ("shops.yml", CORNER, "data/shops.yml: error wrong-name: "),
    ],
)
def test_a_file_that_cannot_be_read_is_no_reason_to_take_the_trades(
    write: Write, name: str, text: str | bytes, line: str
) -> None:
    project = write({name: text})
    with pytest.raises(InputError) as refused:
        shops_of(project)
    assert str(refused.value).startswith(line)
    assert load(project).event is None


def test_problems_of_shops_stand_with_those_of_other_files(write: Write) -> None:
    lines = said_of(load(write({"shops.yaml": wrong("7 mm", "8 mm"), "print.yaml": "cfp: 1\n"})))
    assert [line.partition(":")[0] for line in lines[::2]] == [
        "data/print.yaml",
        "data/shops.yaml",
    ]


def test_what_nothing_prints_needs_no_font(write: Write) -> None:
    project = write({"shops.yaml": wrong("corner\n", "corner \U0001f5a8\n")})
    assert not [text for text in load(project).texts if text.file == "data/shops.yaml"]
