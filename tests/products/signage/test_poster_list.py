"""Lists of papers fill their sheets: in large type, or on several of them."""

import pytest

from mi_print.event.queries import poster_sessions
from mi_print.products.signage.poster_columns import PosterListArea, PosterListContent
from mi_print.products.signage.poster_list import (
    SCALES,
    PosterListPage,
    PosterLists,
    poster_list_page,
)
from tests.products import made_up
from tests.products.made_up import EVERYBODY, POSTERS, TITLE, paper, session

CONTEXT = made_up.context("24x36in", "poster-lists")
ROOM = PosterListArea(3, 504, 2034, head=69, above=4.75, below=6, mark=31, gutter=36)
LATER = session("later", "15:00", "16:00", "posters")


def shown(count: int, posters: str = "posters", run: int = 10) -> list[made_up.Row]:
    """Return papers on the boards of a session, so many of a topic side by side."""
    return [
        paper(
            f"{posters}-{n}",
            n,
            session=posters,
            title=TITLE,
            authors=EVERYBODY[:6],
            category=f"Topic {n // run % 7}",
        )
        for n in range(1, count + 1)
    ]


def lists(*papers: list[made_up.Row]) -> list[list[PosterListPage]]:
    """Return the sheets of each session that has papers."""
    event = made_up.event([POSTERS, LATER], [each for some in papers for each in some])
    found = poster_sessions(event)
    made = PosterLists([PosterListContent(each, CONTEXT) for each in found])
    return [made.pages(each, ROOM) for each in found]


def boards(pages: list[PosterListPage]) -> list[object]:
    columns = [column for page in pages for column in page.columns]
    return [item.paper.board for column in columns for item in column if item.paper]


@pytest.mark.parametrize(
    ("count", "least", "most", "columns"),
    [(1, 4, 4.1, 1), (6, 2.5, 3.5, 1), (12, 1.4, 2.5, 2), (60, 0.8, 1.1, 3), (95, 0.7, 0.85, 3)],
)
def test_a_list_is_as_large_as_its_sheet_allows(
    count: int, least: float, most: float, columns: int
) -> None:
    ((page,),) = lists(shown(count))
    assert least <= page.scale <= most
    assert len(page.columns) <= columns
    assert boards([page]) == list(range(1, count + 1))
    assert page.excess == 0
    ends = [column[-1].top + column[-1].height for column in page.columns]
    assert max(ends) == pytest.approx(ROOM.height - page.left)
    assert page.left < 0.07 * ROOM.height or page.scale == SCALES[0]


@pytest.mark.parametrize("count", [11, 29, 30, 31, 60, 170])
def test_no_column_ends_with_a_topics_head(count: int) -> None:
    (pages,) = lists(shown(count))
    assert all(column[-1].paper for page in pages for column in page.columns)


@pytest.mark.parametrize("count", [150, 280])
def test_further_sheets_take_what_one_has_no_room_for(count: int) -> None:
    (pages,) = lists(shown(count))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {page.count for page in pages} == {len(pages)}
    assert len({page.scale for page in pages}) == 1
    assert boards(pages) == list(range(1, count + 1))
    assert [page.posters.boards for page in pages] == [
        (here[0], here[-1]) for here in (boards([page]) for page in pages)
    ]
    for page in pages:
        first = page.columns[0][0]
        assert first.topic
        assert first.block.papers
        again = first.topic.lines[-1].endswith("(continued)")
        assert again == (page.columns[0][1].paper != first.block.papers[0])


def test_lists_that_hang_beside_each_other_have_one_size() -> None:
    ((first,), (second,)) = lists(shown(80), shown(95, "later"))
    assert first.scale == second.scale < 0.85
    ((first,), (second,)) = lists(shown(8), shown(95, "later"))
    assert first.scale > 1.5 > second.scale


def test_scattered_topics_are_marks_at_the_papers() -> None:
    ((page,),) = lists(shown(30, run=2))
    assert boards([page]) == list(range(1, 31))
    heads = [item for column in page.columns for item in column if not item.paper]
    assert len(heads) == 1
    assert [lines.lines for _, lines, _ in heads[0].topics] == [[f"Topic {n}"] for n in range(7)]
    assert all(item.marked for column in page.columns for item in column if item.paper)


def test_lists_of_before_stay_on_one_sheet() -> None:
    (found,) = poster_sessions(made_up.event([POSTERS], shown(200)))
    page = poster_list_page(found, CONTEXT, ROOM)
    assert page.excess > 100
    assert page.scale == SCALES[-1]
    (found,) = poster_sessions(made_up.event([POSTERS], shown(2)))
    assert 1.5 < poster_list_page(found, CONTEXT, ROOM).scale < 1.6
