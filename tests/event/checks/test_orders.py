"""Orders that name what their products don't have."""

import pytest

from mi_print.event.load import load
from tests.event.small import Write, said_of

FIELDS = "affiliation, family, given, id, lang, name, pronouns, registration, role, url"
ORDERS = """\
format: a4
badges: {sort: role, where: {affiliation: Lab}}
orders:
  crew: {product: badges, where: {role: Volunteer}, size: a6, sort: name, roles: [press]}
  doors: {product: signage, where: {kind: door-sign}, quantity: 2}
  pocket: {product: program, size: a5}
"""
CASES: dict[str, tuple[str, str]] = {
    "what is ordered": (ORDERS, ""),
    "the old word for sort": ("badges: {order: name}\n", ""),
    "both words for sort": (
        "badges: {sort: name, order: name}\n",
        """\
1:29: error order: the key order is the old word for sort, and both are here
    take order out
""",
    ),
    "the old word in a new place": (
        "orders: {crew: {product: badges, order: name}}\n",
        """\
1:34: error unknown-key: no key is called "order" here
""",
    ),
    "dividers": (
        "badges: {sort: role, dividers: true}\norders: {a: {product: badges, dividers: true}}\n",
        "",
    ),
    "dividers of nothing": (
        """\
badges: {dividers: true}
orders:
  a: {product: badges, sort: name, dividers: true}
  b: {product: badges, dividers: true}
""",
        """\
1:20: error order: there are no dividers between badges in the order of the data
    write sort: family, or name, or role beside it
4:34: error order: there are no dividers between badges in the order of the data
    write sort: family, or name, or role beside it
""",
    ),
    "keys of badges": (
        """\
orders:
  pocket: {product: program, where: {kind: a}}
  signs: {product: signage, sort: name}
  flyer: {product: cfp, sides: 1}
""",
        """\
2:37: error order: an order of program has no where
    take it out
3:35: error order: an order of signage has no sort
    take it out
4:32: error order: an order of cfp has no sides
    take it out
""",
    ),
    "fields that there are not": (
        """\
badges: {where: {telephone: x}}
orders:
  a: {product: signage, where: {size: a3}}
  b: {product: badges, where: {affliation: Lab}, roles: [presse]}
  c: {product: badges, where: {role: voluntee}}
""",
        f"""\
1:29: error order: nothing is chosen by "telephone" here
    known here: {FIELDS}
3:39: error order: nothing is chosen by "size" here
    known here: kind
4:44: error order: nothing is chosen by "affliation" here
    did you mean "affiliation"?
4:58: error unknown-role: no role is called "presse"
    did you mean "press"?
5:38: error unknown-role: no role is called "voluntee"
    did you mean "volunteer"?
""",
    ),
    "sheets that are ordered": (
        """\
program: {impose: saddle, sheet: 320x450mm, caliper: 0.1 mm}
badges: {stock: avery-74459, start: 6, fill: rows}
signage: {kinds: {board-cards: {impose: n-up}}}
orders:
  crew: {product: badges, fill: columns, start: 2}
  pocket: {product: program, size: a5}
""",
        "",
    ),
    "sheets that can't be": (
        """\
cfp: {start: 2, fill: rows, sheet: a3}
program: {stock: half-letter-2up, impose: saddle, fill: rows, sheet: a3}
badges: {stock: avery-5393, start: 9}
signage: {kinds: {board-cards: {impose: n-up, caliper: 1 mm}}}
orders:
  crew: {product: badges, stock: avery-5392, start: 7}
  spare: {product: badges, size: a6, start: 2}
  round: {product: signage, where: {kind: board-cards}, fill: rows, caliper: 1 mm}
""",
        """\
1:14: error stock: there is no stock here whose first cards could be used up
    name the stock that is used up in part, or take it out
1:23: error stock: nothing is put on sheets here
    take it out
1:36: error stock: nothing is put on sheets here
    say with impose how pages are put on it, or take it out
2:43: error stock: cards of a stock are not folded, as saddle folds sheets
    take it out, or name no stock
2:57: error stock: saddle has an order of its own
    take it out
2:70: error stock: a stock has a sheet of its own
    take it out
3:17: error stock: there is no stock "avery-5393"
    did you mean "avery-5395"?
4:56: error stock: only pages of a bound book move toward its spine
    take it out
6:53: error stock: a sheet of avery-5392 has 6 cards
    write which card is the first that is left, up to 6
7:45: error stock: there is no stock here whose first cards could be used up
    name the stock that is used up in part, or take it out
8:78: error stock: only pages of a bound book move toward its spine
    take it out
""",
    ),
    "a sheet and a leaf that are none": (
        "program: {impose: sadle, sheet: 0mmx45, caliper: 0 mm}\n",
        """\
1:19: error value: "sadle" is none of the words for this
    did you mean "saddle"?
1:33: error value: there is no sheet "0mmx45"
    write a name of mi-print list sizes, or as 320x450mm
1:50: error value: a leaf is thicker than nothing
    leave caliper out for no creep
""",
    ),
    "no such product": (
        "orders: {crew: {product: badge}}\n",
        """\
1:26: error value: "badge" is none of the words for this
    did you mean "badges"?
""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_orders(case: str, write: Write) -> None:
    text, said = CASES[case]
    found = said_of(load(write({"print.yaml": text})))
    assert [line.removeprefix("data/print.yaml:") for line in found] == said.splitlines()
