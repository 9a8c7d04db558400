"""Strings as data may hold them."""

import pytest
from pydantic import TypeAdapter

from mi_print.event.string_types import Prose

PROSE = TypeAdapter[tuple[str, ...]](Prose)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\nline.\n\nAnother.", ("One line.", "Another.")),
        ("We say:\n- what we lost\n  and why\n- what we won", None),
        ("1. first\n2. second", ("1. first", "2. second")),
        ("as in Figure\n12. The end, 3\n- or so", ("as in Figure 12. The end, 3", "- or so")),
        ("a\n–b\n-c", ("a –b -c",)),
    ],
)
def test_a_paragraph_begins_after_an_empty_line_and_with_each_item_of_a_list(
    text: str, paragraphs: tuple[str, ...] | None
) -> None:
    wanted = paragraphs or ("We say:", "- what we lost and why", "- what we won")
    found = PROSE.validate_python(text)
    assert found == wanted
    assert PROSE.validate_python(PROSE.dump_python(found)) == found
