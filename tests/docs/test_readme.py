"""README.md names every command, option and exit code; what it shows and links is there."""

import re
from pathlib import Path

import pytest
import typer
from PIL import Image

from mi_print.cli.app import app
from mi_print.errors import ExitCode

ROOT = Path(__file__).parents[2]
SHEETS = (ROOT / "docs" / "sheets.md").read_text("utf-8")
TEXT = (ROOT / "README.md").read_text("utf-8")

_LATER: set[ExitCode] = set()
"""Exit codes that no command has yet."""


def test_every_command_is_named() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined] # it is a group
    assert {name for name in commands if f"`mi-print {name}" not in TEXT} == set()


def making() -> dict[str, set[str]]:
    """Return the options of each command that makes something, by its name."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined] # the same
    options = {
        name: {option for each in command.params for option in each.opts}
        for name, command in commands.items()
    }
    return {name: own for name, own in options.items() if "--edition" in own}


def test_every_option_of_the_products_is_named() -> None:
    options = {option for own in making().values() for option in own}
    assert {option for option in options if f"`{option}" not in TEXT} == set()


def test_the_exit_codes_are_told() -> None:
    told = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert [int(code) for code in told] == sorted(set(ExitCode) - _LATER)


@pytest.mark.parametrize(
    "page", ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(page: str) -> None:
    file = ROOT / page
    targets = re.findall(r"\]\(([^)#]+)", file.read_text("utf-8"))
    local = [target for target in targets if not target.startswith(("https:", "http:", "mailto:"))]
    assert [target for target in local if not (file.parent / target).exists()] == []


def test_pictures_are_small_and_show_something() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*.png"))
    assert {picture.stem for picture in pictures} >= making().keys() - {"all"}
    for picture in pictures:
        assert picture.stat().st_size < 300_000
        assert f"docs/images/{picture.name}" in TEXT or f"(images/{picture.name})" in SHEETS
        with Image.open(picture) as image:
            assert len(image.getcolors() or range(999)) > 8
