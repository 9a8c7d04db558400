"""The command line makes products, or says what is in the way."""

import logging
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]


def made(project: Path) -> list[str]:
    folder = project / "output"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf"))


def test_both_editions_are_made_and_named(write: Write, capsys: Capture) -> None:
    project = write({})
    assert main(["--project", str(project), "cfp"]) == 0
    said = capsys.readouterr()
    assert said.out == (
        "output/print/cfp.pdf  1 page  a5 + 3 mm bleed  checked\n"
        "output/screen/cfp.pdf  1 page  a5\n"
    )
    assert said.err == ""
    assert made(project) == ["print/cfp.pdf", "screen/cfp.pdf"]


def test_how_many_copies_are_ordered_is_said_with_the_print_edition(
    write: Write, capsys: Capture
) -> None:
    project = write({"data/print.yaml": "cfp: {size: a5, shop: generic-eu, quantity: 200}\n"})
    assert main(["--project", str(project), "cfp"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("checked  200 copies")
    assert second.endswith("1 page  a5")


def test_one_edition_in_another_size_for_another_shop(write: Write, capsys: Capture) -> None:
    project = write({})
    options = ["--edition", "print", "--size", "letter", "--shop", "generic-us"]
    assert main(["--project", str(project), "cfp", *options]) == 0
    assert capsys.readouterr().out == (
        "output/print/cfp-letter.pdf  1 page  letter + 0.125 in bleed  checked\n"
    )
    assert made(project) == ["print/cfp-letter.pdf"]


def test_files_go_where_they_are_wanted(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write({})
    monkeypatch.chdir(project)
    assert main(["cfp", "--edition", "screen", "--out", str(tmp_path / "there")]) == 0
    assert (tmp_path / "there" / "screen" / "cfp.pdf").exists()
    assert not (project / "output").exists()


def test_nothing_is_logged(write: Write, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert main(["--project", str(write({})), "cfp"]) == 0
    assert caplog.records == []


def test_markup_in_the_data_prints_as_characters(write: Write) -> None:
    project = write({})
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8").replace("Small Workshop", "<b>{{ 7 * 7 }}</b>")
    workshop.write_text(text.replace("name: <b>", 'name: "<b>').replace("</b>", '</b>"'), "utf-8")
    assert main(["--project", str(project), "cfp", "--edition", "screen"]) == 0
    with pypdfium2.PdfDocument(project / "output" / "screen" / "cfp.pdf") as book:
        assert book[0].get_textpage().get_text_range().strip() == "<b>{{ 7 * 7 }}</b>"


def test_all_problems_of_the_data_are_said_and_nothing_is_made(
    write: Write, capsys: Capture
) -> None:
    project = write({"data/program.yaml": "sessions: 7\n", "data/print.yaml": "cfp: {sice: a5}\n"})
    assert main(["--project", str(project), "all"]) == 3
    said = capsys.readouterr()
    places = [line.split()[0] for line in said.err.splitlines() if not line.startswith(" ")]
    assert places == ["data/print.yaml:1:7:", "data/program.yaml:1:11:"]
    assert said.out == ""
    assert made(project) == []


def test_warnings_of_the_data_are_a_count_and_stop_nothing(write: Write, capsys: Capture) -> None:
    people = "people:\n  - {id: ada, name: Ada, roles: [keynote]}\n"
    program = 'sessions: [{id: a, start: "09:00", end: "10:00", kind: keynote, title: Opening}]\n'
    project = write({"data/program.yaml": program})
    with (project / "data" / "workshop.yaml").open("a", encoding="utf-8") as workshop:
        workshop.write(people)
    assert main(["--project", str(project), "cfp", "--edition", "screen"]) == 0
    assert capsys.readouterr().err == "1 warning; mi-print check shows it\n"
    assert main(["--project", str(project), "signage", "--edition", "screen"]) == 0
    assert capsys.readouterr().err == "2 warnings; mi-print check shows them\n"
    assert main(["--project", str(project), "check"]) == 0
    assert capsys.readouterr().err.count(": warning ") == 2


def test_a_call_that_is_missing_is_said(write: Write, capsys: Capture) -> None:
    project = write({})
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    workshop.write_text(text[: text.index("call:")], "utf-8")
    assert main(["--project", str(project), "cfp"]) == 3
    assert capsys.readouterr().err == (
        "data/workshop.yaml: error call: there is no call for papers\n"
        "    write it under the key call; mi-print explain call says how\n"
    )


def test_all_passes_over_what_the_data_has_nothing_of(tmp_path: Path, capsys: Capture) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "workshop.yaml").write_text(
        "{name: Small, date: 2027-03-12, venue: {name: Hall}}", "utf-8"
    )
    passed = (
        "cfp is not made: there is no call for papers\nbadges is not made: nobody has a badge\n"
    )
    assert main(["--project", str(tmp_path), "check"]) == 0
    assert capsys.readouterr().out.startswith(f"no problems\n{passed}")
    assert main(["--project", str(tmp_path), "all", "--edition", "screen"]) == 0
    *said, signs = capsys.readouterr().err.splitlines(keepends=True)
    assert "".join(said) == passed
    assert signs.startswith("signage has nothing to print on board-cards, ")
    (data / "print.yaml").write_text("cfp: {size: a4}", "utf-8")
    assert main(["--project", str(tmp_path), "check"]) == 3
    assert "error call: there is no call for papers" in capsys.readouterr().err


def test_a_folder_without_data_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert main(["--project", str(tmp_path), "cfp"]) == 3
    assert capsys.readouterr().err == (
        "data/workshop.yaml: error missing-file: there is no such file\n"
        "    name the folder of data/ with --project, or begin one with: mi-print init DIR\n"
    )


def test_a_folder_that_can_not_be_written_is_said(write: Write, capsys: Capture) -> None:
    project = write({"output": "a file"})
    assert main(["--project", str(project), "cfp"]) == 3
    said = capsys.readouterr()
    assert "error unwritable: this can't be written: " in said.err
    assert "    choose a folder in which you may write, with --out DIR\n" in said.err
    assert said.out == ""


def test_a_wrong_row_of_the_list_stops_the_badges_alone(write: Write, capsys: Capture) -> None:
    project = write({"data/attendees.csv": "id,name\n1,\n"})
    assert main(["--project", str(project), "cfp", "--edition", "screen"]) == 0
    assert capsys.readouterr().err == (
        "1 error in files that cfp does not read; mi-print check shows it\n"
    )
    assert main(["--project", str(project), "badges", "--edition", "screen"]) == 3
    assert capsys.readouterr().err == (
        'data/attendees.csv:2:3: error missing-key: "name" is missing\n    write it here\n'
    )
    assert made(project) == ["screen/cfp.pdf"]


def test_what_is_wrong_with_one_product_stops_no_other(write: Write, capsys: Capture) -> None:
    broken = {
        "layouts/program/layout.yaml": "product: program\nabout: Nothing\nsizes: {}\n",
    }
    project = write(broken)
    assert main(["--project", str(project), "all"]) == 3
    said = capsys.readouterr()
    assert "layouts/program/layout.yaml:3:8: error value: " in said.err
    assert {"print/cfp.pdf", "screen/cfp.pdf", "print/signage-time-cards.pdf"} < set(made(project))
    assert not {"print/program.pdf", "screen/program.pdf"} & set(made(project))
    assert len(said.out.splitlines()) == len(made(project))
