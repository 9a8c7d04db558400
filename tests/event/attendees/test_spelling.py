"""Names in capitals."""

import pytest

from mi_print.event.attendees.spelling import in_capitals, without_capitals


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
