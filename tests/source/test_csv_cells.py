"""The standard library's reader and our own grammar must read the same cells."""

import csv
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mi_print.source import csv_cells
from mi_print.source.csv_cells import CellError, CsvRow, each_row, places
from mi_print.source.located_values import Position

tables = st.text(st.sampled_from('ab,;\t" \n\r'), max_size=40)


def by_grammar(text: str, delimiter: str) -> list[CsvRow] | str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_cells, "_unquoted", lambda _: False)
        patch.setattr(csv_cells, "_TAB_BEFORE_QUOTE", re.compile("^"))  # the reader reads nothing
        return read(text, delimiter)


def read(text: str, delimiter: str) -> list[CsvRow] | str:
    try:
        return list(each_row(text, delimiter))
    except CellError as reason:
        return f"{reason.place} {reason}"


@given(text=tables, delimiter=st.sampled_from(",;\t"))
@example(text='"a","","b"', delimiter=",")
@example(text='"a"",""b"', delimiter=",")
@example(text='a"b",c', delimiter=",")
@example(text='"a" ,"b"\r\n', delimiter=",")
@example(text='a,\t "b\n"', delimiter=",")
@example(text='"a"\t"b"', delimiter="\t")
@example(text='"a\nb",c', delimiter=",")
@example(text=" a ,b\r\n\r\n,c", delimiter=",")
@example(text="a,b\rc", delimiter=",")
def test_both_ways_are_one(text: str, delimiter: str) -> None:
    assert read(text, delimiter) == by_grammar(text, delimiter)


@given(text=tables, delimiter=st.sampled_from(",;\t"))
def test_every_cell_has_its_place(text: str, delimiter: str) -> None:
    rows = read(text, delimiter)
    for row in rows if isinstance(rows, list) else ():
        found = places(text, row, delimiter)
        assert len(found) == len(row.cells)
        assert found[0] == Position(row.line, 1)
        assert found == sorted(found)


def test_places_after_line_breaks_in_cells() -> None:
    text = 'id,x\n1,"a\nb\r\nc",d\n'
    _, row = each_row(text)
    assert row.cells == ["1", "a\nb\r\nc", "d"]
    assert places(text, row) == [Position(2, 1), Position(2, 3), Position(4, 4)]


def test_a_cell_longer_than_the_reader_takes() -> None:
    long = "x" * (csv.field_size_limit() + 1)
    for text in (f"id,x\n1,{long}\n2,y\n", f'id,x\n1,"{long}\n"\n2,y\n'):
        assert [row.cells for row in each_row(text)] == [["id", "x"], ["1", long], ["2", "y"]]


def test_a_row_of_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_cells, "MAX_CELLS", 3)
    assert len(list(each_row('a,b,c\n"a",b,c\n'))) == 2
    for text in ("a,b,c\na,b,c,d\n", 'a,b,c\n"a",b,c,d\n', 'a,b,c\n"a\n",b,c,d\n'):
        with pytest.raises(CellError) as caught:
            list(each_row(text))
        assert caught.value.place == Position(2, 1)
