"""Of very many records a check fits those that fit worst, whatever makes them so."""

import random

import pytest

from mi_print.products.variable_data.record_texts import RecordTexts
from mi_print.products.variable_data.widest_records import EXACT, share_left, widest

COUNT = EXACT + 1_000


def crowd() -> list[RecordTexts]:
    draw = random.Random(3)  # noqa: S311 - a sample
    return [
        ("attendee", ["".join(draw.choices("abcdeilmo ", k=8)), "Sample Lab", ""])
        for _ in range(COUNT)
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("attendee", ["Wilhelmina " * 3, "Sample Lab", ""]),  # wide
        ("attendee", ["Mmmmmmmmmmmm", "Sample Lab", ""]),  # one wide word
        ("attendee", ["Ada", "Institute for Samples of Examples", ""]),  # in another field
        ("attendee", ["Ada", "", ""]),  # a field is not there
        ("attendee", ["Ada", "Sample Lab", "she/her"]),  # a field is there
        ("speaker", ["Ada", "Sample Lab", ""]),  # another master
        ("attendee", ["Ễ", "Sample Lab", ""]),  # tall
        ("attendee", ["q\u0303\u0323", "Sample Lab", ""]),  # with marks
        ("attendee", ["见本", "Sample Lab", ""]),  # another script
    ],
)
def test_what_fits_worse_than_the_others_is_fitted(texts: RecordTexts) -> None:
    records = crowd()
    records[4_321] = texts
    found = widest(records, COUNT)
    assert 4_321 in found
    assert len(found) < COUNT / 4


def test_of_a_few_all_are_fitted() -> None:
    records = crowd()[:EXACT]
    assert list(widest(records, EXACT)) == list(range(EXACT))
    assert share_left(range(EXACT), EXACT, "badges") == ()


def test_records_that_are_each_of_a_kind_have_an_end() -> None:
    records = [(number, texts) for number, (_, texts) in enumerate(crowd())]
    found = widest(records, COUNT, most=100)
    assert len(found) == 100
    assert share_left(found, COUNT, "badges") == (f"{COUNT - 100} of {COUNT} badges",)
