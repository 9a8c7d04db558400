"""Layouts that users wrote or copied in the past still set, and say what they said.

They lie in `layouts_before/` and don't change with `docs/layouts.md`.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.resources import BUNDLED

BEFORE = Path(__file__).parent / "layouts_before"

Said = Callable[..., list[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The workshop's own data, with the layouts that somebody wrote."""
    folder = tmp_path / "project"
    shutil.copytree(BUNDLED / "data", folder / "data")
    shutil.copytree(BEFORE / "written", folder / "layouts")
    return folder


@pytest.fixture
def said(project: Path) -> Said:
    """Return a function that makes a product in a layout and returns the text of its pages."""

    def make(orders: str, product: str, *options: str) -> list[str]:
        (project / "data" / "print.yaml").write_text(orders, "utf-8")
        command = ["--project", str(project), product, "--edition", "screen", *options]
        assert main(command) == 0
        (made,) = (project / "output" / "screen").glob("*.pdf")
        with pypdfium2.PdfDocument(made) as book:
            return [" ".join(page.get_textpage().get_text_range().split()) for page in book]

    return make


def test_the_flyer_of_the_manual(said: Said) -> None:
    (page,) = said("cfp: {layout: quiet}\n", "cfp")
    assert "NeurIPS 2025 San Diego, California, 7 December 2025" in page
    assert "Papers due 22 August 2025, AoE" in page


@pytest.mark.parametrize("layout", ["plain", "stamped"])
def test_the_badges_of_the_manual(said: Said, layout: str) -> None:
    pages = said(f"badges: {{layout: {layout}}}\n", "badges", "--only", "been-kim")
    assert pages == ["Speaker Been Kim"]


def test_a_sign_of_ones_own(said: Said) -> None:
    (page,) = said("date: 2025-11-20\n", "signage", "--kind", "break-signs")
    room = "Upper Level Room 30A–E"
    assert page.startswith(f"Breaks 9:00–9:15 Coffee break, {room}, 15 minutes 10:30–11:00 Coffee")
    assert f"12:30–13:30 Lunch break, {room}, 60 minutes" in page
    assert page.endswith(
        "Posters: 85 papers, boards 1–85, 7 topics Posters: 86 papers, boards 1–88, 7 topics"
    )


def test_every_function_for_words(said: Said) -> None:
    (page,) = said("cfp: {layout: words}\n", "cfp")
    assert page == (
        "weekday: Sunday; Sunday. day_month: 7 December. short_day: 7 Dec."
        " full_day: 7 December 2025; 22 August 2025, AoE. date: 2025, 12, 7."
        " numeral: three, twelve, 13. ranges: 1–4, 7, 9–10."
        " bound: Ada Sample. undivided: True, False."
        " short_address: example.org/a. direction: rtl, ltr. ceil: 2."
        " settled: A paragraph that ends in me."
        " host: NeurIPS 2025, San Diego, California."
        " room: Upper Level Room 30A–E, San Diego Convention Centre."
        " contact: neurips2025@mechinterpworkshop.com. zone: America/Los_Angeles."
        " about: 2 paragraphs. tracks: Short paper, 4 pages; Long paper, 9 pages."
        " keynotes: Chris Olah (Anthropic; keynote), Been Kim (Google DeepMind; keynote),"
        " Sarah Schwettmann (Transluce; keynote)."
        " 3 panelists, 8 organizers. an apostrophe: don't."
    )


@pytest.mark.slow
def test_copies_of_all_bundled_layouts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(BUNDLED / "data", tmp_path / "data")
    shutil.copytree(BEFORE / "copied", tmp_path / "layouts")
    assert main(["--project", str(tmp_path), "check"]) == 0
    assert "error" not in capsys.readouterr().err


@pytest.mark.parametrize("product", ["cfp", "signage"])
def test_copies_set_a_small_workshop(write: Callable[..., Path], product: str) -> None:
    project = write({})
    shutil.rmtree(project / "layouts")
    shutil.copytree(BEFORE / "copied", project / "layouts")
    (project / "data" / "print.yaml").unlink()
    sessions = "sessions: [{id: a, kind: talk, title: A talk, start: '09:00', end: '10:00'}]\n"
    (project / "data" / "program.yaml").write_text(sessions, "utf-8")
    assert main(["--project", str(project), product, "--edition", "screen"]) == 0
