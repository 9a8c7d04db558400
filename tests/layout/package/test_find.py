"""Layouts are found by name, the project's before the bundled ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError, UsageError
from mi_print.layout.package import find
from mi_print.resources import BUNDLED, LAYOUTS

Write = Callable[[dict[str, str]], Path]


def test_a_projects_layout_goes_before_the_bundled_one(write: Write) -> None:
    project = write({})
    found = find.layout("cfp", project)
    assert found.folder == project / "layouts" / "cfp"
    assert found.manifest.about == "One line of text"
    assert find.layout("program", project).folder == LAYOUTS / "program"
    assert find.shared(project) == LAYOUTS / "_shared"


def test_a_projects_own_shared_folder_is_taken_whole(write: Write) -> None:
    theme = (LAYOUTS / "_shared" / "theme.yaml").read_text("utf-8")
    project = write({"layouts/_shared/theme.yaml": theme.replace("#DC3311", "#0055AA")})
    assert find.shared(project) == project / "layouts" / "_shared"
    assert find.theme(project).colours["signal"].srgb == "#0055AA"


def test_all_names_are_listed_once(write: Write) -> None:
    project = write({"layouts/modern/layout.yaml": "", "layouts/nothing/readme.md": ""})
    found = find.names(project)
    assert {"cfp", "modern", "program"} <= set(found)
    assert "_shared" not in found
    assert "nothing" not in found
    assert found == sorted(set(found))


def test_the_checkouts_own_layouts_are_one_shelf() -> None:
    assert find.layout_folders(BUNDLED) == [LAYOUTS]


def test_a_layout_that_there_is_not(write: Write) -> None:
    project = write({})
    for name in ("modern", "../cfp", ""):
        with pytest.raises(UsageError, match="there is no layout called") as wrong:
            find.layout(name, project)
        assert "cfp, " in str(wrong.value)


def test_a_folder_without_a_manifest_is_no_layout(write: Write) -> None:
    project = write({"layouts/program/readme.md": "", "layouts/cfp/layout.yaml": ""})
    with pytest.raises(InputError, match=r"^layouts/program/layout\.yaml: error missing-file"):
        find.layout("program", project)


def test_a_wrong_theme_is_said_with_its_place(write: Write) -> None:
    project = write({"layouts/_shared/theme.yaml": "colours: {}\ntype:\n  h1: {size: 9 pt}\n"})
    with pytest.raises(InputError) as wrong:
        find.theme(project)
    assert str(wrong.value).startswith("layouts/_shared/theme.yaml:3:")
    assert "leading" in str(wrong.value)
