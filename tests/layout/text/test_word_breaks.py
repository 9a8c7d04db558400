"""Lines end at spaces, and between Chinese and Japanese characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mi_print.layout.text.word_breaks import address_parts, at_letters, parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("state-of-the-art 3D nets", ["state-of-the-art ", "3D ", "nets"]),
        ("딥 러닝", ["딥 ", "러닝"]),
        ("深層学習、入門。", ["深", "層", "学", "習、", "入", "門。"]),
        ("「ニューラル」の理解", ["「ニューラル」", "の", "理", "解"]),
        ("GPT-4の検証 (再)", ["GPT-4", "の", "検", "証 ", "(再)"]),
        ("A – B, c - d", ["A – ", "B, ", "c - ", "d"]),
        ("", [""]),
        (" a", [" ", "a"]),
    ],
)
def test_a_text_is_parted_where_a_line_may_end(text: str, found: list[str]) -> None:
    assert parts(text) == found


@given(st.text(" aé。「日本ータ한"))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(parts(text)) == text


def test_letters_keep_their_marks() -> None:
    assert at_letters("น้ำใจ") == ["น้ำ", "ใจ"]
    assert at_letters("क्षमा") == ["क्षमा"[:3], "मा"]
    assert "".join(at_letters("शृंगार ළු")) == "शृंगार ළු"


@pytest.mark.parametrize(
    ("most", "found"),
    [
        (13, ["example.org/", "a-long_paper/", "x"]),
        (12, ["example.org/", "a-", "long_", "paper/", "x"]),
        (8, ["example", ".org/", "a-", "long_", "paper/", "x"]),
        (5, ["e", "x", "a", "m", "p", "l", "e", ".org/", "a-", "long_", *"paper/", "x"]),
    ],
)
def test_an_address_is_parted_no_more_than_it_must(most: int, found: list[str]) -> None:
    assert address_parts("example.org/a-long_paper/x", lambda part: len(part) <= most) == found
