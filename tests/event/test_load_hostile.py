"""Whatever stands in a data file, the answer is a list of problems or an event."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mi_print.event.load import load
from mi_print.problem import errors_of
from tests.event.small import PROGRAM, WORKSHOP, write_project

FILES = ["workshop.yaml", "program.yaml", "papers.yaml", "papers.csv", "print.yaml"]
FILES += ["signs.yaml", "attendees.csv"]

yaml_like = st.text(st.sampled_from("ab:1- \n\t'\"[]{}#&*!|>%@`,?~.0\\\x85\u2028é<="), max_size=60)
table_like = st.text(st.sampled_from('ab1,;|"\n\r\t é'), max_size=60)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=80) | yaml_like.map(str.encode) | table_like.map(str.encode))
@example(content=b"papers: !!python/object/apply:os.system [x]\n")
@example(content=b"a: &a [*a, *a]\n")
@example(content=b"%YAML 3.0\n---\n")
@example(content=b"? {a: b}\n: c\n")
@example(content=b"people: [1, {id: [x]}, null]\nsessions: {}\npapers: 7\n")
def test_arbitrary_bytes_are_answered(name: str, content: bytes) -> None:
    _answer({name: content})


@settings(max_examples=150, deadline=None)
@given(data=st.data(), put=yaml_like)
def test_a_good_file_with_something_put_into_it_is_answered(data: st.DataObject, put: str) -> None:
    name, text = data.draw(
        st.sampled_from([("workshop.yaml", WORKSHOP), ("program.yaml", PROGRAM)])
    )
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    _answer({name: (text[:start] + put + text[end:]).encode()})


@settings(max_examples=150, deadline=None)
@given(rows=table_like, encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_a_list_of_attendees_of_anything_is_answered(rows: str, encoding: str) -> None:
    _answer({"attendees.csv": f"id,name,role\n{rows}".encode(encoding)})


def _answer(files: dict[str, str | bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), files)
        loaded = load(Path(folder))
    assert (loaded.event is None) == bool(errors_of(loaded.problems))
    for problem in loaded.problems:
        assert problem.file
        assert len(str(problem)) < 1000
