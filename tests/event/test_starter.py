"""What `mi-print init` gives to an organizer."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from mi_print.errors import InputError, TakenError
from mi_print.event.load import load
from mi_print.event.model import SHEETS, Event
from mi_print.event.starter import StarterOptions, start_project
from mi_print.resources import LAYOUTS

COMMENTED_OUT = re.compile(r"(?m)^( *)#(?! )")
FULL = StarterOptions(full=True)
THEME = LAYOUTS / "_shared" / "theme.yaml"


@pytest.fixture
def everything(tmp_path: Path) -> Event:
    """A new project in which every commented-out key is in use."""
    for path in start_project(tmp_path, FULL):
        if path.suffix == ".yaml":
            text = path.read_text(encoding="utf-8")
            path.write_text(COMMENTED_OUT.sub(r"\1", text), encoding="utf-8")
    return event_of(tmp_path)


def event_of(project: Path, *rules: str) -> Event:
    loaded = load(project)
    assert [problem.rule for problem in loaded.problems] == [*rules]
    assert loaded.event
    return loaded.event


def parts(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        value = [part for _, part in value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from parts(inner)


def tree(directory: Path) -> dict[str, bytes]:
    files = (path for path in directory.rglob("*") if path.is_file())
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in files}


def test_a_new_project_loads_without_a_problem(tmp_path: Path) -> None:
    start_project(tmp_path / "workshop", FULL)
    event = event_of(tmp_path / "workshop")
    assert event.workshop.name == "Workshop on Sample Topics"
    assert len(event.papers) == 6


def test_returns_every_file_written_and_leaves_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "workshop"
    written = start_project(home, FULL)
    assert written == sorted(path for path in home.rglob("*") if path.is_file())
    names = {path.relative_to(home).as_posix() for path in written}
    assert {"README.md", ".gitignore", "data/workshop.yaml"} <= names
    assert "gitignore" not in names
    assert any(name.startswith("data/schema/") for name in names)
    assert [path.name for path in home.parent.iterdir()] == ["workshop"]


def test_an_existing_folder_keeps_its_own_files(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notes.txt").write_text("mine", encoding="utf-8")
    written = start_project(tmp_path, FULL)
    assert set(tree(tmp_path)) == {
        "data/notes.txt",
        *(path.relative_to(tmp_path).as_posix() for path in written),
    }
    assert (tmp_path / "data" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_overwrites_nothing_and_names_every_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    taken = [tmp_path / "README.md", tmp_path / "data" / "papers.yaml"]
    for path in taken:
        path.write_text("mine", encoding="utf-8")
    with pytest.raises(TakenError) as caught:
        start_project(tmp_path, FULL)
    assert [problem.file for problem in caught.value.problems] == [str(path) for path in taken]
    assert [problem.message for problem in caught.value.problems] == [
        "README.md is there already, and init overwrites nothing",
        "papers.yaml is there already, and init overwrites nothing",
    ]
    assert tree(tmp_path) == {"README.md": b"mine", "data/papers.yaml": b"mine"}


def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path: Path) -> None:
    link = tmp_path / "README.md"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(TakenError) as caught:
        start_project(tmp_path, FULL)
    assert [problem.file for problem in caught.value.problems] == [str(link)]
    assert list(tmp_path.iterdir()) == [link]


@pytest.mark.parametrize("name", ["workshop", "workshop/data"])
def test_a_file_where_a_folder_must_be(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(TakenError) as caught:
        start_project(tmp_path / "workshop")
    assert [problem.file for problem in caught.value.problems] == [str(path)]
    assert tree(tmp_path) == {name: b"mine"}


def test_a_folder_that_cannot_be_made_is_said_not_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="can't be written: Not a directory"):
        start_project(tmp_path / "file" / "inside" / "workshop")


ASKED = [
    StarterOptions(full, lang, days=days)
    for full in (False, True)
    for days, lang in ((1, None), (2, "de"), (12, "zh-Hant"))
]


@pytest.mark.parametrize("options", ASKED)
def test_what_is_asked_for_is_valid(tmp_path: Path, options: StarterOptions) -> None:
    start_project(tmp_path, options)
    event = event_of(tmp_path)
    assert len(event.workshop.days) == options.days
    assert {session.day for session in event.program.sessions} == set(event.workshop.days)
    assert event.workshop.lang == (options.lang or "en")


@pytest.mark.parametrize("full", [False, True])
def test_each_session_has_its_day_once(tmp_path: Path, *, full: bool) -> None:
    start_project(tmp_path, StarterOptions(full, days=2))
    text = (tmp_path / "data" / "program.yaml").read_text("utf-8")
    _, *sessions = re.split(r"(?m)^  #?- id:", text)
    for session in sessions:
        assert len(re.findall(r"(?m)^    #?day: ", session)) == 1


@pytest.mark.parametrize("options", [StarterOptions(full, format="a4") for full in (False, True)])
def test_a_format_is_that_of_all_products(tmp_path: Path, options: StarterOptions) -> None:
    start_project(tmp_path, options)
    orders = event_of(tmp_path).orders
    assert orders.format == "a4"
    assert (orders.cfp.size, orders.program.size, orders.badges.size) == (None, None, None)
    assert orders.cfp.shop in {None, "generic-eu"}


def test_the_small_one_is_small(tmp_path: Path) -> None:
    start_project(tmp_path, StarterOptions(lang="de", format="a4", days=7))
    text = (tmp_path / "data" / "workshop.yaml").read_text("utf-8")
    assert len(text.splitlines()) <= 15
    assert {path.name for path in (tmp_path / "data").iterdir()} == {
        *("workshop.yaml", "program.yaml", "attendees.csv", "print.yaml", "schema")
    }


IN_PLACE_OF_OTHERS = {
    "Order": {*SHEETS},
    "NamedOrder": {*SHEETS},
    "ProgramOrder": {"stock", "start", "fill"},
    "BadgeOrder": {"order", "impose", "sheet", "caliper"},
    "Workshop": {"dates"},
    "Venue": {"rooms"},
    "Sponsor": {"logo"},
    "Person": {"photo"},
}
"""Keys that take the place of a shown one, or need a file, which comments tell of; those of
sheets are shown where they are most used."""


def test_every_key_of_the_model_is_shown_and_valid(everything: Event) -> None:
    used: dict[type[BaseModel], set[str]] = defaultdict(set)
    for part in parts(everything):
        used[type(part)] |= part.model_fields_set
    assert len(used) > 10
    assert {kind.__name__: keys for kind, keys in used.items()} == {
        kind.__name__: set(kind.model_fields) - IN_PLACE_OF_OTHERS.get(kind.__name__, set())
        for kind in used
    }


def test_shows_the_colours_of_the_shared_theme(everything: Event) -> None:
    shared = yaml.safe_load(THEME.read_text(encoding="utf-8"))["colours"]
    shown = everything.workshop.theme.colours
    found = {name: {"srgb": ink.srgb, "cmyk": list(ink.cmyk or ())} for name, ink in shown.items()}
    assert found == {name: ink for name, ink in shared.items() if name != "paper"}
