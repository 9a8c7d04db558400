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

DATA = Path(__file__).parent / "data"
NO_TEXTS = {"id", "day", "days", "start", "end", "kind", "lang", "within", "session", "paper"}
"""What a program says of its structure: ids, times, and references."""

CONVERTED = {
    r"$\mathcal{D}^2$": "𝒟²",
    r"$\mathcal{D}$": "𝒟",
    r"$\ell_1$": "ℓ₁",
    r"$\ell_0$": "ℓ₀",
    r"\textit{Effective Theory}": "Effective Theory",
    r"clay:\\ A": "clay: A",
    r"$O(\log n)$": "O(log n)",
    "$k$": "k",
    "$R^2$": "R²",
    r"\emph{Good}": "Good",
    r"$\beta$": "β",
    r"$\alpha/\gamma$": "α/γ",
    r"\texttt{sluice-bench}": "sluice-bench",
    "1{,}024": "1,024",
    r"95\%? ---": "95%? —",
    "$1$": "1",
    r"$W \leftarrow W + uv^{\top}$": "W ← W + uvᵀ",
    r"\%": "%",
    r"Na\"ive": "Naïve",
    r"Schr\"oder": "Schröder",
    r"$\mathbb{R}^{3}$": "ℝ³",
}
"""The LaTeX of the programs, and what of it prints."""

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


def as_printed(said: object) -> object:
    """Return a part of a program as it prints: without what is empty, and without LaTeX."""
    if isinstance(said, str):
        for latex, text in CONVERTED.items():
            said = said.replace(latex, text)
        return said.strip()
    if isinstance(said, list):
        return [as_printed(each) for each in said]
    if isinstance(said, dict):
        kept = {key: as_printed(value) for key, value in said.items()}
        return {key: value for key, value in kept.items() if value not in (None, "", [], {})}
    return said


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
