"""A code without room for its address is not printed; a warning says so at the address's place.

In every product by the same measure: stamped badges and board cards, badges
typeset whole, the flyer, notices; by `--only` as by a whole run.  Only a code
that a layout draws smaller than it asked for is an error.
"""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from mi_print.cli import main
from tests.products import sample_layouts
from tests.products.sample_layouts import layout_files
from tests.small_workshop import YAML

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

LONG = "https://example.org/" + "0f" * 100
"""220 characters: 61 modules, of 0.29 mm in 50 pt."""
SHOWN = LONG[:39] + "…"

SLOT = """\
<section class="side">
<p class="at t-badge-name" data-slot="name" data-fit="20pt..8pt" data-wished="20"
  style="{{ box(20, 30, 248, 30) }}"></p>
<div class="at" data-slot="url" data-slot-kind="code" style="{{ box(100, 100, 50, 50) }}"></div>
</section>
"""
WHOLE = """\
<section class="side">
<p class="at t-badge-name" style="{{ box(20, 30, 248, 90) }};font-size:12pt">{{ badge.name }}</p>
{% if badge.url %}
<div class="at" style="{{ box(100, 100, 50, 50) }}">
{{ art_code(badge.url, 50, colour=colours.ink, title='Code') }}</div>
{% endif %}
</section>
"""
PEOPLE = f"""\
id,name,url
1,Ada Sample,https://example.org/ada
2,Bo Sample,{LONG}
3,Cy Sample,https://example.org/cy
"""
FLYER = """\
<!doctype html>
<html lang="en"><head><title>Call</title></head><body>
<p class="at" style="left:20pt;top:20pt">Call</p>
<div class="at" style="left:100pt;top:100pt;width:60pt;height:60pt">
{{ art_code(call.submit, 60, colour=colours.ink, title='Code') }}</div>
</body></html>
"""
CALL = """\
call:
  deadline: {date: 2025-08-22, zone: AoE}
  submit: ADDRESS
  tracks: [{name: Long, pages: 9}]
"""
NOTICES = """\
<html lang="en"><head><title>Notices</title></head><body>
{% for notice in cards %}
{% set said = wifi_code(notice.wifi.network, notice.wifi.password) if notice.wifi else notice.url %}
<section style="position:relative;height:var(--height);break-after:page">
<p class="at" style="left:20pt;top:20pt">{{ notice.title }}</p>
<div class="at" style="left:100pt;top:100pt;width:40pt;height:40pt">
{{ art_code(said, 40, colour=colours.ink, title='Code') }}</div>
</section>
{% endfor %}
</body></html>
"""
NOTICE_LAYOUT = """\
product: signage
kind: notices
about: Notices
sizes:
  a5:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
"""
SIGNS = f"""\
notices:
  - {{id: web, title: Web, url: "{LONG}"}}
  - {{id: net, title: Net, wifi: {{network: A long network, password: "{"x" * 90}"}}}}
  - {{id: fine, title: Fine, url: "https://example.org"}}
"""


def run(project: Path, *command: str) -> int:
    return main(["--project", str(project), *command, "--edition", "screen"])


def codes(file: Path) -> list[set[str]]:
    """Return what the codes of each page say."""
    with pypdfium2.PdfDocument(file) as pages:
        drawn = [page.render(scale=4, grayscale=True).to_pil() for page in pages]
    return [{code.text for code in zxingcpp.read_barcodes(page)} for page in drawn]


@pytest.mark.parametrize("only", [(), ("--only", "2")])
@pytest.mark.parametrize("body", [SLOT, WHOLE], ids=["stamped", "whole"])
def test_a_badge_is_without_it_and_its_person_is_named(
    write: Write, capsys: Capture, body: str, only: tuple[str, ...]
) -> None:
    series = "{mode: slots}" if body is SLOT else ""
    project = write(sample_layouts.project(sample_layouts.manifest(1, series), body, PEOPLE))
    assert run(project, "badges", *only) == 0
    said = (
        "data/attendees.csv:3:13: warning no-code: badge of Bo Sample: the QR code of"
        f" “{SHOWN}” (220 characters) would have modules of 0.289 mm, below 0.4 mm,"
        " and is not printed shorten it to 106 characters, order a larger size,"
        " or give the code more room in the layout"
    )
    assert said in " ".join(capsys.readouterr().err.split())
    (file,) = (project / "output" / "screen").glob("*.pdf")
    others = [{"https://example.org/ada"}, {"https://example.org/cy"}]
    assert codes(file) == ([set()] if only else [others[0], set(), others[1]])


