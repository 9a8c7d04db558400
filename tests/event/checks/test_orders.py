"""Orders that name what their products don't have."""

import pytest

from mi_print.event.load import load
from tests.event.small import Write, said_of

FIELDS = "affiliation, family, given, id, lang, name, pronouns, registration, role, url"
KEYS = "dividers, layout, pick_up, product, quantity, roles, shop, sides, size, sort, spares, where"
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
        f"""\
1:34: error unknown-key: no key is called "order" here
    known here: {KEYS}
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
