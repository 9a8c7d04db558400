"""Names in forms: what is put right, and what is left as it is."""

import pytest

from mi_print.importers.attendees.person_names import put_right


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        (("", "Ada", "Sample"), ("Ada Sample", "Ada", "Sample")),
        (("Ada Sample", "", ""), ("Ada Sample", "", "")),
        (("", "Ada Sample", "Ada Sample"), ("Ada Sample", "", "")),
        (("", "Ada Sample", "Sample"), ("Ada Sample", "Ada", "Sample")),
        (("", "Ada", "Ada Sample"), ("Ada Sample", "Ada", "Sample")),
        (("Sample, Bo", "", ""), ("Bo Sample", "Bo", "Sample")),
        (("ADA VON SAMPLE", "", ""), ("Ada von Sample", "", "")),
        (("Ada SAMPLE", "", ""), ("Ada SAMPLE", "", "")),
        (("", "Ada", "VON SAMPLE"), ("Ada von Sample", "Ada", "von Sample")),
        (("", "Ada", "XU"), ("Ada XU", "Ada", "XU")),
        (("", "", "Madonna"), ("Madonna", "", "Madonna")),
        (("bell sample", "", ""), ("bell sample", "", "")),
        (("Ada Sample and Bo Sample", "", ""), ("Ada Sample and Bo Sample", "", "")),
        (("", "", ""), ("", "", "")),
    ],
)
def test_names(fields: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    found, notes = put_right(dict(zip(("name", "given", "family"), fields, strict=True)))
    assert found == right
    assert bool(notes) == (right[0] not in {fields[0], " ".join(filter(None, fields))})


def test_particles_stand_before_the_family_name() -> None:
    found, (note,) = put_right({"given": "Karl von", "family": "der Sample"})
    assert found == ("Karl von der Sample", "Karl", "von der Sample")
    assert note.rule == "name-parts"
