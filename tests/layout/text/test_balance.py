"""Titles break into even lines, over every title of the workshop."""

from itertools import pairwise

import pytest

from mi_print.layout.text.balance import Division, Measure, balanced, greedy, held
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.word_breaks import parts
from tests.made import workshop_event

BOLD = Face("Inter", 8.5, 11, 600)
LARGE = Face("Inter", 17, 22, 600, -0.014)


TITLES = [paper.title for paper in workshop_event().papers]


def length(text: str) -> float:
    return float(len(text))


def test_greedy_fills_line_after_line() -> None:
    assert greedy(["aa ", "bb ", "cc"], 5, length) == ["aa bb", "cc"]
    assert greedy(["aa ", "bb ", "cc"], 4, length) == ["aa", "bb", "cc"]
    assert greedy(["a/", "b/", "c"], 4, length) == ["a/b/", "c"]


@pytest.mark.parametrize("width", [0, 1, 3, 7, 20, 61, 400])
@pytest.mark.parametrize("wide", [length, lambda text: text.count("W") * 5.0 + len(text)])
def test_greedy_takes_as_many_pieces_as_fit(width: float, wide: Measure) -> None:
    pieces = [f"{'W' if n % 7 == 0 else 'i' * (n * 13 % 9 + 1)} " for n in range(90)]
    lines = greedy(pieces, width, wide)
    assert " ".join(lines) == "".join(pieces).rstrip()
    for line, after in pairwise(lines):
        assert wide(line) <= width or " " not in line
        assert wide(f"{line} {after.split()[0]}") > width


def test_nothing_is_one_empty_line() -> None:
    assert greedy([], 5, length) == [""]
    assert greedy([""], -5, length) == [""]


def test_a_piece_too_wide_has_a_line_of_its_own() -> None:
    assert greedy(["a ", "wwwwwwww ", "b"], 4, length) == ["a", "wwwwwwww", "b"]


def test_a_word_stays_whole_where_nothing_divides_it() -> None:
    words = Division.WORDS
    assert balanced("Zusammengesetzt", 10, BOLD, division=words) == ["Zusammengesetzt"]
    assert balanced("Zusammengesetzt", 40, BOLD, "ja", Division.HYPHENS) == ["Zusammengesetzt"]


def test_more_lines_than_there_is_room_for_are_as_many_uneven() -> None:
    for title in TITLES[:20]:
        even = balanced(title, 120, BOLD)
        assert balanced(title, 120, BOLD, most=len(even)) == even
        filled = balanced(title, 120, BOLD, most=len(even) - 1)
        assert len(filled) == len(even)
        assert "".join(filled).replace(" ", "") == "".join(even).replace(" ", "")


def test_a_word_that_no_rule_divides_is_broken_between_letters() -> None:
    lines = balanced("عبدالرحمنالمستقبليالعجيب of XGPTRNETVA128", 60, BOLD, "en")
    assert "".join(lines).replace(" ", "") == "عبدالرحمنالمستقبليالعجيبofXGPTRNETVA128"
    assert all(measure(line, BOLD).width <= 60 for line in lines)


COMPOUND = "Geschwindigkeitsüberwachungsanlagen"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (COMPOUND, 200, [COMPOUND]),
        (COMPOUND, 120, ["Geschwindigkeits-", "überwachungsanlagen"]),
        (
            f"Neue {COMPOUND} im Land",
            120,
            ["Neue Geschwindigkeits-", "überwachungsanlagen", "im Land"],
        ),
        (f"{COMPOUND}-Testfeld", 170, ["Geschwindigkeits-", "überwachungsanlagen-Testfeld"]),
        (COMPOUND, 60, ["Geschwin-", "digkeitsüber-", "wachungs-", "anlagen"]),
    ],
)
def test_a_word_wider_than_a_line_is_divided_and_no_other(
    text: str, width: float, lines: list[str]
) -> None:
    assert balanced(text, width, BOLD, "de") == lines


def test_a_name_gets_no_hyphen() -> None:
    name = "Maximiliane\u00a0Beispiel-Mustermann"
    joints = balanced(name, 70, BOLD, "de", Division.JOINTS)
    assert joints == ["Maximiliane", "Beispiel-", "Mustermann"]


