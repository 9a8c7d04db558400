"""Two lists of one paper's authors: what either says of them is put together."""

import pytest

from mi_print.importers.merging.people_lists import joined

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
    assert joined(ours, theirs) == both
