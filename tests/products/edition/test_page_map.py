"""Which record stands on which page, and the other way round."""

import pickle

import pytest

from mi_print.products.edition.page_map import PageMap


@pytest.mark.parametrize("sides", [1, 2, 3])
def test_every_page_is_one_side_of_one_record(sides: int) -> None:
    pages = PageMap(("ada", "bob", "eve"), sides)
    assert len(pages) == 3 * sides
    assert [page for record in range(3) for page in pages.of(record)] == list(
        range(1, len(pages) + 1)
    )
    for record in range(3):
        for side in range(1, sides + 1):
            assert pages.at(pages.page(record, side)) == (record, side)


def test_a_record_has_no_further_side() -> None:
    pages = PageMap(("ada", "bob"), 2)
    assert list(pages.of(1)) == [3, 4]
    with pytest.raises(IndexError):
        pages.page(0, 3)


def test_a_file_that_is_no_series_is_one_record() -> None:
    assert list(PageMap(("program",), 48).of(0)) == list(range(1, 49))


def test_it_goes_to_other_processes() -> None:
    for pages in (PageMap(("ada",), 2), PageMap(range(4), 1)):
        assert pickle.loads(pickle.dumps(pages)) == pages  # noqa: S301 - our own
