"""What has no end, or is huge, ends soon with a problem that names it."""

import base64
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mi_print.cli import main
from mi_print.errors import InputError
from mi_print.event.load import load
from mi_print.layout.template_api.templates import Templates
from mi_print.products.edition.within_limits import MEGABYTES, SECONDS
from mi_print.resources import LAYOUTS
from tests.conftest import Write

BOXED = "<!doctype html><html lang=en><head><title>T</title></head><body>{}"
HUGE = BOXED.format("{{ 'x'|center(3 * 10**8) }}")
LOOP = "{% for a in range(99999) %}" * 2 + "{% endfor %}" * 2
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
USES = "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 9 + "</g>" for n in range(1, 12))
BOMB = SVG.format(f"<defs><g id='a0'><rect width='1' height='1'/></g>{USES}</defs>") + "\n"
BOMB = BOMB.replace("</defs>", "</defs><use href='#a11'/>")
BOMB_64 = base64.b64encode(BOMB.encode()).decode()


def picture(side: int) -> str:
    """Return a picture of one bit, as an address has it."""
    made = BytesIO()
    Image.new("1", (side, side)).save(made, "png")
    return base64.b64encode(made.getvalue()).decode()


PICTURE = picture(10_000)

TEMPLATES = {
    "a text repeated": "{{ 'x' * 10**10 }}",
    "a text repeated, the other way round": "{{ 10**10 * 'x' }}",
    "a list repeated": "{{ ([1] * 10**10)|length }}",
    "a list repeated in a list": "{{ [[1] * 99999999] }}",
    "a power": "{{ 10 ** 100000000 }}",
    "a power of a variable": "{% set n = 9 %}{{ n ** 99999999 }}",
    "a tower": "{{ 9 ** (9 ** 9) }}",
    "squares": "{% set n = namespace(x=3) %}{% for a in range(60) %}"
    "{% set n.x = n.x * n.x %}{% endfor %}",
    "a number printed": "{{ 10 ** 1200 * 10 ** 1200 }}",
    "a long range": "{% for a in range(10**9) %}x{% endfor %}",
    "a long range in a list": "{{ range(0, 10**12, 2)|list }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros that call each other": "{% macro a() %}{{ b() }}{% endmacro %}"
    "{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
    "a caller that calls": "{% macro m() %}{{ caller() }}{% endmacro %}"
    "{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}",
    "a recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "an include of itself": "{% include 'cfp/page.html.j2' %}",
    "an import of itself": "{% import 'cfp/page.html.j2' as x %}",
    "a template that extends itself": "{% extends 'cfp/page.html.j2' %}",
    "a block that is in itself": "{% block a %}{{ self.a() }}{% endblock %}",
    "brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "lists": "{{ " + "[" * 3000 + "]" * 3000 + " }}",
    "a long sum": "{{ 1" + "+1" * 20000 + " }}",
    "not": "{{ " + "not " * 9999 + "1 }}",
    "filters": "{{ 'a'" + "|upper" * 5000 + " }}",
    "attributes": "{{ x" + ".a" * 5000 + " }}",
    "conditions": "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "else and else": "{{ " + "1 if 0 else " * 5000 + "1 }}",
    "loops in loops": "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
}
"""Templates whose end Python itself finds, in the process that renders them."""


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_without_end_is_a_problem_of_that_template(write: Write, name: str) -> None:
    project = write({"layouts/cfp/page.html.j2": TEMPLATES[name]})
    with pytest.raises(InputError) as raised:
        Templates([project / "layouts", LAYOUTS], project).render("cfp/page.html.j2", {})
    (problem,) = raised.value.problems
    assert problem.rule in {"limit", "template"}
    assert "cfp/page.html.j2" in (problem.file or "")
    assert len(problem.message) < 200


LAYOUT = {
    "a template that loops": (
        {"page.html.j2": LOOP},
        "limit",
    ),
    "a text that grows": ({"page.html.j2": BOXED.format("{{ 'x'|center(10**9) }}")}, "limit"),
    "elements in elements": ({"page.html.j2": BOXED.format("<div>" * 5000)}, "limit"),
    "rules in rules": ({"page.css": "a {" * 50000}, "limit"),
    "calc in calc": ({"page.css": f"p {{ width: {'calc(' * 3000}1pt{')' * 3000} }}"}, "limit"),
    "a picture that unpacks": (
        {"page.html.j2": BOXED.format(f"<img alt=a src='data:image/png;base64,{PICTURE}'>")},
        "typeset",
    ),
    **{
        f"uses of uses in {name}": ({"page.html.j2": BOXED.format(text), "a.svg": BOMB}, "limit")
        for name, text in {
            "a file": "<img alt=a src=a.svg>",
            "an address": f"<img alt=a src=data:image/svg+xml;base64,{BOMB_64}>",
            "a background": "<p style='background: url(a.svg)'>A",
            "a marker": "<li style='list-style: url(a.svg)'>A",
            "contents": "<style>p::before { content: url(a.svg) }</style><p>A",
            "the template": BOMB,
        }.items()
    },
}


