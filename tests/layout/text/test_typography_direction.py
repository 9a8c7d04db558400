"""Where a text is read from: its first letter says it, of a list all of its parts."""

import pytest

from mi_print.layout.text.typography import direction


@pytest.mark.parametrize(
    ("text", "from_where"),
    [
        ("", "ltr"),
        ("2027", "ltr"),
        ("Ada", "ltr"),
        ("明, Ada", "ltr"),
        ("GPT-4: تحليل نموذج", "ltr"),
        ("تحليل نموذج GPT-4 في 12 لغة (2027)", "rtl"),
        ("(12) נועם", "rtl"),
        ("ދިވެހި", "rtl"),
        ("محمد علي, Ada Sample", "ltr"),
        ("محمد علي, נועם כהן", "rtl"),
        ("محمد, 2027", "rtl"),
    ],
)
def test_a_text_begins_on_a_side(text: str, from_where: str) -> None:
    assert direction(text) == from_where
