"""Items fill columns in their order, as low as they can."""

from mi_print.products.flyer.columns import filled, poured
from mi_print.products.flyer.set_items import SetItem


def items(*counts: int, above: int = 0) -> list[SetItem]:
    return [
        SetItem([f"{number}.{line}" for line in range(count)], [], above=above if number else 0)
        for number, count in enumerate(counts)
    ]


def counts(columns: list[list[SetItem]]) -> list[list[int]]:
    return [[len(item.lines) for item in column] for column in columns]


def test_a_list_is_divided_between_its_items() -> None:
    assert counts([list(c) for c in filled(items(1, 1, 1, 1, 1), 2)]) == [[1, 1, 1], [1, 1]]
    assert counts([list(c) for c in filled(items(1, 3, 1, 1), 2)]) == [[1, 3], [1, 1]]
    assert counts([list(c) for c in filled(items(1), 3)]) == [[1]]


def test_running_text_is_divided_between_its_lines_but_leaves_none_alone() -> None:
    found = [list(column) for column in poured(items(7, above=1), 2)]
    assert counts(found) == [[4], [3]]
    assert counts([list(c) for c in poured(items(3), 2)]) == [[3]]
    lines = [line for column in found for item in column for line in item.lines]
    assert lines == [f"0.{line}" for line in range(7)]


def test_a_column_does_not_begin_with_a_free_line() -> None:
    for column in poured(items(4, 4, 4, above=1), 3):
        assert [item.above for item in column][:1] == [0]
