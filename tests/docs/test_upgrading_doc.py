"""What docs/upgrading.md says may be written is read, and so is what was written before."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.event.load import load

TEXT = (Path(__file__).parents[2] / "docs" / "upgrading.md").read_text("utf-8")
FILES = dict(re.findall(r"^`(data/[\w.]+)`\n\n```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
BEFORE = {"data/print.yaml": "cfp: {size: a5}\nbadges: {order: name, size: a6}\n"}


def test_there_are_two_files() -> None:
    assert sorted(FILES) == ["data/print.yaml", "data/workshop.yaml"]


@pytest.mark.parametrize("files", [FILES, BEFORE], ids=["now", "before"])
def test_it_is_read(write: Callable[[dict[str, str]], Path], files: dict[str, str]) -> None:
    loaded = load(write(files))
    assert loaded.problems == []
    assert loaded.event is not None
    badges = loaded.event.orders.badges
    assert (badges.sort or badges.order) == "name"
