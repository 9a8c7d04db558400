"""A bundled layout is copied whole, over nothing, and sets what it set."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.errors import InputError, TakenError, UsageError
from mi_print.layout.package.copied_layout import bundled_names, copied_layout
from mi_print.layout.package.find import layout
from mi_print.resources import LAYOUTS

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", bundled_names())
def test_a_copy_is_what_it_is_copied_from(tmp_path: Path, name: str) -> None:
    files = copied_layout(name, tmp_path)
    there = {path.relative_to(LAYOUTS): path.read_bytes() for path in (LAYOUTS / name).rglob("*")}
    assert {path.relative_to(tmp_path / "layouts"): data for path, data in files.items()} == there


def test_under_another_name_it_uses_its_own_files(tmp_path: Path) -> None:
    text = b"".join(copied_layout("program", tmp_path, "mine").values())
    assert b'"mine/_page.html.j2"' in text
    assert b'"program/' not in text
    assert b'"_shared/macros.html.j2"' in text


@pytest.mark.parametrize(
    ("name", "new", "message"),
    [
        ("nope", None, "no layout that comes with mi-print is called"),
        ("../layouts/cfp", None, "no layout that comes with mi-print is called"),
        ("cfp", "../cfp", "is not an id"),
        ("cfp", "_mine", "is no name of a layout"),
        ("cfp", ".mine", "is no name of a layout"),
        ("cfp", "badges", "is the name of another layout"),
        ("_shared", "mine", "_shared can't have another name"),
    ],
)
def test_what_can_not_be_copied(tmp_path: Path, name: str, new: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        copied_layout(name, tmp_path, new)


def test_it_goes_over_nothing_and_not_out_of_the_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "layouts" / "cfp").mkdir(parents=True)
    with pytest.raises(TakenError, match="copied over nothing"):
        copied_layout("cfp", project)
    (tmp_path / "other" / "data").mkdir(parents=True)
    (tmp_path / "other" / "layouts").symlink_to(project / "layouts")
    with pytest.raises(InputError, match="outside"):
        copied_layout("badges", tmp_path / "other")


@pytest.mark.parametrize(
    ("name", "product", "order"),
    [
        ("cfp", "cfp", "    cfp: {layout: mine}\n"),
        ("door-sign", "signage", "    signage: {kinds: {door-sign: {layout: mine}}}\n"),
    ],
)
def test_the_command_says_how_it_is_ordered(
    write: Write, capsys: Capture, name: str, product: str, order: str
) -> None:
    project = write({})
    assert main(["--project", str(project), "layout", name, "--as", "mine"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("layouts/mine/layout.yaml\n")
    assert said.endswith(f"\nOrder it in data/print.yaml:\n{order}")
    assert layout("mine", project).manifest.product == product
    (project / "data" / "print.yaml").write_text(order.strip(), "utf-8")
    assert main(["--project", str(project), product, "--edition", "screen"]) == 0


def test_a_copy_of_the_same_name_takes_its_place(write: Write, capsys: Capture) -> None:
    project = write({})
    assert main(["--project", str(project), "layout", "time-cards"]) == 0
    assert "taken in place of the layout time-cards" in capsys.readouterr().out
    assert layout("time-cards", project).folder == project / "layouts" / "time-cards"
    assert main(["--project", str(project), "layout", "time-cards"]) == 2
