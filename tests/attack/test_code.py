"""A template runs nothing: it reaches plain data and documented functions, in every product."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2.runtime import LoopContext, Macro
from jinja2.utils import Namespace
from markupsafe import Markup

from mi_print.cli import main
from mi_print.errors import InputError
from mi_print.layout.template_api.templates import Templates
from mi_print.layout.template_api.views import View, bare, plain
from mi_print.resources import LAYOUTS
from tests.attack.given import Given, given
from tests.conftest import Write

DOCS = Path(__file__).parents[2] / "docs"
BACK = "\\"
DATA = (str, Markup, int, float, bool, type(None), list, tuple, dict)
"""What holds data and nothing else; their methods are exempt by name."""


@pytest.fixture(scope="module")
def products() -> Iterator[Given]:
    with pytest.MonkeyPatch.context() as patch:
        yield given(patch)


def told(*files: str) -> set[str]:
    """Return every word that documents set as code."""
    text = "".join((DOCS / f"{file}.md").read_text("utf-8") for file in files)
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {
        word for code in re.findall(r"`([^`]+)`", prose) for word in re.findall(r"[\w-]+", code)
    }


def functions() -> set[str]:
    """Return the functions that a template may call, as the documents name them."""
    text = "".join((DOCS / f"{file}.md").read_text("utf-8") for file in ("layouts", "signage"))
    called = set(re.findall(r"`([\w.]+)\(", text))
    (own,) = re.findall(r"^- the functions (.*);$", text, re.MULTILINE)
    words = re.findall(r"^\| (`.*?`) \|", text.partition("## Words")[2], re.MULTILINE)
    listed = {name for names in [own, *words] for name in re.findall(r"`([\w.]+)[`(]", names)}
    colours = {"cap_top", "baseline_top", "stem_left"}
    return called | listed | colours


def reached(
    environment: Any,  # noqa: ANN401 - the sandbox, of which Jinja's base class knows nothing
    value: object,
    path: tuple[str, ...] = (),
    seen: set[object] | None = None,
) -> Iterator[tuple[str, object]]:
    """Yield everything that a template can get from a value, with the way to it."""
    seen = set() if seen is None else seen
    yield ".".join(path), value
    if isinstance(value, dict):
        for name, each in value.items():
            yield from reached(environment, each, (*path, str(name)), seen)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from reached(environment, each, path, seen)
    elif not isinstance(value, DATA):
        same = (type(value), id(bare(value)))
        if same in seen:
            return
        seen.add(same)
        for name in dir(value):
            inner = getattr(value, name)
            if environment.is_safe_attribute(value, name, inner):
                yield from reached(environment, inner, (*path, name), seen)


def test_a_template_reaches_data_and_documented_functions_and_nothing_else(
    products: Given,
) -> None:
    allowed = functions()
    called, fields, objects = set(), set(), set()
    for contexts in products.values():
        for environment, variables in contexts[::10]:
            seen: set[object] = set()
            for path, value in reached(environment, dict(variables), seen=seen):
                if callable(value):
                    called.add(path)
                elif isinstance(value, View):
                    fields |= {name for name in dir(value) if not name.startswith("_")}
                elif not isinstance(value, DATA):
                    objects.add(f"{path}: {type(value)}")
    assert objects == set()
    assert called - allowed == set()
    assert {"face", "grid.x", "day.set", "poster_sheet", "page_of", "range", "dict"} <= called
    assert fields - told("layouts", "signage", "data", "badges") == set()
    assert {"name", "boards", "minutes"} <= fields


SAMPLES: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
    "face": lambda given: given["face"]("text"),
    "sized": lambda given: given["sized"]("text", 20),
    "fitted": lambda given: given["fitted"]("A title", "text", 90, 2),
    "lettered": lambda given: given["lettered"](
        [{"text": "Ada", "step": "text", "size": 20, "least": 9, "floor": 9}],
        {"width": 90, "height": 90, "baseline": 30},
    ),
    "art_arc": lambda given: given["art_arc"](1, radius=9, stroke=2, colour="#000000"),
    "art_ring": lambda given: given["art_ring"](
        0.5, radius=9, stroke=2, hairline=1, colours=("#000000", "#FFFFFF")
    ),
    "art_arrow": lambda given: given["art_arrow"](1, length=9, stroke=2, colour="#000000"),
    "day.set": lambda given: given["day"]["set"](size=7, row=9, time=30, height=200),
    "day_rows": lambda given: given["day_rows"](
        list(given["program"].sessions), ("door-strong", "door-title"), (200, 300), 40
    ),
    "poster_sheet": lambda given: given["poster_sheet"](
        given["poster_sessions"][0], **dict.fromkeys(("columns", "width", "height"), 900),
        head=9, above=1, below=1, mark=1,
    ),
    "clear_of": lambda given: given["clear_of"]("A place", room=200, above=200),
}  # fmt: skip
"""Calls whose result is more than a text or a number."""


@pytest.mark.parametrize("name", SAMPLES)
def test_what_functions_return_is_plain_too(products: Given, name: str) -> None:
    at = name.partition(".")[0]
    contexts = [each for found in products.values() for each in found if at in each[1]]
    environment, variables = contexts[-1]
    found = list(reached(environment, SAMPLES[name](variables)))
    assert [path for path, value in found if callable(value)] == []
    assert {type(value) for _, value in found if not isinstance(value, (*DATA, View))} == set()
    assert len(found) > 1


def test_filters_and_tests_are_those_that_are_documented(products: Given) -> None:
    environment, _ = products["cfp"][0]
    text = (DOCS / "layouts.md").read_text("utf-8")
    (listed,) = re.findall(r"^- the filters (.*);$", text, re.MULTILINE)
    words = {name for name in functions() if name in environment.filters}
    assert set(environment.filters) == set(re.findall(r"`(\w+)`", listed)) | words
    assert set(environment.tests) == set(jinja2.Environment().tests)  # noqa: S701 - renders nothing


def test_what_jinja_itself_brings_gives_nothing_either(products: Given) -> None:
    environment, _ = products["cfp"][0]
    kept: list[Any] = []
    source = "{% macro m() %}{{ caller|keep }}{% endmacro %}{% call m() %}{% endcall %}"
    source += "{{ [self, m, namespace(a=1)]|keep }}{% for x in [1] %}{{ loop|keep }}{% endfor %}"
    overlaid = environment.overlay()
    overlaid.filters = {**environment.filters, "keep": kept.append}
    overlaid.from_string(source).render()
    caller, (template, macro, space), loop = kept
    assert isinstance(caller, Macro)
    assert isinstance(macro, Macro)
    assert isinstance(space, Namespace)
    assert isinstance(loop, LoopContext)
    for value in (caller, template, macro, space, loop):
        names = [name for name in dir(value) if overlaid.is_safe_attribute(value, name, None)]  # type: ignore[attr-defined]
        found = {name: getattr(value, name) for name in names}
        called = {name for name, each in found.items() if callable(each)}
        undefined = {name for name in called if isinstance(found[name], jinja2.Undefined)}
        assert called - undefined <= {"cycle", "changed"}


PICKLE = "cos\\nsystem\\n(S'touch {mark}'\\ntR."
CODE = {
    "pydantic's parse_raw": 'workshop.parse_raw("' + PICKLE + '",'
    " content_type='application/pickle', allow_pickle=True)",
    "the same of a part": 'workshop.host.parse_raw("{{}}", allow_pickle=True)',
    "pydantic's parse_file": "workshop.host.parse_file('{secret}')",
    "a model's class": "workshop.model_construct()",
    "a model's copy": "workshop.model_copy(update={{'name': 'x'}}).name",
    "a model's dump": "workshop.model_dump_json()",
    "a model's schema": "workshop.model_json_schema()",
    "a model's fields": "workshop.model_fields",
    "by a subscript": "workshop['parse_raw']('1')",
    "by the filter attr": "(workshop|attr('parse_raw'))('1')",
    "by the filter map": "([workshop]|map(attribute='parse_raw')|first)('1')",
    "by the view's own": "workshop._of.parse_raw('1')",
    "by the view's own, mapped": "[workshop]|map(attribute='_of')|first",
    "by a format": "'{{0._of}}'.format(workshop)",
    "by a format that is mapped": "[workshop]|map('string')|list",
    "a date's class": "workshop.date.fromtimestamp(0)",
    "a date's today": "workshop.date.today()",
    "a date's format": "workshop.date.strftime('%c')",
    "a function's globals": "face.__globals__",
    "a function's own object": "face.__self__.theme",
    "a function's closure": "face.__closure__",
    "a partial's": "face.func",
    "a cache's": "face.cache_clear()",
    "a class by a text": "''.__class__.__mro__",
    "a class by a global": "range.mro()",
    "a mapping's class": "dict.fromkeys('ab')",
    "a mapping changed": "colours.update(signal='#000000')",
    "a list changed": "[1].append(2)",
    "a filter that is not there": "[1, 2]|random",
    "a function that is not there": "lipsum(1)",
    "the template's own": "self._TemplateReference__context",
    "a macro's environment": "self.__init__.__globals__",
    "the grid's object": "grid.replace()",
    "a whole object printed": "workshop",
}  # fmt: skip
"""Ways to what a template may not have; each alone must end the rendering with an error."""


@pytest.mark.parametrize("way", CODE)
def test_no_way_leads_to_code_in_any_product(products: Given, tmp_path: Path, way: str) -> None:
    mark, secret = tmp_path / "mark", tmp_path / "secret.json"
    secret.write_text('{"name": "secret", "place": "here"}', "utf-8")
    expression = CODE[way].format(mark=mark, secret=secret)
    tried = 0
    for contexts in products.values():
        environment, variables = contexts[0]
        with pytest.raises((jinja2.TemplateError, TypeError, ValueError)):
            environment.from_string(f"{{{{ {expression} }}}}").render(variables)
        tried += 1
    assert tried > 15
    assert not mark.exists()


@pytest.mark.parametrize("product", ["cfp", "program", "badges", "signage"])
def test_a_strangers_layout_runs_nothing(
    write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path, product: str
) -> None:
    mark = tmp_path / "mark"
    attack = "{{ " + CODE["pydantic's parse_raw"].format(mark=mark) + " }}"
    kind, name = ("kind: greeting\n", "greeting") if product == "signage" else ("", product)
    manifest = f"""\
