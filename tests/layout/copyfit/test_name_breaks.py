"""Lines end where a reader of names would end them."""

import pytest

from mi_print.layout.copyfit.name_breaks import (
    at_joints,
    at_ranks,
    at_spaces,
    at_words,
    divided_behind,
)


def parts(text: str) -> list[str]:
    return [part.strip() for part in at_spaces(text)]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Ada Lovelace", ["Ada", "Lovelace"]),
        ("John A. Smith", ["John", "A. Smith"]),
        ("J. R. R. Sample", ["J. R. R. Sample"]),
        ("A.-M. Example", ["A.-M. Example"]),
        ("Jean-P. Exemple", ["Jean-P.", "Exemple"]),
        ("Wm. Sample", ["Wm.", "Sample"]),
        ("Dr. Ada Sample", ["Dr. Ada", "Sample"]),
        ("Sam Sample Jr.", ["Sam", "Sample Jr."]),
        ("Rat a. D. Götz Muster", ["Rat a. D.", "Götz", "Muster"]),
        ("Prof. i. R. Ada Muster", ["Prof. i. R.", "Ada", "Muster"]),
        ("Anna D. Muster", ["Anna", "D. Muster"]),
        ("Sam Sample III", ["Sam", "Sample III"]),
        ("Łukasz Ż. Wzór", ["Łukasz", "Ż. Wzór"]),
        ("И. И. Иванов", ["И. И. Иванов"]),
        ("Jan van der Voorbeeld", ["Jan", "van der Voorbeeld"]),
        ("Van Sample", ["Van", "Sample"]),
        ("Ana Exemplo e Silva", ["Ana", "Exemplo", "e Silva"]),
        ("Wim van 't Voorbeeld", ["Wim", "van 't Voorbeeld"]),
        ("محمد بن سلمان", ["محمد", "بن سلمان"]),
        ("أحمد عبد الله", ["أحمد", "عبد الله"]),
        ("דוד בן גוריון", ["דוד", "בן גוריון"]),
        ("王小明", ["王小明"]),
        ("欧阳小明", ["欧阳小明"]),
        ("髙橋 花子", ["髙橋", "花子"]),
        ("남궁민수현우진", ["남궁민수현우진"]),
        ("a\u00a0b c", ["a\u00a0b", "c"]),
        ("สมชาย ใจดี", ["สมชาย", "ใจดี"]),
    ],
)
def test_where_a_name_may_break(name: str, wanted: list[str]) -> None:
    assert parts(name) == wanted
    assert "".join(at_spaces(name)) == name


def test_a_long_line_of_ideographs_breaks_but_not_before_its_stops() -> None:
    assert "".join(at_spaces("国立台湾大学、情報")) == "国立台湾大学、情報"
    assert "学、" in at_spaces("国立台湾大学、情報")
    assert "ャー" not in at_spaces("キャーーーーラ")


def test_letters_among_ideographs_stay_together() -> None:
    assert at_spaces("基于SAE的可解释性") == ["基", "于", "SAE", "的", "可", "解", "释", "性"]
    assert at_spaces("Wang王小明") == ["Wang王小明"]


def test_hyphens_slashes_and_dots_part_only_when_asked() -> None:
    assert at_spaces("Anne-Marie Muster-Probe") == ["Anne-Marie ", "Muster-Probe"]
    assert at_joints("Anne-Marie Muster-Probe") == ["Anne-", "Marie ", "Muster-", "Probe"]
    assert at_joints("サンプル・テスト") == ["サンプル・", "テスト"]


def test_an_initial_or_a_particle_stays_when_hyphens_part() -> None:
    assert at_joints("Ada von der Muster-Probe") == ["Ada ", "von der Muster-", "Probe"]
    assert at_joints("Pat A. M. Sample") == at_spaces("Pat A. M. Sample")
    assert at_words("Pat A. M. Ost-West") == ["Pat ", "A. ", "M. ", "Ost-", "West"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ulf Ost-", True),
        ("Ost-", False),
        ("von der Ost-", False),
        ("Ulf Ost", False),
        ("Nord – Ost –", False),
    ],
)
def test_a_word_divided_behind_others_is_told(line: str, *, wanted: bool) -> None:
    assert divided_behind(line) is wanted


def test_a_list_ends_its_lines_after_names_and_within_them_if_it_must() -> None:
    text = "Jan\u00a0van\u00a0Dam, Bo\u00a0Li-Oh"
    first = [("Jan ", 2), ("van ", 2), ("Dam, ", 3)]
    assert list(at_ranks(text)) == [*first, ("Bo ", 2), ("Li-", 1), ("Oh", 3)]
    letters = list(at_ranks(text, letters=True))
    assert "".join(part for part, _ in letters) == "Jan van Dam, Bo Li-Oh"
    assert letters[:4] == [("J", 0), ("a", 0), ("n", 0), (" ", 2)]
