"""Where words are divided, by language, and how a divided line is set."""

import pytest

from mi_print.layout.text.hyphenation import SOFT_HYPHEN, divisions, shown


@pytest.mark.parametrize(
    ("word", "lang", "compound"),
    [
        ("Geschwindigkeitsüberwachungsanlagen", "de", "Geschwindigkeits|überwachungs|anlagen"),
        ("Aufmerksamkeitsmechanismen", "de-CH", "Aufmerksamkeits|mechanismen"),
        ("Bauwerksüberwachung", "de", "Bauwerks|überwachung"),
        ("Mitgliederversammlung", "de", "Mitglieder|versammlung"),
        ("Lebensmittelkontrolle", "de", "Lebens|mittelkontrolle"),
        ("Gleichstromtransformator", "de", "Gleichstromtransformator"),
        ("Interpretability", "en", "Interpretability"),
    ],
)
def test_a_compound_is_divided_between_its_words(word: str, lang: str, compound: str) -> None:
    assert "|".join(divisions(word, lang)[2]).replace(SOFT_HYPHEN, "") == compound


@pytest.mark.parametrize(
    ("word", "lang", "finest"),
    [
        ("Interpretability ", "en", "Inter|pretab|il|ity "),
        ("Nachhaltigkeit", "de", "Nach|hal|tig|keit"),
        ("Nachhaltigkeit", "ja", "Nachhaltigkeit"),
        ("megjegyzéssel", "hu", "megjegy|zés|sel"),
        ("state-of-the-art", "en", "state-|of-|the-|art"),
        ("ImageNetting", "en", "ImageNetting"),
        ("INTERPRETABILITY", "en", "INTERPRETABILITY"),
        ("layer12interpretation", "en", "layer12inter|pret|a|tion"),
        ("kurzem", "de", "kurzem"),
        (f"Ton{SOFT_HYPHEN}art", "ja", f"Ton{SOFT_HYPHEN}|art"),
        (f"{SOFT_HYPHEN}Ton{SOFT_HYPHEN * 9}art{SOFT_HYPHEN}", "ja", f"Ton{SOFT_HYPHEN}|art"),
    ],
)
def test_syllables_are_those_of_the_language(word: str, lang: str, finest: str) -> None:
    pieces = divisions(word, lang)[-1]
    assert "".join(pieces).replace(SOFT_HYPHEN, "") == word.replace(SOFT_HYPHEN, "")
    found = "|".join(pieces)
    assert found.replace(f"{SOFT_HYPHEN}|", "|") == finest.replace(f"{SOFT_HYPHEN}|", "|")


def test_a_name_is_divided_where_it_has_spaces_and_hyphens() -> None:
    spaces, joints, *more = divisions("Maximiliane\u00a0Beispiel-Muster", "")
    assert spaces == ["Maximiliane\u00a0", "Beispiel-Muster"]
    assert joints == ["Maximiliane\u00a0", "Beispiel-", "Muster"]
    assert more == [joints, joints], "no language, no hyphens"


def test_a_hyphen_that_holds_a_name_together_divides_nothing() -> None:
    assert divisions("Jean-\u2060Luc", "")[1] == ["Jean-\u2060Luc"]


def test_a_line_ends_with_a_hyphen_where_a_word_is_divided() -> None:
    assert shown(f"On Geschwin{SOFT_HYPHEN}dig{SOFT_HYPHEN}") == "On Geschwindig-"
    assert shown("On speed ") == "On speed"
