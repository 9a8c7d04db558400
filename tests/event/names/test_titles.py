"""Titles and degrees are no part of a name; what only looks like one is."""

import pytest

from mi_print.event.names.titles import without_generation, without_titles


@pytest.mark.parametrize(
    "name",
    [
        "Dr. Ada Sample",
        "dr Ada Sample",
        "Dr.Ada Sample",
        "Prof. Dr. Dr. h.c. mult. Ada Sample",
        "Prof. Dr.-Ing. Ada Sample",
        "Dr. rer. nat. Ada Sample",
        "Univ.-Prof. Mag. Dr. Ada Sample, MSc",
        "Staatssekretärin a. D. Ada Sample",
        "Staatssekretärin a.D. Ada Sample",
        "Ms Ada Sample",
        "Sir Ada Sample, OBE, FRS",
        "Mme Ada Sample",
        "Dott.ssa Ada Sample",
        "Ing. Ada Sample, Ph.D., CSc.",
        "Doç. Dr. Ada Sample",
        "Ada Sample, M.D., Ph.D.",
        "Ada Sample PhD",
    ],
)
def test_a_title_is_taken_off(name: str) -> None:
    assert without_titles(name) == "Ada Sample"


@pytest.mark.parametrize(
    "name",
    [
        *("Dr.", "Drew Sample", "Sirin Sample", "Don Sample", "Pan Sample"),
        *("Gen Sample", "PD Sample", "D. Sample", "M. Sample", "Md Sample", "Jack Ma", "Bo Ba"),
        *("Ada Sample, Jr.", "Sample, Ada", "王小明", "Ada Dr"),
    ],
)
def test_a_name_is_left(name: str) -> None:
    assert without_titles(name) == name


def test_a_son_is_not_called_junior() -> None:
    assert [without_generation(f"Bo Sample{end}") for end in (", Jr.", " III", " Sr", "")] == [
        "Bo Sample"
    ] * 4
