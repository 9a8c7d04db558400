"""Two lists of one paper's authors: what either says of them is put together."""

import pytest

from mi_print.importers.merging.joined_values import as_in_the_data, joined, placed

ADA, BO = "Ada Sample", {"name": "Bo Sample", "affiliation": "Sample Works"}


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ([ADA], [ADA], [ADA]),
        ([ADA, "Bo Sample"], [ADA, BO], [ADA, BO]),
        ([ADA, BO], [ADA, "Bo Sample"], [ADA, BO]),
        (
            [{"name": "Bo Sample", "family": "Sample"}],
            [BO],
            [{"name": "Bo Sample", "family": "Sample", "affiliation": "Sample Works"}],
        ),
        ([BO], [{"name": "Bo Sample", "affiliation": "Elsewhere"}], None),
        ([ADA], [ADA, BO], None),
        ([ADA, BO], [BO, ADA], None),
        ([ADA], ["Ada Sampel"], None),
        ([{"person": "ada"}], [ADA], None),
        ([{"person": "ada"}, "Bo Sample"], [{"person": "ada"}, BO], [{"person": "ada"}, BO]),
        (None, [ADA], None),
        ("Ada", "Ada", None),
    ],
)
def test_two_lists(ours: object, theirs: object, both: object) -> None:
    assert joined("authors", ours, theirs) == both


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ({"a": 1}, {"a": None}, {"a": 1}),
        ({"a": None}, {"a": 1, "b": 2}, {"a": 1, "b": 2}),
        ({"a": 1, "b": None}, {"b": 2}, {"a": 1, "b": 2}),
        ({"a": 1}, {"a": 2}, None),
        ({"a": 1}, {"b": 1}, None),
        (None, {"a": 1}, None),
    ],
)
def test_two_places(ours: object, theirs: object, both: object) -> None:
    assert joined("placed", ours, theirs) == both
    assert joined("title", ours, theirs) is None


@pytest.mark.parametrize(
    "paper",
    [
        {"id": "1", "session": "a", "board": 1},
        {"id": "1", "session": "a"},
        {"id": "1", "boards": {"a": 1, "b": None}},
        {"id": "1"},
    ],
)
def test_a_paper_comes_back_as_it_was(paper: dict[str, object]) -> None:
    assert as_in_the_data(placed(paper)) == paper
