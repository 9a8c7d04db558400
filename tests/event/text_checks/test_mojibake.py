"""Text whose encoding was misread, and text that only looks so."""

import pytest

from mi_print.event.text_checks.mojibake import mended

NAMES = [
    "José",
    "Łukasz Åström",
    "Nguyễn Thị",
    "Дмитро Иванов",
    "Γιώργος",
    "נועם",
    "محمد",
    "张伟",
    "สมชาย",
    "O’Brien",
    "À É Í Ó",
    "Ann 🎉",
]


def misread(text: str, *, strictly: bool) -> str:
    """Return UTF-8 read as Latin-1, or else as Windows-1252, whose five gaps programs let stand."""
    if strictly:
        return text.encode().decode("latin-1")
    gaps = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    return "".join(
        chr(byte) if byte in gaps else bytes([byte]).decode("cp1252") for byte in text.encode()
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("strictly", [False, True])
def test_what_was_misread_is_mended(name: str, strictly: bool) -> None:  # noqa: FBT001 - a parameter of the test
    once = misread(name, strictly=strictly)
    assert once != name
    assert mended(once) == name
    assert mended(misread(once, strictly=strictly)) == name


@pytest.mark.parametrize("name", NAMES)
def test_what_is_sound_is_left_alone(name: str) -> None:
    assert mended(name) is None


@pytest.mark.parametrize(
    "text",
    ["UNIVERSITÉ’S", "“CAFÉ”", "«CITÉ»", "ÜBER – Ü–", "André™", "SÃO PAULO", "Ã", "É\xa0a", "Ñ’"],
)
def test_capitals_beside_a_sign_are_not_misread(text: str) -> None:
    assert mended(text) is None


def test_what_would_become_no_text_is_left_alone() -> None:
    assert mended("Â\x81") is None
