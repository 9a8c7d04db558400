"""The trade's tables hold what the trade says, in points."""

import pytest
from pydantic import ValidationError

from mi_print.trade.shops import shops
from mi_print.trade.sizes import sizes
from mi_print.units import MAXIMUM, in_words, points


def test_inch_sizes_are_exact() -> None:
    assert (sizes()["letter"].width, sizes()["letter"].height) == (612, 792)
    assert (sizes()["half-letter"].width, sizes()["half-letter"].height) == (396, 612)


def test_iso_sizes_are_exact_in_millimetres() -> None:
    a4, a5 = sizes()["a4"], sizes()["a5"]
    assert (a4.width, a4.height) == (points("210 mm"), points("297 mm"))
    assert (a5.width, a5.height) == (points("148 mm"), points("210 mm"))


def test_every_size_fits_a_pdf_page_and_is_there_once() -> None:
    for size in sizes().values():
        assert 0 < size.width < MAXIMUM
        assert 0 < size.height < MAXIMUM
    assert len({(size.width, size.height) for size in sizes().values()}) == len(sizes())


def test_bleeds_are_what_shops_ask_for() -> None:
    assert shops()["generic-us"].bleed == 9
    assert shops()["generic-eu"].bleed == points("3 mm")


def test_the_default_shop_comes_first() -> None:
    assert next(iter(shops())) == "generic-us"


def test_booklets_are_sold_by_the_sheet() -> None:
    assert shops()["generic-us"].page_multiple == 4


def test_a_table_is_read_once_and_never_changed() -> None:
    assert sizes() is sizes()
    assert shops() is shops()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(sizes()["a4"], "width", 1)  # noqa: B010 - mypy knows better


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ("0.125 in", "0.125 in"),
        ("8.5 in", "8.5 in"),
        ("11 in", "11 in"),
        ("3 mm", "3 mm"),
        ("210 mm", "210 mm"),
        ("0.25 mm", "0.25 mm"),
        ("36 pt", "0.5 in"),
        ("0 mm", "0 in"),
    ],
)
def test_lengths_are_said_in_the_unit_they_are_short_in(length: str, words: str) -> None:
    assert in_words(points(length)) == words
