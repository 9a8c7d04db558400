"""The badge layout that docs/layouts.md tells one to write makes badges; docs/badges.md is true."""

import re
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.event.badges import FIELDS
from mi_print.event.model import RoleTable
from mi_print.layout.package.theme import LayoutTheme
from mi_print.resources import LAYOUTS
from mi_print.source.read_model import read_model

FOREMOST = RoleTable().on_badges
DOCS = Path(__file__).parents[2] / "docs"
LAYOUT = (DOCS / "layouts.md").read_text("utf-8")
BADGES = (DOCS / "badges.md").read_text("utf-8")

_FILE = re.compile(r"^`(layouts/plain/[\w.]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_layout_of_ones_own_makes_badges(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    assert main(["init", "--full", str(project)]) == 0
    found = dict(_FILE.findall(LAYOUT))
    assert len(found) == 3
    for name, text in found.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (project / "data" / "print.yaml").write_text("badges: {layout: plain}\n", "utf-8")
    rows = "id,name,lang\n1,Ada Lovelace,en\n2,أحمد مثال,ar\n3,王小明,zh\n"
    (project / "data" / "attendees.csv").write_text(rows, "utf-8")
    capsys.readouterr()
    options = ["--where", "role=attendee", "--spares", "1"]
    assert main(["--project", str(project), "badges", *options]) == 0
    assert capsys.readouterr().err == ""
    with pypdfium2.PdfDocument(project / "output" / "screen" / "badges-only.pdf") as book:
        said = [page.get_textpage().get_text_range().split() for page in book]
    assert [words[0] for words in said] == ["Attendee"] * 4
    assert said[0][1:] == ["Ada", "Lovelace"]
    assert said[3][1:] == []


def test_every_role_stands_in_its_order() -> None:
    row = re.search(r"the earlier in this row counts: (.*?)\.", BADGES)
    assert row is not None
    assert row[1].split(", ") == [role.capitalize() for role in FOREMOST]


def test_the_bands_are_colours_of_the_theme() -> None:
    theme = read_model(LAYOUTS / "_shared" / "theme.yaml", LayoutTheme, LAYOUTS)
    page = (LAYOUTS / "badges" / "page.html.j2").read_text("utf-8")
    bands = dict(re.findall(r"'([\w-]+)': '([\w-]+)'", page.partition("{% set bands")[2][:500]))
    speaking = {bands.pop(role) for role in ("keynote", "lightning", "spotlight-author")}
    assert speaking == {bands["speaker"]}
    assert set(bands) == set(FOREMOST) - {"attendee"}
    assert set(bands.values()) <= set(theme.colours)
    for role, colour in bands.items():
        if colour != "ink-solid":
            said = re.search(rf"\b{role.capitalize()}\b[^,.]*?{colour.capitalize()}", BADGES)
            assert said, (role, colour)


def test_the_fields_of_a_badge_are_told() -> None:
    section = LAYOUT.partition("| `badges` |")[2].partition("\n")[0]
    assert [field for field in FIELDS if f"`{field}`" not in section] == []
