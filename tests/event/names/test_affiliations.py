"""Which affiliations are of one place."""

import pytest

from mi_print.event.names.affiliations import differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MIT", None),
        ("MIT", "mit"),
        ("MIT", "MIT, Cambridge"),
        ("MIT", "Massachusetts Institute of Technology"),
        ("UC Berkeley", "University of California, Berkeley"),
        ("TU München", "Technische Universität München"),
        ("Université de Montréal", "Universite de Montreal"),
        ("Sample", "Sample Inc."),
        ("The University of Samples", "University of Samples"),
        ("University of Samples", "University of Samples, Dept. of X"),
        ("北京大学", "北京大学"),
    ],
)
def test_one_place(one: str, other: str | None) -> None:
    assert not differ(one, other)
    assert not differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MIT", "Bakery"),
        ("University of Oxford", "University of Cambridge"),
        ("UC Davis", "University College London"),
        ("Sample Inc.", "Example Inc."),
        ("北京大学", "清华大学"),
    ],
)
def test_two_places(one: str, other: str) -> None:
    assert differ(one, other)
    assert differ(other, one)