@pytest.mark.parametrize("name", LAYOUT)
def test_a_layout_without_end_is_a_problem_of_that_layout(
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    name: str,
) -> None:
    monkeypatch.setenv(SECONDS, "1")
    monkeypatch.setenv(MEGABYTES, "800")
    files, rule = LAYOUT[name]
    project = write({f"layouts/cfp/{file}": text for file, text in files.items()})
    options = ["--edition", "screen", "--out", str(tmp_path / "out")]
    assert main(["--project", str(project), "cfp", *options]) == 3
    said = capsys.readouterr().err
    assert re.match(rf"layouts/cfp(/page\.(html\.j2|css))?(:\d+)?: error {rule}: ", said)
    assert "Traceback" not in said
    assert "Warning" not in said
    assert len(said) < 1000
    assert not (tmp_path / "out").exists()
    if "a.svg" in files:
        assert "draws more than 200,000 elements" in said


MANIFEST = """\
product: {product}
about: A stranger's
{more}pages: 1
sizes:
  letter:
    margins: {{inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}}
    gutter: 5 pt
    base: 12 pt
"""


@pytest.mark.parametrize(
    ("product", "more"),
    [
        ("program", ""),
        ("badges", ""),
        ("badges", "series: {mode: slots}\n"),
        ("signage", "kind: notices\n"),
    ],
)
def test_in_every_product(
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    product: str,
    more: str,
) -> None:
    monkeypatch.setenv(MEGABYTES, "250")
    name = "notices" if product == "signage" else product
    files = {"page.html.j2": HUGE, "page.css": ""}
    project = write(
        {
            **{f"layouts/{name}/{file}": text for file, text in files.items()},
            f"layouts/{name}/layout.yaml": MANIFEST.format(product=product, more=more),
            "data/attendees.csv": "id,name\n1,Ada\n",
            "data/signs.yaml": "notices: [{id: a, title: A}]\n",
        }
    )
    options = ["--kind", "notices"] if product == "signage" else []
    assert main(["--project", str(project), product, *options]) == 3
    said = capsys.readouterr().err
    assert re.match(
        rf"layouts/{name}/page.html.j2(:1)?: error limit: this takes more .*memory", said
    )


NUMBERS = {
    "pages": ("shops.yaml", "shops: {a: {page-multiple: 1000000000}}", "too large"),
    "copies": ("print.yaml", "cfp: {quantity: 99999999999}", "too large"),
    "copies of signs": ("print.yaml", "signage: {quantity: 99999999999}", "too large"),
    "minutes": ("signs.yaml", "times: [99999]", "too large"),
    "a length": ("shops.yaml", "shops: {a: {safe: 99999 mm}}", "longer than a PDF page"),
    "a number of many digits": ("signs.yaml", f"times: [{'9' * 6000}]", ""),
    "times": ("signs.yaml", f"times: [{'5, ' * 9000}]", "there are 9,000 values here, of 60"),
    "papers": ("papers.yaml", "papers:\n" + "-\n" * 30000, "there are 30,000 values here"),
    "sessions": ("program.yaml", "sessions:\n" + "- {}\n" * 30000, "there are 30,000 values"),
    "authors": (
        "papers.yaml",
        f"papers: [{{id: a, title: A, authors: [{'B, ' * 9000}]}}]",
        "there are 9,000 values here, of 500 at most",
    ),
    "keys": ("print.yaml", "".join(f"a{n}: 1\n" for n in range(9000)), "no key is called"),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_no_number_or_list_of_the_data_is_without_end(write: Write, name: str) -> None:
    file, text, said = NUMBERS[name]
    problems = load(write({f"data/{file}": text})).problems
    found = [each for each in problems if each.file == f"data/{file}" and said in each.message]
    assert found
    assert name not in {"times", "papers", "sessions", "authors"} or len(found) == 1
    assert all(len(each.message) < 200 for each in problems)
