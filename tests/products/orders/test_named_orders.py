"""Orders beside a product's own: what they leave out, which are made, how files are called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError, UsageError
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job
from mi_print.products.orders.named_orders import badge_order, check_named, each_order
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import PRODUCTS, BadgeRequest, Request

Write = Callable[[dict[str, str]], Path]

ORDERS = """\
format: a4
badges: {shop: generic-eu, size: 4x3in, quantity: 2, sort: name, roles: [speaker]}
signage: {kinds: {door-sign: {shop: generic-eu}}}
orders:
  crew: {product: badges, where: {role: volunteer}, size: a6}
  press: {product: badges, roles: [press], quantity: 1}
  doors: {product: signage, where: {kind: door-sign}}
"""


def made(project: Path, product: str, **wishes: object) -> dict[str, Job]:
    loaded = load_checked(project)
    request = Request(project, **wishes)  # type: ignore[arg-type]
    found = [jobs(product, project, loaded, each) for each in each_order(product, loaded, request)]
    return {job.name: job for some in found for job in some}


def test_each_order_has_its_files_and_what_it_leaves_out_from_its_product(write: Write) -> None:
    found = made(write({"data/print.yaml": ORDERS}), "badges")
    assert {name: (job.size, job.quantity) for name, job in found.items()} == {
        "badges": ("4x3in", 2),
        "badges-crew": ("a6", None),
        "badges-press": ("4x3in", 1),
    }
    assert {job.shop.about for job in found.values()} == {"Sheetfed printers in Europe"}


def test_an_order_without_sides_has_those_of_its_product_and_of_its_size(write: Write) -> None:
    text = """\
badges: {sides: 1}
orders:
  crew: {product: badges, size: cr80}
  card: {product: badges, size: cr80, sides: 2}
"""
    sides = {
        name: job.sides for name, job in made(write({"data/print.yaml": text}), "badges").items()
    }
    assert sides == {"badges": 1, "badges-crew": 1, "badges-card": 2}
    for size, pages in (("80x50mm", 1), ("a7", 2)):
        text = f"badges: {{size: {size}}}\n"
        assert made(write({"data/print.yaml": text}), "badges")["badges"].sides == pages


def test_signs_of_an_order_are_those_of_its_kind(write: Write) -> None:
    found = made(write({"data/print.yaml": ORDERS}), "signage", named="doors")
    ((name, job),) = found.items()
    assert (name, job.size) == ("signage-doors-door-sign", "a3")
    assert job.shop.about == "Sheetfed printers in Europe"


@pytest.mark.parametrize(
    ("wishes", "names"),
    [
        ({"named": "crew"}, ["badges-crew"]),
        ({"named": "crew", "size": "4x6in"}, ["badges-crew-4x6in"]),
        ({"named": "crew", "badges": BadgeRequest(only=("a",))}, ["badges-crew-only"]),
        ({"badges": BadgeRequest(only=("a",))}, ["badges-only"]),
        ({"named": "doors"}, []),
    ],
)
def test_who_asks_for_one_or_for_a_part_has_no_other(
    wishes: dict[str, object], names: list[str], write: Write
) -> None:
    assert list(made(write({"data/print.yaml": ORDERS}), "badges", **wishes)) == names


def test_an_order_for_a_role_has_those_of_the_program_too(write: Write) -> None:
    event = load_checked(write({"data/print.yaml": ORDERS})).event
    assert event is not None
    roles = {name: set(badge_order(event, name).roles or ()) for name in (None, "crew", "press")}
    assert roles == {None: {"speaker"}, "crew": {"speaker", "volunteer"}, "press": {"press"}}
    assert badge_order(event, "crew").sorting == "name"


@pytest.mark.parametrize(
    ("products", "name", "said"),
    [
        (["badges"], "crw", 'no order is called "crw"\n    did you mean "crew"?'),
        (
            ["cfp"],
            "x",
            'no order is called "x"\n    there are none; write orders in data/print.yaml',
        ),
        (
            ["badges"],
            "doors",
            '"doors" is an order of signage\n    write: mi-print signage --named doors',
        ),
    ],
)
def test_an_order_that_there_is_not_is_an_error_of_usage(
    products: list[str], name: str, said: str, write: Write
) -> None:
    loaded = load_checked(write({"data/print.yaml": ORDERS}))
    check_named(PRODUCTS, loaded, Request(Path(), named="doors"))
    with pytest.raises(UsageError) as raised:
        check_named(products, loaded, Request(Path(), named=name))
    assert str(raised.value) == f"error usage: {said}"


@pytest.mark.parametrize(
    ("product", "names"),
    [
        ("badges", ["only"]),
        ("badges", ["A6"]),
        ("badges", ["crew-a6"]),
        ("badges", ["crew-only"]),
        ("badges", ["only-crew"]),
        ("badges", ["crew", "Crew"]),
        ("signage", ["door-sign"]),
        ("signage", ["door"]),
    ],
)
def test_no_two_files_have_one_name(product: str, names: list[str], write: Write) -> None:
    orders = "".join(f"  {name}: {{product: {product}}}\n" for name in names)
    layout = (
        "product: signage\nkind: sign\nabout: A\nsizes:\n  a4:\n    base: 12 pt\n    gutter: 5 pt\n"
        "    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}\n"
    )
    project = write({"data/print.yaml": f"orders:\n{orders}", "layouts/sign/layout.yaml": layout})
    with pytest.raises(InputError) as raised:
        made(project, product, named=names[-1])
    assert f'files of the order "{names[-1]}" would be called as others are' in str(raised.value)
    assert str(raised.value).startswith("data/print.yaml:")
