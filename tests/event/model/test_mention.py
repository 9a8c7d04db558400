"""How the data names somebody."""

import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from mi_print.event.model.mention import AuthorMention, Mention, PersonMention

BY_ID = TypeAdapter[Mention](PersonMention)
BY_NAME = TypeAdapter[Mention](AuthorMention)


@pytest.mark.parametrize(
    ("kind", "written", "person", "name", "text"),
    [
        (BY_ID, "ada", "ada", None, "ada"),
        (BY_ID, {"name": "Bo Sample"}, None, "Bo Sample", "Bo Sample"),
        (BY_ID, {"person": "ada"}, "ada", None, "ada"),
        (BY_NAME, "ada", None, "ada", "ada"),
        (BY_NAME, {"person": "ada"}, "ada", None, "ada"),
        (BY_NAME, {"name": "Bo  Sample "}, None, "Bo Sample", "Bo Sample"),
    ],
)
def test_a_bare_text_is_an_id_but_of_an_author_a_name(
    kind: TypeAdapter[Mention], written: object, person: str | None, name: str | None, text: str
) -> None:
    found = kind.validate_python(written)
    copy = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    for each in (found, copy):
        assert (each.person, each.name, str(each)) == (person, name, text)


def test_a_mention_keeps_what_is_said_of_somebody() -> None:
    said = {"name": "Bo van Sample", "given": "Bo", "family": "van Sample", "sort": "Sample"}
    found = BY_ID.validate_python(said | {"affiliation": "University of X", "lang": "nl"})
    copy = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    for each in (found, copy):
        assert {field: getattr(each, field) for field in said} == said
        assert (each.affiliation, each.lang, each.person) == ("University of X", "nl", None)


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (BY_ID, 7, "a number stands where an id of one of the people should; write it in quotes"),
        (BY_NAME, 7, "a number stands where a name should; write it in quotes"),
        (BY_NAME, ["Bo"], "a list stands where a name should; write it in quotes"),
        (BY_NAME, "  ", "this is empty; write it or take the key out"),
        (BY_ID, {}, "this names nobody; write a name, or person: and an id"),
        (BY_ID, {"affiliation": "X"}, "this names nobody; write a name, or person: and an id"),
        (
            BY_NAME,
            {"person": "ada", "name": "Ada"},
            '"ada" is taken for one of the people, who are written once; take out: name',
        ),
    ],
)
def test_what_names_nobody_is_told_what_it_was_taken_for(
    kind: TypeAdapter[Mention], written: object, said: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.validate_python(written)
    (fault,) = caught.value.errors()
    assert str(fault["ctx"]["error"]).startswith(said)