def test_lines_come_out_even() -> None:
    face = Face("Inter", 10, 12)
    assert greedy(parts("one two three four"), 66, lambda t: measure(t, face).width)[-1] == "four"
    assert balanced("one two three four", 66, face) == ["one two", "three four"]


@pytest.mark.parametrize("face", [BOLD, LARGE])
@pytest.mark.parametrize("width", [120.0, 214.5, 275.0, 440.0])
def test_all_titles_of_the_workshop(face: Face, width: float) -> None:
    assert len(TITLES) == 187

    def measured(text: str) -> float:
        return measure(text, face).width

    for title in TITLES:
        lines = balanced(title, width, face, division=Division.WORDS)
        plain = greedy(parts(title), width, measured)
        assert " ".join(lines) == title
        if all(measured(word.rstrip()) <= width for word in parts(title)):
            assert len(lines) == len(plain), f"{title}: as many lines as it needs"
            assert max(map(measured, lines)) <= width, f"{title}: none wider than the measure"
        assert len(lines) <= len(plain)
        assert max(map(measured, lines)) <= max(map(measured, plain))


@pytest.mark.parametrize("width", [214.5, 275.0, 440.0])
def test_no_title_ends_on_one_short_word_that_could_have_company(width: float) -> None:
    """A last line is a single word only if the word before it fits on no other division."""

    def measured(text: str) -> float:
        return measure(text, BOLD).width

    alone = []
    for title in TITLES:
        lines = balanced(title, width, BOLD)
        if len(lines) < 2 or " " in lines[-1]:
            continue
        *rest, last = parts(title)
        joined = greedy([*rest[:-1], f"{rest[-1]}{last}"], width, measured)
        if len(joined) == len(lines) and measured(last) < 0.2 * width:
            alone.append(lines)
    assert alone == []


def test_two_lines_are_as_even_as_words_allow() -> None:
    for title in TITLES:
        lines = balanced(title, 275, BOLD)
        if len(lines) == 2:
            pieces = parts(title)
            widest = min(
                max(
                    measure("".join(part).rstrip(), BOLD).width
                    for part in (pieces[:at], pieces[at:])
                )
                for at in range(1, len(pieces))
            )
            found = max(measure(line, BOLD).width for line in lines)
            assert found == pytest.approx(widest, abs=0.06)


def test_the_lines_of_one_title_follow_each_other_at_every_width() -> None:
    counts = [len(balanced(TITLES[0], width, BOLD)) for width in range(60, 400, 20)]
    assert all(wide <= narrow for narrow, wide in pairwise(counts))
    assert counts[-1] == 1


@pytest.mark.parametrize(
    ("name", "width", "as_set"),
    [
        ("Ada Mary-Ann Example", 200, "Ada\xa0Mary-\u2060Ann\xa0Example"),
        ("Ada Mary-Ann Example", 60, "Ada Mary-Ann Example"),
        ("Ada Bartholomäusdóttir,", 60, "Ada Bartholom\u200bäusdóttir,"),
        ("อาดาตัวอย่างสมมุติเทคโน, B", 60, "อาดาตัวอย่าง\u200bสมมุติเทคโน, B"),
    ],
)
def test_a_name_breaks_only_where_it_is_wider_than_a_line(
    name: str, width: float, as_set: str
) -> None:
    assert held(name, width, BOLD) == as_set


def test_no_line_begins_with_the_comma_behind_a_name() -> None:
    name = "Bartholomäusdóttir"
    width = measure(name, BOLD).width
    assert held(name, width, BOLD) == name
    assert held(f"{name},", width, BOLD) == "Bartholom\u200bäusdóttir,"


def test_japanese_with_spaces_is_broken_there_if_that_takes_no_more_lines() -> None:
    text = "小さな計測の会 第七回"
    wide = measure("小さな計測の会 第", LARGE).width
    assert balanced(text, wide, LARGE, "ja") == text.split()
    narrow = measure("小さな計測の", LARGE).width
    assert len(balanced(text, narrow, LARGE, "ja")) == 2
    assert balanced(text, narrow, LARGE, "ja") != text.split()
