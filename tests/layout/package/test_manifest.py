"""A layout's manifest: what it may say, and how its mistakes are said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.layout.package import find
from mi_print.layout.package.manifest import BLEED
from mi_print.resources import BUNDLED
from mi_print.trade.sizes import sizes

Write = Callable[[dict[str, str]], Path]

MANIFEST = """\
product: cfp
about: A flyer
sizes:
  a5:
    margins: {inner: 20 pt, outer: 10 mm, top: 1 in, foot: 2 cm}
    gutter: 5 pt
    base: 12 pt
    values: {rows: 3, ratio: 0.5, word: yes-please}
"""


def test_lengths_are_points_and_the_rest_has_its_defaults(write: Write) -> None:
    manifest = find.layout("cfp", write({"layouts/cfp/layout.yaml": MANIFEST})).manifest
    margins = manifest.sizes["a5"].margins
    wanted = (20, 10 * 72 / 25.4, 72, 20 * 72 / 25.4)
    assert (margins.inner, margins.outer, margins.top, margins.foot) == pytest.approx(wanted)
    assert manifest.sizes["a5"].values == {"rows": 3, "ratio": 0.5, "word": "yes-please"}
    assert (manifest.parts, manifest.pages, manifest.bound) == (("page",), None, False)


def test_the_bleed_that_layouts_paint_is_seven_millimetres() -> None:
    assert pytest.approx(7 / 25.4 * 72) == BLEED


@pytest.mark.parametrize("name", ["cfp", "program"])
def test_the_grids_of_our_layouts_keep_their_lines(name: str) -> None:
    for size, spec in find.layout(name, BUNDLED).manifest.sizes.items():
        trim = sizes()[size]
        grid = spec.grid(trim.width, trim.height)
        whole = (trim.height - grid.top - grid.foot) / grid.base
        assert whole == pytest.approx(grid.lines, abs=2e-3), f"{name} {size}"


@pytest.mark.parametrize(
    ("line", "by", "place"),
    [
        ("about: A flyer", "abuot: A flyer", "2:1"),
        ("product: cfp", "product: flyer", "1:10"),
        ("    gutter: 5 pt", "    gutter: 5", "6:13"),
        ("    base: 12 pt\n", "", "5:5"),
        ("sizes:", "pages: 0\nsizes:", "3:8"),
        ("sizes:", "parts: []\nsizes:", "3:8"),
    ],
)
def test_a_wrong_manifest_is_said_with_its_place(
    write: Write, line: str, by: str, place: str
) -> None:
    project = write({"layouts/cfp/layout.yaml": MANIFEST.replace(line, by)})
    with pytest.raises(InputError) as wrong:
        find.layout("cfp", project)
    assert f"layouts/cfp/layout.yaml:{place}: error" in str(wrong.value)


def series(write: Write, line: str, product: str = "badges", pages: str = "pages: 2\n") -> str:
    text = MANIFEST.replace("product: cfp\n", f"product: {product}\n{pages}series: {line}\n")
    try:
        found = find.layout("x", write({"layouts/x/layout.yaml": text})).manifest.series
    except InputError as reason:
        return str(reason)
    return f"{found.mode} {' '.join(found.vary)}"


def test_a_series_says_how_it_is_made(write: Write) -> None:
    assert series(write, "{mode: slots, vary: [role, url?]}") == "slots role url?"
    assert series(write, "{mode: slots, vary: [arc_#, url_#?]}") == "slots arc_# url_#?"
    assert series(write, "{mode: flow}") == series(write, "{}") == "flow "


@pytest.mark.parametrize(
    ("line", "product", "pages", "said"),
    [
        ("{mode: stamped}", "badges", "pages: 2\n", "known here: flow, slots"),
        ("{mode: slots, vary: [r-l]}", "badges", "pages: 2\n", "'r-l' is no field"),
        ("{mode: slots, vary: [url?#]}", "badges", "pages: 2\n", "'url?#' is no field"),
        ("{mode: slots, vary: [url, url?]}", "badges", "pages: 2\n", "varies by a field once"),
        ("{mode: flow, vary: [role]}", "badges", "pages: 2\n", "varies in mode: slots only"),
        ("{mode: slots}", "badges", "", "says how many pages a record has"),
        ("{mode: slots}", "badges", "pages: 1\nparts: [a, b]\n", "is one template"),
        ("{mode: slots, steps: 2}", "badges", "pages: 2\n", "several steps varies by step"),
        ("{mode: slots, vary: [step], steps: 2}", "badges", "pages: 2\n", "only signs are tried"),
        ("{mode: slots}", "cfp", "pages: 2\n", "only badges and signage are a series"),
    ],
)
def test_what_a_series_cannot_say(
    write: Write, line: str, product: str, pages: str, said: str
) -> None:
    problem = series(write, line, product, pages)
    assert problem.startswith("layouts/x/layout.yaml:")
    assert said in problem


COPYFIT = "{least-rows: 6, least-text: 7.5 pt, gives-way: [topics], largest-title: 120 pt}"


@pytest.mark.parametrize(
    ("product", "line", "said"),
    [
        ("cfp", COPYFIT, "each size says how many field-rows there are, in values"),
        ("program", COPYFIT, "only a layout of cfp has copyfit"),
        ("cfp", COPYFIT.replace("topics", "subjects"), "known here: about, keynotes"),
        ("cfp", COPYFIT.replace("least-rows: 6, ", ""), "least-rows"),
    ],
)
def test_what_gives_way_is_said_of_the_flyer_and_in_full(
    write: Write, product: str, line: str, said: str
) -> None:
    text = MANIFEST.replace("product: cfp\n", f"product: {product}\ncopyfit: {line}\n")
    with pytest.raises(InputError) as wrong:
        find.layout("x", write({"layouts/x/layout.yaml": text}))
    assert said in str(wrong.value)
