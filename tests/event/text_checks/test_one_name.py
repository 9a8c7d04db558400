"""Several names in one, the family name first, and what only looks so."""

import pytest

from mi_print.event.text_checks.one_name import one_name


def said_of(text: str, *, in_list: bool = False, typed: bool = True) -> tuple[str, str, str] | None:
    note = one_name(text, in_list=in_list, typed=typed)
    return note.said if note else None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Sample, Ole Sample and Eva Sample", "Ida Sample; Ole Sample; Eva Sample"),
        ("Ida Sample, Ole Sample, and Eva Sample", "Ida Sample; Ole Sample; Eva Sample"),
        ("Ida Sample & Ole Sample", "Ida Sample; Ole Sample"),
        ("Ida Muster und Ole Muster", "Ida Muster; Ole Muster"),
        ("Ida Modèle et Ole Modèle", "Ida Modèle; Ole Modèle"),
        ("Ida and Ole Sample", "Ida Sample; Ole Sample"),
        ("Sample, Ida and Sample, Ole", "Ida Sample; Ole Sample"),
        ("Sample, I.; Sample, O. P.", "I. Sample; O. P. Sample"),
        ("Ida van der Sample, Ole Sample, Jr.", "Ida van der Sample; Ole Sample, Jr."),
        ("Ida Sample, PhD, Ole Sample", "Ida Sample, PhD; Ole Sample"),
    ],
)
def test_several_names(text: str, names: str) -> None:
    said = f'"{text}" stands as one name'
    assert said_of(text, in_list=True, typed=False) == ("one-name", said, f'write "{names}"')
    listed = f"write [{names.replace(';', ',')}]"
    assert said_of(text, in_list=True) == ("one-name", said, listed)
    alone = "write one name here: each person has an entry"
    assert said_of(text) == ("one-name", said, alone)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sample, Bo", "Bo Sample"),
        ("Sample, Bo B.", "Bo B. Sample"),
        ("van der Sample, Bo", "Bo van der Sample"),
        ("Sample-Muster, Bo", "Bo Sample-Muster"),
    ],
)
def test_a_family_name_first(text: str, name: str) -> None:
    said = f'"{text}" has the family name first'
    assert one_name(text) == ("one-name", said, f'write "{name}"', name)


@pytest.mark.parametrize(
    "text",
    [
        *("Bo Sample", "Sammy Davis, Jr.", "Bo Sample, PhD", "Bo Sample, M.D., Ph.D.", "Bo, III"),
        *("Group A and B Collaboration", "The Sample Collaboration, for the Team", "Ida and Ole"),
        *("José Ortega y Gasset", "Costa e Silva", "Sample Inc., Boston", "Ida Sample et al."),
        *("University of Samples, Dept. of X", "Kiesel & Söhne", "3Blue, 1Brown", "王小明"),
    ],
)
def test_one_name_is_left_alone(text: str) -> None:
    assert one_name(text, in_list=True) is None
