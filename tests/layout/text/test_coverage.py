"""Characters that the bundled fonts lack are said."""

import pytest

from mi_print.event.located_texts import LocatedText
from mi_print.layout.text.coverage import check_coverage, uncovered


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Ḥasan Дмитро Ευαγγελία",
        "محمد נועם श्रीनिवास রবীন্দ্রনাথ အောင်ဆန်း",
        "张伟 張偉 龑䶮 山田タロウ 김민수",
        "ℓ₂ → ∞ ≈ ≠ × − ∑ ∂ ∇ ∈ ℝ 𝔼 𝒩 α β",
        "• ★ ☆ ✓ ✗ † ‡ … – — № ™ € ₹ \u00a0\u202f\u2009",
    ],
)
def test_what_names_and_titles_use_is_covered(text: str) -> None:
    assert uncovered(text) == []


@pytest.mark.parametrize("joiner", ["\u200d", "\u200c", "\u2060", "\ufe0f", "\ufe0e", "\u00ad"])
def test_what_needs_no_glyph_is_not_missed(joiner: str) -> None:
    assert uncovered(f"a{joiner}b") == []


def test_each_missing_character_is_named_once_in_order() -> None:
    assert uncovered("𓀀 a 👩‍💻 𓀀") == ["𓀀", "👩", "💻"]


def test_a_problem_says_where_and_what() -> None:
    texts = [
        LocatedText("Ada", "people[0].name", "data/workshop.yaml", 3, 9),
        LocatedText("Grace 🎉", "sessions[1].title", "data/workshop.yaml", 7, 11),
    ]
    (problem,) = check_coverage(texts)
    assert str(problem) == (
        "data/workshop.yaml:7:11: error glyph: sessions[1].title: '🎉' (U+1F389 PARTY POPPER)"
        " is in none of the fonts\n"
        "    write it another way; mi-print list fonts shows the scripts that there are"
    )
