"""The gate: what preflight rejects is not put in place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

NEAR = """\
<!doctype html>
<html lang="en"><head><title>Near</title></head><body>
<p class="at" style="left:2pt;top:100pt;width:200pt">Too near the edge</p>
</body></html>
"""


@pytest.fixture
def near(write: Write) -> Path:
    return write({"layouts/cfp/page.html.j2": NEAR})


def made(project: Path) -> list[str]:
    return sorted(p.relative_to(project / "output").as_posix() for p in project.rglob("*.pdf"))


def test_a_print_edition_with_errors_is_kept_beside_its_place(near: Path, capsys: Capture) -> None:
    assert main(["--project", str(near), "cfp"]) == 4
    said = capsys.readouterr()
    assert said.out == (
        "output/print/cfp.rejected.pdf  1 page  a5 + 3 mm bleed  NOT FIT FOR PRINT\n"
        "output/screen/cfp.pdf  1 page  a5\n"
    )
    problem = said.err.splitlines()[0]
    assert problem.startswith("output/print/cfp.rejected.pdf, page 1 [")
    assert "error MP-SAFE: text stands 0." in problem
    assert made(near) == ["print/cfp.rejected.pdf", "screen/cfp.pdf"]


def test_force_puts_it_in_place_and_says_so(near: Path, capsys: Capture) -> None:
    assert main(["--project", str(near), "cfp", "--force", "--edition", "print"]) == 0
    said = capsys.readouterr()
    assert said.out == "output/print/cfp.pdf  1 page  a5 + 3 mm bleed  WITH ERRORS, by --force\n"
    assert "error MP-SAFE" in said.err
    assert "warning forced: this is put in place with errors, by --force" in said.err
    assert made(near) == ["print/cfp.pdf"]


def test_what_was_rejected_goes_when_it_is_mended(near: Path) -> None:
    assert main(["--project", str(near), "cfp", "--edition", "print"]) == 4
    page = near / "layouts" / "cfp" / "page.html.j2"
    page.write_text(NEAR.replace("left:2pt", "left:40pt"), "utf-8")
    assert main(["--project", str(near), "cfp", "--edition", "print"]) == 0
    assert made(near) == ["print/cfp.pdf"]


def test_a_good_file_of_before_stays_when_a_new_one_is_rejected(near: Path) -> None:
    page = near / "layouts" / "cfp" / "page.html.j2"
    page.write_text(NEAR.replace("left:2pt", "left:40pt"), "utf-8")
    assert main(["--project", str(near), "cfp", "--edition", "print"]) == 0
    good = (near / "output" / "print" / "cfp.pdf").read_bytes()
    page.write_text(NEAR, "utf-8")
    assert main(["--project", str(near), "cfp", "--edition", "print"]) == 4
    assert (near / "output" / "print" / "cfp.pdf").read_bytes() == good
    assert made(near) == ["print/cfp.pdf", "print/cfp.rejected.pdf"]


def test_a_code_that_says_something_else_is_found(write: Write, capsys: Capture) -> None:
    code = (
        "{{ art_code('https://example.org/a', 80, colour=colours.ink, title='code')"
        "|replace('example.org/a', 'example.org/b') }}"
    )
    page = NEAR.replace("left:2pt", "left:40pt").replace(
        "</body>", f'<div class="at" style="left:60pt;top:200pt">{code}</div></body>'
    )
    project = write({"layouts/cfp/page.html.j2": page})
    assert main(["--project", str(project), "cfp", "--edition", "print"]) == 4
    said = capsys.readouterr().err
    assert "error MP-QR: no QR code on the page says “https://example.org/b”" in said


def test_the_screen_edition_alone_is_not_held_to_the_press(near: Path) -> None:
    assert main(["--project", str(near), "cfp", "--edition", "screen"]) == 0


@pytest.mark.parametrize("address", ["https://submit.example.org/", "https://a.bc", None])
def test_the_flyer_keeps_its_codes_quiet_zone_whatever_the_address(
    tmp_path: Path, address: str | None
) -> None:
    project = tmp_path / "project"
    assert main(["init", "--full", str(project)]) == 0
    workshop = project / "data" / "workshop.yaml"
    text = workshop.read_text("utf-8")
    wanted = address or "https://submit.example.org/" + "long/" * 12
    workshop.write_text(text.replace("https://submit.example.org/", wanted), "utf-8")
    assert main(["--project", str(project), "cfp", "--edition", "print"]) == 0


def test_without_ghostscript_each_file_is_marked_and_it_is_said_once(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    project = write({"data/signs.yaml": "notices: [{id: a, title: Quiet}]\n"})
    monkeypatch.setenv("PATH", str(tmp_path))
    for product in ("cfp", "signage"):
        assert main(["--project", str(project), product, "--edition", "print"]) == 0
    said = capsys.readouterr()
    files = said.out.splitlines()
    assert len(files) > 2
    assert all(file.endswith("  checked, ink not measured") for file in files)
    once = (
        "warning R0026: ink was not measured: Ghostscript is not on this machine\n"
        "    install the package ghostscript (its program is gs)\n"
    )
    assert said.err == once * 2  # two runs
