"""Markdown, HTML, and emoji of abstracts, as plain text."""

import time

import pytest

from mi_print.importers.schedule.plain_text import without_emoji, without_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Head\nIt is **good** and *short*.", "Head\n\nIt is good and short."),
        ("See [here](https://example.org)<br>or <b>there</b>.", "See here\nor there."),
        ("Of samples:\n\n- one\n- two\n\nMore.", "Of samples:\n\none; two.\n\nMore."),
        ("1. Take.\n2. Give.", "1. Take. 2. Give."),
        ("<p>One</p><ul><li>a</li><li>b</li></ul>", "One\n\na; b."),
        ("A:\n\n```python\nassert x > 0\n```\n\n> No `bug`.", "A:\n\nassert x > 0\n\nNo bug."),
        (
            "| Font | Says |\n|---|---|\n| A | fine |\n| B | brave |",
            "Font, Says; A, fine; B, brave.",
        ),
        # What only looks like it.
        (
            "2*3*4, a_b_c, $x_i$, 1 * 2, A < B > C",
            "2*3*4, a_b_c, $x_i$, 1 * 2, A < B > C",
        ),
        ("``one'' and ``two''", "``one'' and ``two''"),
        ("1986. A year", "1986. A year"),
        ("vector<int> and ~5 km\nof it", "vector<int> and ~5 km\nof it"),
    ],
)
def test_markup(text: str, plain: str) -> None:
    assert without_markup(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("No dragons. \U0001f409", "No dragons."),
        ("A \U0001f469\u200d\U0001f4bb here", "A here"),
        ("\u2764\ufe0f and \u2605", "and \u2605"),
        ("Größe", "Größe"),
    ],
)
def test_emoji(text: str, plain: str) -> None:
    assert without_emoji(text) == plain


@pytest.mark.parametrize("unit", ["![", "[a](", "*a ", "> - ", "`", "<li>", "|a|b|\n|-|-|\n"])
def test_hostile_texts_take_no_time(unit: str) -> None:
    begun = time.process_time()
    for count in (10_000, 500_000):
        assert without_markup((unit * count)[:count]) is not None
    assert time.process_time() - begun < 1
