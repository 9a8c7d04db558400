"""Names with a misread encoding or in capitals, and the key by which names are compared."""

import pytest

from mi_print.event.attendees.spelling import in_capitals, mended, without_capitals

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


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ADA LOVELACE", "Ada Lovelace"),
        ("BO LI", "Bo Li"),
        ("LEE", "Lee"),
        ("J. R. SMITH III", "J. R. Smith III"),
        ("JEAN-LUC O'BRIEN", "Jean-Luc O'Brien"),
        ("İPEK ŞAHİN", "İpek Şahin"),
        ("ΟΔΥΣΣΕΑΣ", "Οδυσσεας"),
        ("ДМИТРО", "Дмитро"),
    ],
)
def test_capitals_and_what_was_meant(written: str, meant: str) -> None:
    assert in_capitals(written)
    assert without_capitals(written) == meant
    assert not in_capitals(meant)


@pytest.mark.parametrize("name", ["AJ", "J.R.R.", "D. J.", "王伟", "Ada LOVELACE", "42", "محمد"])
def test_not_capitals(name: str) -> None:
    assert not in_capitals(name)
