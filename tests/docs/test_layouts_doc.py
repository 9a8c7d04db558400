"""What docs/layouts.md says is so: its example runs, and it names everything there is."""

import re
from pathlib import Path

import pypdfium2
import pytest
from jinja2 import Environment, meta

from mi_print.cli import main
from mi_print.event.load import load
from mi_print.layout.package.manifest import KeepOut, Manifest, Margins, SeriesMode, SizeSpec
from mi_print.products.edition.composer import composer_of
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request
from mi_print.resources import BUNDLED, LAYOUTS

DOCUMENT = Path(__file__).parents[2] / "docs" / "layouts.md"
TEXT = DOCUMENT.read_text("utf-8")

_FILE = re.compile(r"^`(layouts/quiet/[\w.]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project with the layout that the document tells one to write."""
    folder = tmp_path / "project"
    assert main(["init", "--full", str(folder)]) == 0
    found = dict(_FILE.findall(TEXT))
    assert len(found) == 3
    for name, text in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "data" / "print.yaml").write_text("cfp:\n  layout: quiet\n", "utf-8")
    return folder


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_the_example_makes_a_flyer(
    project: Path, size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["--project", str(project), "cfp", "--size", size]) == 0
    assert capsys.readouterr().err == ""
    name = "cfp.pdf" if size == "letter" else "cfp-a4.pdf"
    with pypdfium2.PdfDocument(project / "output" / "screen" / name) as book:
        assert len(book) == 1
        assert "Papers due 15 April 2027, AoE" in " ".join(
            book[0].get_textpage().get_text_range().split()
        )


def test_the_example_sets_the_real_workshop(project: Path) -> None:
    (project / "data" / "workshop.yaml").write_text(
        (BUNDLED / "data" / "workshop.yaml").read_text("utf-8"), "utf-8"
    )
    for name in ("program.yaml", "papers.yaml"):
        (project / "data" / name).unlink()
    assert main(["--project", str(project), "cfp"]) == 0


def told() -> set[str]:
    """Return every word that the document sets as code."""
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    return {
        word for code in re.findall(r"`([^`]+)`", prose) for word in re.findall(r"[\w-]+", code)
    }


def test_every_key_of_the_manifest_is_told() -> None:
    keys = {
        about.alias or name
        for model in (Manifest, SeriesMode, SizeSpec, Margins, KeepOut)
        for name, about in model.model_fields.items()
    }
    assert keys - told() == set()


def test_every_name_that_a_template_is_given_is_told(project: Path) -> None:
    loaded = load(project)
    assert loaded.event is not None
    job = resolve("cfp", project, loaded, Request(project))
    context = composer_of(job, loaded.event).context
    assert set(context.variables()) - told() == set()


@pytest.mark.parametrize("product", ["cfp", "program", "badges"])
def test_every_name_that_the_layouts_use_is_told(product: str) -> None:
    used: set[str] = set()
    for path in (LAYOUTS / product).glob("*.html.j2"):
        used |= meta.find_undeclared_variables(Environment().parse(path.read_text("utf-8")))  # noqa: S701 - renders nothing
    assert used - told() - {"range", "caller"} == set()


def test_every_macro_is_told() -> None:
    text = (LAYOUTS / "_shared" / "macros.html.j2").read_text("utf-8")
    assert set(re.findall(r"\{% macro (\w+)\(", text)) - told() == set()
