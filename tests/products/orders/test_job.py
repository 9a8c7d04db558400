"""Which layout, size and shop a product gets."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError, UsageError
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job, resolve
from mi_print.products.orders.product_jobs import check_orders
from mi_print.products.orders.request import Request
from mi_print.trade.sizes import sizes

Write = Callable[[dict[str, str]], Path]

SHOPS = "generic-us, generic-eu, gelato, mixam, saxoprint, badge-maker, cr80, large-format, office"


def job(project: Path, product: str = "cfp", **wishes: str) -> Job:
    return resolve(product, project, load_checked(project), Request(project, **wishes))  # type: ignore[arg-type]


def test_the_order_names_size_and_shop(write: Write) -> None:
    found = job(write({}))
    assert (found.size, found.shop.about, found.name) == (
        "a5",
        "Sheetfed printers in Europe",
        "cfp",
    )


def test_the_command_line_goes_before_the_order(write: Write) -> None:
    found = job(write({}), size="letter", shop="generic-us")
    assert (found.size, found.shop.bleed, found.name) == ("letter", 9, "cfp-letter")


def test_the_ordered_size_named_again_changes_no_name(write: Write) -> None:
    assert job(write({}), size="a5").name == "cfp"


def test_without_an_order_the_first_of_everything_is_taken(write: Write) -> None:
    found = job(write({"data/print.yaml": "program: {quantity: 1}\n"}))
    assert (found.size, found.shop.bleed, found.name) == ("letter", 9, "cfp")


@pytest.mark.parametrize(
    ("orders", "shop"),
    [
        ("format: a4\n", "Sheetfed printers in Europe"),
        ("format: letter\n", "Sheetfed printers in the US"),
        ("format: a4\ncfp: {shop: gelato}\n", "Gelato, digital presses all over the world"),
    ],
)
def test_the_format_names_the_shop_where_nothing_else_does(
    write: Write, orders: str, shop: str
) -> None:
    assert job(write({"data/print.yaml": orders})).shop.about == shop


def test_the_grid_is_that_of_the_trim(write: Write) -> None:
    grid = job(write({}), size="letter").grid
    assert (grid.width, grid.height, grid.measure) == (612, 792, 572)


def test_an_order_may_name_another_layout(write: Write) -> None:
    project = write({"data/print.yaml": "cfp: {layout: second}\n"})
    (project / "layouts" / "cfp").rename(project / "layouts" / "second")
    assert job(project).layout.folder == project / "layouts" / "second"


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (
            "cfp:\n  size: a3\n",
            (
                'data/print.yaml:2:9: error size: no size for cfp is called "a3"\n'
                "    there are: letter, a5"
            ),
        ),
        (
            "cfp:\n  shop: corner\n",
            (
                'data/print.yaml:2:9: error shop: no shop for cfp is called "corner"\n'
                f"    there are: {SHOPS}"
            ),
        ),
        (
            "cfp:\n  layout: modern\n",
            (
                'data/print.yaml:2:11: error layout: no layout for cfp is called "modern"\n'
                "    there are: cfp"
            ),
        ),
        (
            "cfp:\n  layout: program\n",
            (
                "data/print.yaml:2:11: error layout: program is a layout of program, not of cfp\n"
                "    name another, or take the key out for the layout cfp"
            ),
        ),
        (
            "cfp:\n  size: a3\n  shop: corner\n",
            (
                'data/print.yaml:2:9: error size: no size for cfp is called "a3"\n'
                "    there are: letter, a5\n"
                'data/print.yaml:3:9: error shop: no shop for cfp is called "corner"\n'
                f"    there are: {SHOPS}"
            ),
        ),
    ],
)
def test_an_order_for_what_there_is_not_is_said_where_it_stands(
    write: Write, order: str, message: str
) -> None:
    project = write({"data/print.yaml": order})
    with pytest.raises(InputError) as wrong:
        job(project)
    assert str(wrong.value) == message
    assert "\n".join(map(str, check_orders(project, load_checked(project)))) == message


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"size": "a3"},
            'error usage: no size is called "a3"\n    the layout cfp is made for: letter, a5',
        ),
        (
            {"shop": "corner"},
            f'error usage: no shop is called "corner"\n    there are: {SHOPS}',
        ),
    ],
)
def test_a_wish_for_what_there_is_not_is_a_mistake_of_use(
    write: Write, asked: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError) as wrong:
        job(write({}), **asked)
    assert str(wrong.value) == message


def test_a_layout_for_a_size_that_the_trade_has_not_is_wrong(write: Write) -> None:
    project = write({})
    manifest = project / "layouts" / "cfp" / "layout.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("a5:", "a55:"), "utf-8")
    with pytest.raises(InputError) as wrong:
        job(project)
    assert str(wrong.value) == (
        "layouts/cfp/layout.yaml: error size: no size is called a55\n"
        f"    the trade's sizes are: {', '.join(sizes())}"
    )


def test_characters_that_no_font_has_are_problems_of_the_data(write: Write) -> None:
    project = write({})
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    workshop.write_text(text.replace("Small Workshop", "Small \N{GRINNING FACE}"), "utf-8")
    loaded = load_checked(project)
    assert loaded.event is None
    assert [(p.rule, p.file, p.line) for p in loaded.problems] == [
        ("glyph", "data/workshop.yaml", 1)
    ]
