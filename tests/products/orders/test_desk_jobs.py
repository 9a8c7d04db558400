"""When there is a pick-up list, and what its files are called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.desk_jobs import desk_jobs
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import BadgeRequest, Request

Write = Callable[[dict[str, str]], Path]

ORDERS = """\
badges: {size: a7, pick_up: true, shop: generic-eu}
orders:
  crew: {product: badges, where: {role: volunteer}}
  none: {product: badges, pick_up: false}
"""


@pytest.mark.parametrize(
    ("orders", "wishes", "files"),
    [
        ("{}", {}, []),
        ("{}", {"badges": BadgeRequest(pick_up=True)}, ["badges-pick-up"]),
        (ORDERS, {"size": "cr80"}, ["badges-pick-up"]),
        (ORDERS, {"stock": "a7-8up", "start": 3}, ["badges-pick-up"]),
        (ORDERS, {"named": "crew"}, ["badges-crew-pick-up"]),
        (ORDERS, {"named": "none"}, []),
        (ORDERS, {"badges": BadgeRequest(only=("a",))}, ["badges-pick-up-only"]),
    ],
)
def test_a_list_is_made_where_it_is_wanted(
    write: Write, orders: str, wishes: dict[str, object], files: list[str]
) -> None:
    project = write({"data/print.yaml": f"{orders}\n"})
    loaded = load_checked(project)
    found = desk_jobs(project, loaded, Request(project, **wishes))  # type: ignore[arg-type]
    assert [job.name for job in found] == files
    assert {(job.layout.name, job.size) for job in found} <= {("pick-up-list", "letter")}
    assert not any(job.sheets for job in found)


def test_no_order_is_called_as_the_list_is(write: Write) -> None:
    project = write({"data/print.yaml": "orders: {pick-up: {product: badges}}\n"})
    with pytest.raises(InputError, match="would be called as others are"):
        jobs("badges", project, load_checked(project), Request(project, named="pick-up"))
