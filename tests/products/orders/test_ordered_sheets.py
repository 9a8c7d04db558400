"""Sheets of a job: the size that a stock chooses, what goes before what, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mi_print.errors import InputError, UsageError
from mi_print.press.impose.plan import CellOrder, Scheme
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job, resolve
from mi_print.products.orders.request import Edition, Request

Write = Callable[[dict[str, str]], Path]

SMALL = """\
stocks:
  halves:
    about: Halves of a small sheet
    source: measured
    sheet: a6
    card: {width: 105 mm, height: 74 mm}
    across: 1
    down: 2
    first: {left: 0 mm, top: 0 mm}
    pitch: {across: 105 mm, down: 74 mm}
"""


def job(write: Write, orders: str, product: str = "badges", **wishes: Any) -> Job:  # noqa: ANN401 - any option
    project = write({"data/print.yaml": orders, "data/stocks.yaml": SMALL})
    request = Request(project, **wishes)
    return resolve(product, project, load_checked(project), request)


@pytest.mark.parametrize(
    ("orders", "wishes", "found"),
    [
        ("{}", {}, ("badges", "4x3in", None)),
        ("badges: {stock: a6-4up}", {}, ("badges", "a6", "cut-stack stack 0")),
        (
            "badges: {stock: avery-5392, start: 3, fill: rows}",
            {},
            ("badges", "4x3in", "n-up rows 2"),
        ),
        ("badges: {stock: avery-5392, impose: n-up}", {}, ("badges", "4x3in", "n-up rows 0")),
        ("badges: {impose: n-up, size: a6}", {}, ("badges", "a6", "n-up rows 0")),
        (
            "badges: {size: a6}",
            {"stock": "avery-5392", "start": 4},
            ("badges-4x3in", "4x3in", "cut-stack stack 3"),
        ),
        (
            "badges: {stock: avery-5392, start: 4}",
            {"stock": "a6-4up", "fill": "columns"},
            ("badges-a6", "a6", "n-up columns 0"),
        ),
        ("badges: {stock: avery-5392}", {"size": "a6"}, ("badges-a6", "a6", None)),
        ("badges: {stock: a6-4up}", {"editions": (Edition.SCREEN,)}, ("badges", "a6", None)),
    ],
)
def test_a_stock_chooses_the_size_and_the_command_line_goes_before(
    orders: str, wishes: dict[str, Any], found: tuple[str, str, str | None], write: Write
) -> None:
    made = job(write, orders, **wishes)
    sheets = made.sheets
    said = sheets and f"{sheets.scheme} {sheets.order} {sheets.start}"
    assert (made.name, made.size, said) == found


def test_a_booklet_is_marked_where_it_has_bleed(write: Write) -> None:
    made = job(write, "program: {impose: saddle, caliper: 0.1 mm}", "program")
    assert made.sheets
    assert (made.sheets.scheme, made.sheets.marks) == (Scheme.SADDLE, True)
    office = job(write, "program: {impose: saddle, shop: office}", "program")
    assert office.sheets
    assert not office.sheets.marks
    assert job(write, "{}", "program", impose="perfect").sheets


def test_a_named_order_has_the_sheets_of_its_product_if_its_size_is_that(write: Write) -> None:
    orders = """\
badges: {stock: avery-5392, start: 3}
orders:
  crew: {product: badges, where: {role: volunteer}, fill: columns}
  large: {product: badges, size: a6}
"""
    crew = job(write, orders, named="crew").sheets
    assert crew
    assert (crew.start, crew.order) == (0, CellOrder.COLUMNS)
    assert job(write, orders, named="large").sheets is None


@pytest.mark.parametrize(
    ("orders", "product", "said"),
    [
        (
            "badges: {stock: halves}",
            "badges",
            (
                "data/print.yaml:1:17: error stock: no size of the layout badges is as large as the"
                " cards of halves, 105 mm × 74 mm"
            ),
        ),
        (
            "badges: {stock: a6-4up, size: 4x3in}",
            "badges",
            (
                "data/print.yaml:1:31: error stock: 4x3in is not as large as the cards of a6-4up,"
                " 105 mm × 148 mm"
            ),
        ),
        (
            "program: {impose: saddle, sheet: a6}",
            "program",
            (
                "data/print.yaml:1:34: error stock: the sheet of 105 mm × 148 mm has no room for"
                " 2 × 1 pages of 5.5 in × 8.5 in"
            ),
        ),
    ],
)
def test_an_order_that_fits_no_sheet_is_refused_at_its_place(
    orders: str, product: str, said: str, write: Write
) -> None:
    with pytest.raises(InputError) as caught:
        job(write, orders, product)
    (problem,) = caught.value.problems
    assert str(problem).startswith(said)
    assert problem.hint


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"stock": "avery-1"}, 'no stock is called "avery-1"'),
        ({"stock": "halves"}, "no size of the layout badges is as large as the cards of halves"),
        ({"stock": "avery-5392", "size": "a6"}, "a6 is not as large as the cards of avery-5392"),
        ({"stock": "avery-5392", "start": 7}, "a sheet has 6 cells, and --start is 7"),
        ({"start": 2}, "there is no stock whose first cards could be used up"),
        ({"fill": "rows"}, "nothing is put on sheets"),
        (
            {"stock": "avery-5392", "editions": (Edition.SCREEN,)},
            "sheets are made of the print edition",
        ),
    ],
)
def test_what_the_command_line_asks_for_and_can_t_be_is_refused(
    wishes: dict[str, Any], said: str, write: Write
) -> None:
    with pytest.raises(UsageError, match=said):
        job(write, "{}", **wishes)
