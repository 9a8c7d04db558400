"""Names stand where a reader of the language looks for them."""

import pytest

from mi_print.event.collation import initial, letters, sort_key


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Ångström", "Łukasz", "Lz", "Öst", "Oster", "Zorn"]),
        ("de-AT", ["Ärlig", "Arm", "Öst", "Oster", "Zorn"]),
        ("sv", ["Arm", "Oster", "Zorn", "Åberg", "Ärlig", "Öst"]),
        ("da", ["Arm", "Zorn", "Ærlig", "Øst", "Åberg"]),
        ("es", ["Nz", "Ñandú", "Oa"]),
        ("pl", ["Lz", "Łukasz", "Ma", "Zz", "Źa", "Ża"]),
        ("tr", ["Cz", "Çag", "Da", "Gz", "Ğa"]),
    ],
)
def test_letters_of_their_own_come_where_the_language_has_them(lang: str, names: list[str]) -> None:
    shuffled = sorted(names, key=lambda name: name[::-1])
    assert sorted(shuffled, key=lambda name: sort_key(name, lang)) == names


def test_equal_letters_are_in_an_order_too() -> None:
    assert len({sort_key(name) for name in ("Jose", "José", "JOSE")}) == 3


def test_a_names_letters_are_plain() -> None:
    assert letters("Þórður Straße") == "thordur strasse"
    assert initial("Øystein") == "O"
    assert initial("王小明") == "王"