product: {product}
about: A stranger's
{kind}pages: 1
sizes:
  letter:
    margins: {{inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}}
    gutter: 5 pt
    base: 12 pt
"""
    files = {"layout.yaml": manifest, "page.html.j2": attack, "page.css": ""}
    project = write(
        {
            **{f"layouts/{name}/{file}": text for file, text in files.items()},
            "data/print.yaml": "cfp: {size: letter}\n",
            "data/attendees.csv": "id,name\n1,Ada\n",
        }
    )
    options = ["--kind", "greeting"] if kind else []
    assert main(["--project", str(project), product, *options]) == 3
    said = capsys.readouterr().err
    assert said.startswith(f"layouts/{name}/page.html.j2:1: error template: 'Workshop object'")
    assert "has no attribute 'parse_raw'" in said
    assert not mark.exists()


@pytest.mark.parametrize(
    "name",
    [
        *("../secret", "cfp/../../secret", "/etc/passwd", "cfp//etc/passwd", "./cfp/page.html.j2"),
        *("cfp/..%2f..%2fsecret", "file:///etc/passwd", "cfp\\..\\secret", "C:\\secret", "\\0"),
        *("~/secret", ".hidden/x", "_shared/../../secret", "cfp/link", "cfp/pipe", "cfp/."),
    ],
)
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_no_tag_of_jinja_reads_elsewhere(write: Write, name: str, tag: str) -> None:
    said = f"{{% {tag} '{name.replace(BACK, BACK * 2)}' {'as x ' if tag == 'import' else ''}%}}"
    project = write({"layouts/cfp/page.html.j2": said, "layouts/.hidden/x": "secret"})
    (project / "secret").write_text("secret", "utf-8")
    (project / "layouts" / "cfp" / "link").symlink_to("/etc/passwd")
    os.mkfifo(project / "layouts" / "cfp" / "pipe")
    templates = Templates([project / "layouts", LAYOUTS], project)
    with pytest.raises(InputError, match=r"there is no template|null"):
        templates.render("cfp/page.html.j2", {})


@pytest.mark.parametrize("value", [Path("/"), object(), {"a": {1}}, str, [Path], b"bytes"])
def test_what_is_not_plain_is_not_given(value: object) -> None:
    with pytest.raises(TypeError, match="a template may not be given a "):
        plain(value)
