"""Which of many like documents are laid out: those with the longest texts, while any is wrong."""

import pytest

from mi_print.layout.typeset.longest import lay_out_longest, letters, texts_of


def of(*texts: str) -> list[tuple[str, str]]:
    return [("title", text) for text in texts]


def laid_out(documents: list[list[tuple[str, str]]], wrong: set[int], most: int = 1000) -> set[int]:
    seen: set[int] = set()

    def lay_out(number: int) -> bool:
        seen.add(number)
        return number not in wrong

    left = lay_out_longest(documents, lay_out, most)
    assert seen.isdisjoint(left)
    assert seen | set(left) == {number for number, each in enumerate(documents) if each}
    return seen


@pytest.mark.parametrize(
    ("documents", "wrong", "expected"),
    [
        ([of("short"), of("longer than that"), of("short too")], set(), {1}),
        ([of("a b c d e f g h"), of("onelongword")], set(), {0, 1}),
        ([of("longest of all"), of("long as well"), of("long")], {0}, {0, 1}),
        ([of("of the same length"), of("of the same lengths")], set(), {1}),
        ([of("title"), [("author", "a name")]], set(), {0, 1}),
        ([of("text"), []], set(), {0}),
        ([], set(), set()),
    ],
    ids=["length", "word", "wrong", "a tenth", "element", "empty", "none"],
)
def test_none_is_left_out_that_is_longer_than_what_fits(
    documents: list[list[tuple[str, str]]], wrong: set[int], expected: set[int]
) -> None:
    assert laid_out(documents, wrong) == expected


def test_no_more_letters_are_laid_out_than_may_be() -> None:
    documents = [of("x" * 40), of("x" * 30), of("x" * 20)]
    assert laid_out(documents, {0, 1, 2}, most=65) == {0, 2}


def test_texts_are_known_by_tag_and_class() -> None:
    html = '<h1 class="a b" id="c">One &amp; two</h1><style>p {}</style><p> <b>three</b> four</p>'
    assert texts_of(html) == [("h1 a b", "One &amp; two"), ("b", "three"), ("/b", "four")]
    assert letters(texts_of(html)) == 22
