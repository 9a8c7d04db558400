"""Names stand where a reader of the language looks for them."""

import pytest

from mi_print.event.collation import family_key, guessed_family, initial, letters, sort_key


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Ångström", "Łukasz", "Lz", "Öst", "Oster", "Zorn"]),
        ("de-AT", ["Ärlig", "Arm", "Öst", "Oster", "Zorn"]),
        ("sv", ["Arm", "Oster", "Zorn", "Åberg", "Ärlig", "Öst"]),
        ("da", ["Arm", "Zorn", "Ærlig", "Øst", "Åberg"]),
        ("es", ["Nz", "Ñandú", "Oa"]),
        ("pl", ["Lz", "Łukasz", "Ma", "Zz", "Źa", "Ża"]),
        ("tr", ["Cz", "Çag", "Da", "Gz", "Ğa", "Hz", "Irmak", "ısı", "İnan", "Jz"]),
        ("sv", ["Xi", "Ülo", "Yz", "Yå", "Zorn", "Æbel"]),
        ("da", ["Abel", "Zorn", "Ärlig", "Öst", "Aagaard", "Åse"]),
        ("nb", ["Abel", "Zorn", "Ødegaard", "Aas"]),
        ("fi", ["Zorn", "Åberg", "Äijö", "Öst"]),
        ("cs", ["Cz", "Čapek", "Hz", "Chalupa", "Ilja", "Rz", "Řezníček"]),
        ("hu", ["Cz", "Cseh", "Dz", "Nz", "Nyári", "Oz", "Öz", "Sz", "Zz", "Zsolt"]),
        ("fr", ["Eco", "Édouard", "Efe"]),
        ("it", ["D’Este", "Da"]),
        ("nl", ["Ijf", "IJs", "Ik"]),
        ("pt", ["Ácaro", "Acer"]),
        ("ru", ["Ия", "Йод", "Ким"]),
        ("zh", ["Baker", "陈晨", "李雷", "王小明", "Xu", "张三", "佘太君"]),
        ("zh-TW", ["Wang", "王明", "李雷", "陳晨"]),
        ("ja", ["Bob", "アベ", "がも", "カヤ", "さとう", "伊藤", "佐藤", "鈴木"]),
        ("ko", ["Kim", "김철수", "나래", "박하", "이슬"]),
        ("de", ["Dr. Anna Muster", "Prof. Bo Muster", "Cy Muster", "’t Hooft"]),
    ],
)
def test_letters_of_their_own_come_where_the_language_has_them(lang: str, names: list[str]) -> None:
    shuffled = sorted(names, key=lambda name: name[::-1])
    assert sorted(shuffled, key=lambda name: sort_key(name, lang)) == names


def test_equal_letters_are_in_an_order_too() -> None:
    assert len({sort_key(name) for name in ("Jose", "José", "JOSE")}) == 3


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("sv", {"Åsa": "Å", "ärla": "Ä", "Zoe": "Z", "Æbel": "Ä", "Ülo": "Y"}),
        ("da", {"Aagaard": "Å", "Öst": "Ø", "Abel": "A"}),
        ("cs", {"Chalupa": "Ch", "Čapek": "Č", "Dan": "D"}),
        ("tr", {"İnan": "İ", "ilk": "İ", "Irmak": "I"}),
        ("de", {"Dr. Anna Muster": "A", "Österle": "O", "’t Hooft": "T", "3Blue": "3"}),
        ("zh", {"王小明": "W", "佘太君": "佘", "Wagner": "W"}),
        ("zh-Hant", {"王小明": "王"}),
        ("ja", {"ガード": "か", "さとう": "さ", "佐藤": "佐", "ゔ": "あ", "をとめ": "わ"}),
        ("ko", {"김철수": "ㄱ", "이슬": "ㅇ"}),
    ],
)
def test_an_index_has_the_languages_headings(lang: str, heads: dict[str, str]) -> None:
    assert {name: initial(name, lang) for name in heads} == heads


def test_a_family_name_is_guessed_for_sorting_alone() -> None:
    guessed = {
        "Dr. Anna Beispiel": "Beispiel",
        "Emil von Dorn": "Dorn",
        "Sammy Sample, Jr.": "Sample",
        "Ada Sample PhD": "Sample",
        "Sample, Bo": "Sample",
        "王小明": "王小明",
        "Cher": "Cher",
        "Dr.": "Dr.",
    }
    assert {name: guessed_family(name) for name in guessed} == guessed
    assert guessed_family("Minta Éva", "hu") == "Minta"
    assert family_key("Ada de Sample", "de Sample") < family_key("Ada Sample", None)


def test_a_names_letters_are_plain() -> None:
    assert letters("Þórður Straße") == "thordur strasse"
    assert initial("Øystein") == "O"
    assert initial("王小明") == "王"