def test_a_badge_without_it_has_the_design_of_those_who_have_none(write: Write) -> None:
    body = "{% if badge.url %}" + SLOT + "{% else %}" + SLOT.replace("url", "id") + "{% endif %}"
    manifest = sample_layouts.manifest(1, "{mode: slots, vary: ['url?']}")
    project = write(sample_layouts.project(manifest, body, PEOPLE))
    assert run(project, "badges") == 0
    assert codes(project / "output" / "screen" / "badges.pdf")[1] == {"2"}


def test_of_what_is_not_asked_for_nothing_is_said(write: Write, capsys: Capture) -> None:
    project = write(sample_layouts.project(sample_layouts.manifest(), SLOT, PEOPLE))
    assert run(project, "badges", "--only", "1", "--only", "3") == 0
    assert "no-code" not in capsys.readouterr().err


@pytest.mark.parametrize("body", [SLOT, WHOLE], ids=["stamped", "whole"])
def test_a_person_of_the_program_is_found_in_the_workshop(
    write: Write, capsys: Capture, body: str
) -> None:
    series = "{mode: slots}" if body is SLOT else ""
    people = f"people:\n  - {{id: bo, name: Bo Sample, roles: [organizer], url: {LONG}}}\n"
    listed = "id,name\n1,Ada Sample\n"
    files = sample_layouts.project(sample_layouts.manifest(1, series), body, listed)
    project = write({**files, "data/workshop.yaml": YAML + people})
    assert run(project, "badges") == 0
    line = (YAML + people).splitlines().index(people.splitlines()[1]) + 1
    column = people.splitlines()[1].index("https") + 1
    said = capsys.readouterr().err
    assert f"data/workshop.yaml:{line}:{column}: warning no-code: badge of Bo Sample" in said


def test_the_flyers_address_is_named_by_its_key(write: Write, capsys: Capture) -> None:
    data = YAML + CALL.replace("ADDRESS", LONG)
    project = write({"layouts/cfp/page.html.j2": FLYER, "data/workshop.yaml": data})
    assert run(project, "cfp") == 0
    line = data[: data.index("  submit")].count("\n") + 1
    assert (
        capsys.readouterr()
        .err.splitlines()[0]
        .startswith(
            f"data/workshop.yaml:{line}:11: warning no-code: the QR code of “{SHOWN}”"
            " (220 characters) would have modules of 0.347 mm, below 0.4 mm"
        )
    )


def test_a_code_that_a_layout_makes_smaller_is_an_error(write: Write, capsys: Capture) -> None:
    data = YAML + CALL.replace("ADDRESS", LONG)
    flyer = FLYER.replace("height:60pt", "height:60pt;transform:scale(0.5)")
    flyer = flyer.replace("call.submit, 60", "call.submit, 120")
    project = write({"layouts/cfp/page.html.j2": flyer, "data/workshop.yaml": data})
    assert run(project, "cfp") == 3
    line = data[: data.index("  submit")].count("\n") + 1
    assert capsys.readouterr().err.splitlines()[0] == (
        f"data/workshop.yaml:{line}:11, page 1 [115 115 60×60 pt]: error code-size:"
        f" the QR code of “{SHOWN}”"
        " (220 characters) would have modules of 0.347 mm, below 0.4 mm"
    )


def test_signs_are_named_by_the_page_or_the_network(write: Write, capsys: Capture) -> None:
    files = layout_files("panels", NOTICE_LAYOUT, NOTICES, "")
    orders = "signage: {kinds: {notices: {layout: panels}}}\n"
    project = write({**files, "data/signs.yaml": SIGNS, "data/print.yaml": orders})
    assert run(project, "signage", "--kind", "notices") == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "no-code" in line]
    assert [line.partition(" warning")[0] for line in said] == [
        "data/signs.yaml:2:32:",
        "data/signs.yaml:3:43:",
    ]
    assert codes(project / "output" / "screen" / "signage-notices.pdf") == [
        set(),
        set(),
        {"https://example.org"},
    ]
