"""Printers are kept whole, in the user's own configuration, and read with care."""

from pathlib import Path

import pytest

from mi_print.errors import InputError, UsageError
from mi_print.products.imposition.kept_printers import (
    keep,
    kept_printer,
    kept_printers,
    printers_file,
)
from mi_print.trade.printers import BackOffset, Printer
from mi_print.units import points

KEPT = {
    "one": Printer(
        portrait=BackOffset.model_validate(
            {"flip": "long-edge", "right": "1.5 mm", "up": "-0.5 mm"}
        ),
        unprintable="4 mm",
    ),
    "other": Printer(
        landscape=BackOffset.model_validate({"flip": "short-edge", "right": "0 mm", "up": "1 mm"})
    ),
}


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path)}


def test_what_is_kept_is_read_again(home: dict[str, str], tmp_path: Path) -> None:
    assert kept_printers(home) == {}
    path = keep(KEPT, home)
    assert path == tmp_path / "mi-print" / "printers.yaml"
    assert [each.name for each in path.parent.iterdir()] == ["printers.yaml"]
    again = kept_printers(home)
    assert again["one"].portrait == KEPT["one"].portrait
    assert again["one"].unprintable == pytest.approx(points("4 mm"))
    assert again["other"].offset((792, 612)) == KEPT["other"].landscape
    assert again["other"].offset((612, 792)) is None
    assert keep({}, home) == path
    assert kept_printers(home) == {}


def test_a_printer_that_is_turned_the_other_way_misses_the_other_way() -> None:
    kept = KEPT["one"].portrait
    assert kept
    assert kept.turned("long-edge") == (points("1.5 mm"), points("-0.5 mm"))
    assert kept.turned("short-edge") == (points("-1.5 mm"), points("0.5 mm"))


def test_an_unknown_printer_names_the_known(home: dict[str, str]) -> None:
    keep(KEPT, home)
    with pytest.raises(UsageError) as caught:
        kept_printer("fifth", home)
    assert caught.value.problems[0].message == 'no printer "fifth" is kept'
    assert caught.value.problems[0].hint == (
        "known here: one, other, or measure it with mi-print calibrate"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("printers: [", "bracket"),
        ("printers: {a: {portrait: {flip: long-edge, right: 1.5, up: 0 mm}}}", "not a length"),
        ("printers: {a: {portrait: {flip: over, right: 0 mm, up: 0 mm}}}", "over"),
        ("printers: {a: {unprintable: 99 mm}}", ""),
        ("printers: {a: {}}", "nothing is said of it"),
        ("printers: {'../a': {unprintable: 4 mm}}", "is no name"),
        ("printers: &a {b: *a}", ""),
        ("\0", "control character"),
        ("more: 1", ""),
        ("", ""),
    ],
)
def test_a_file_that_is_wrong_is_a_problem_with_its_place(
    home: dict[str, str], text: str, message: str
) -> None:
    path = printers_file(home)
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        kept_printers(home)
    assert message in " ".join(problem.message for problem in caught.value.problems)
    assert {problem.file for problem in caught.value.problems} == {str(path)}
    assert path.read_text() == text


def test_what_is_no_file_or_not_utf_8_is_a_problem(home: dict[str, str]) -> None:
    path = printers_file(home)
    path.mkdir(parents=True)
    with pytest.raises(InputError, match="this is no file"):
        kept_printers(home)
    with pytest.raises(InputError, match="can't be written"):
        keep(KEPT, home)
    path.rmdir()
    path.write_bytes(b"\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        kept_printers(home)


def test_a_link_is_followed_and_stays(home: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / "dotfiles.yaml"
    (tmp_path / "mi-print").mkdir()
    (tmp_path / "mi-print" / "printers.yaml").symlink_to(own)
    assert keep(KEPT, home) == own
    assert (tmp_path / "mi-print" / "printers.yaml").is_symlink()
    assert set(kept_printers(home)) == set(KEPT)


@pytest.mark.parametrize("given", ["", "relative"])
def test_without_a_folder_it_is_below_the_home(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/someone")
    found = printers_file({"XDG_CONFIG_HOME": given})
    assert found == Path("/home/someone/.config/mi-print/printers.yaml")
