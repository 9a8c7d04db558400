"""Programs of other shapes are entered undistorted, without an error, and reach the templates."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_print.event.load import Loaded, load
from mi_print.event.model import Mention
from mi_print.layout.template_api.views import View, plain
from mi_print.problem import errors_of
from tests.programs import read_back, written
from tests.programs.printed_form import as_printed

DATA = Path(__file__).parent / "data"
NO_TEXTS = {"id", "day", "days", "start", "end", "kind", "lang", "within", "session", "paper"}
"""What a program says of its structure: ids, times, and references."""

PROGRAMS = {path.stem: json.loads(path.read_text("utf-8")) for path in DATA.glob("*.json")}


@pytest.fixture(scope="module", params=sorted(PROGRAMS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def loaded(name: str, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    project = tmp_path_factory.mktemp(name)
    data = project / "data"
    data.mkdir()
    for file, text in written.files(PROGRAMS[name]).items():
        (data / file).write_text(text, "utf-8")
    shutil.copytree(DATA / "logos", data / "logos")
    return load(project)


def test_it_loads_without_an_error(loaded: Loaded) -> None:
    assert errors_of(loaded.all_problems) == []


def test_every_field_is_what_it_was(name: str, loaded: Loaded) -> None:
    assert loaded.event is not None
    program = PROGRAMS[name]
    wanted = as_printed(program | {"venue": written.venue(program)})
    assert read_back.program(loaded.event) == wanted


def test_templates_reach_every_text(name: str, loaded: Loaded) -> None:
    seen = set(texts(plain(loaded.event)))
    assert [text for text in texts(as_printed(PROGRAMS[name])) if text not in seen] == []


def texts(of: object) -> Iterator[str]:
    """Yield every text that stands in plain values, paragraph by paragraph."""
    if isinstance(of, View):
        names = {each for each in dir(type(of)) if not each.startswith("_")}
        names -= {"data"}  # of a picture, which templates have from `picture`
        of = [getattr(of, each) for each in names]
    if isinstance(of, Mention):
        of = [getattr(of, each) for each in Mention.__slots__]
    if isinstance(of, str):
        yield from of.split("\n\n")
    elif isinstance(of, int):
        yield str(of)  # a board
    elif isinstance(of, dict):
        yield from texts([value for key, value in of.items() if key not in NO_TEXTS])
    elif isinstance(of, list | tuple):
        for each in of:
            yield from texts(each)
