"""The project that a command is about is found upward, as git finds a repository."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.cli.project import ProjectFolder, project_folder
from tests.cli import small_products

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]


def test_a_folder_inside_a_project_is_in_it(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    project = write({**small_products.FILES, "layouts/mine/pictures/a.txt": ""})
    monkeypatch.chdir(project / "layouts" / "mine" / "pictures")
    assert project_folder(None) == ProjectFolder(project, above=True)
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert (said.out.splitlines()[0], said.err) == ("no problems", f"project {project}\n")


def test_products_go_into_the_project_that_was_found(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    project = write({})
    monkeypatch.chdir(project / "data")
    assert main(["cfp", "--edition", "screen"]) == 0
    assert capsys.readouterr().out == "output/screen/cfp.pdf  1 page  a5\n"
    assert (project / "output" / "screen" / "cfp.pdf").exists()


def test_the_nearest_is_taken(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = write({"inner/data/workshop.yaml": "", "inner/deep/a.txt": ""}) / "inner"
    monkeypatch.chdir(inner / "deep")
    assert project_folder(None).path == inner


def test_of_its_own_folder_nothing_is_said(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(write(small_products.FILES))
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""


def test_what_is_named_is_taken_alone(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    project = write({})
    (project / "empty").mkdir()
    monkeypatch.chdir(project)
    assert main(["--project", "empty", "check"]) == 3
    assert capsys.readouterr().err == (
        "data/workshop.yaml: error missing-file: there is no such file\n"
        "    name the folder of data/ with --project, or begin one with: mi-print init DIR\n"
    )


def test_where_there_is_none_it_says_what_was_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    top = project_folder(None).tried[-1]
    for command in (["check"], ["all"]):
        assert main(command) == 3
        said = " ".join(capsys.readouterr().err.split())
        assert said == (
            f"error missing-file: there is no data/workshop.yaml in {here}, nor in a folder above "
            f"it up to {top} name the project's folder with --project, or begin one with: "
            "mi-print init DIR"
        )


def test_a_folder_with_data_is_a_project_that_lacks_its_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "program.yaml").write_text("sessions: 7\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 3
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in said if line[0] != " "] == [
        "data/workshop.yaml",
        "data/program.yaml:1:11",
    ]


def test_the_search_stops_at_another_filesystem(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write({"mounted/deep/a.txt": ""})
    mounted, stat = project / "mounted", Path.stat

    def on_a_disk_of_its_own(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = list(stat(path, follow_symlinks=follow_symlinks))
        found[2] += 1000 * path.is_relative_to(mounted)  # st_dev
        return os.stat_result(found)

    monkeypatch.chdir(mounted / "deep")
    monkeypatch.setattr(Path, "stat", on_a_disk_of_its_own)
    assert project_folder(None).tried == (mounted / "deep", mounted)
