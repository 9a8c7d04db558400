"""Ten thousand badges, ours and others': `make bench` prints the table.

All draw the same: 4 × 3 in, both sides, four texts and a QR code for each
person.  Ours is timed twice: stamping alone, after the master is set, and the
whole command with preflight.  The peers are what one would reach for instead:
the same layout typeset whole (on a part of the badges, in proportion),
ReportLab by hand, and Typst.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import measure
import qrcode
import typst
from qrcode.constants import ERROR_CORRECT_M
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_print.layout.qr import modules
from mi_print.resources import FONTS

MI_PRINT = Path(sys.executable).with_name("mi-print")
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ra",
    "ten",
    "ush",
    "ber",
    "an",
    "el",
    "tor",
    "vi",
    "sch",
    "mann",
    "ova",
]
_WHOLE = 400  # badges that are typeset whole; their time is taken in proportion
_REPORTLAB = 2_000
_INTER = FONTS / "inter"

LAYOUT = """\
product: badges
about: Badges of the bench
pages: 2
series: {{mode: {mode}{vary}}}
sizes:
  4x3in:
    margins: {{inner: 23 pt, outer: 23 pt, top: 23 pt, foot: 23 pt}}
    gutter: 8 pt
    base: 6 pt
"""
CSS = """\
.side { position: relative; width: var(--width); height: var(--height); break-after: page }
p { color: var(--ink) }
.in-paper { color: var(--paper) }
"""
PAGE = """\
{{% from "_shared/macros.html.j2" import area, box %}}
<!doctype html>
<html lang="{{{{ workshop.lang }}}}"><head><title>Badges</title></head><body>
{{% for badge in badges %}}
<section class="side">
<p class="at t-badge-day" style="{{{{ box(23, 24, 200, 10) }}}}">{{{{ workshop.name }}}}</p>
{given}
{family}
{affiliation}
{{{{ area(-bleed, 160, grid.width + 2 * bleed, grid.height - 160 + bleed, 'signal') }}}}
<p class="at t-badge-role in-paper" style="{{{{ box(23, 175, 200, 20) }}}}">Attendee</p>
</section>
<section class="side">
{name}
{code}
</section>
{{% endfor %}}
</body></html>
"""
TEXTS = {
    "given": ("badge-name", "64pt..16pt; least 32pt; lines 2", "23, 40, 242, 70"),
    "family": ("badge-family", "25pt..12pt; lines 2", "23, 112, 242, 28"),
    "affiliation": ("badge-affiliation", "14pt..7pt; lines 2", "23, 138, 242, 18"),
    "name": ("badge-role", "15pt..7pt; lines 2", "23, 24, 170, 40"),
}


def people(count: int) -> Iterator[dict[str, str]]:
    """Yield made-up people, the same ones every time."""
    chance = random.Random(1)  # noqa: S311 - names, not secrets
    made = ["".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(3_000)]
    for number in range(count):
        given, family, place = (chance.choice(made) for _ in range(3))
        yield {
            "id": f"S{number:06}",
            "name": f"{given} {family} {number}",
            "given": given,
            "family": f"{family} {number}",
            "affiliation": f"University of {place}",
            "url": f"https://example.org/p/{number:06}",
        }


def project(folder: Path, count: int, mode: str) -> Path:
    """Write a project with so many attendees, whose badges are stamped or typeset whole."""
    subprocess.run([str(MI_PRINT), "init", str(folder)], check=True, capture_output=True)
    rows = [",".join(person.values()) for person in people(count)]
    head = "id,name,given,family,affiliation,url"
    (folder / "data/attendees.csv").write_text("\n".join([head, *rows]) + "\n", "utf-8")
    (folder / "data/print.yaml").write_text("badges: {layout: bench}\n", "utf-8")
    layout = folder / "layouts/bench"
    layout.mkdir(parents=True)
    vary = ", vary: [role]" if mode == "slots" else ""
    (layout / "layout.yaml").write_text(LAYOUT.format(mode=mode, vary=vary), "utf-8")
    (layout / "page.css").write_text(CSS, "utf-8")
    (layout / "page.html.j2").write_text(PAGE.format(**_places(mode)), "utf-8")
    return folder


def _places(mode: str) -> dict[str, str]:
    """Return the elements of the texts and the code, as slots or as what stands in them."""
    if mode == "slots":
        texts = {
            field: f'<p class="at t-{step}" data-slot="{field}" data-fit="{fit}"'
            f' style="{{{{ box({box}) }}}}"></p>'
            for field, (step, fit, box) in TEXTS.items()
        }
        code = '<div class="at" data-slot="url" data-slot-kind="code"'
        return {**texts, "code": f'{code} style="{{{{ box(205, 100, 60, 60) }}}}"></div>'}
    texts = {
        field: f'<p class="at t-{step}" style="{{{{ box({box}) }}}};{{{{ fitted(badge.{field},'
        f" '{step}', 242, 2).style }}}}\">{{{{ badge.{field} }}}}</p>"
        for field, (step, _, box) in TEXTS.items()
    }
    drawn = "art_code(badge.url, 60, colour=colours.ink, title=badge.url)"
    code = f'<div class="at" style="{{{{ box(205, 100, 60, 60) }}}}">{{{{ {drawn} }}}}</div>'
    return {**texts, "code": code}


def in_place(folder: Path) -> measure.Run:
    """Make the print edition of a project's badges from the shell."""
    command = [str(MI_PRINT), "--project", str(folder), "badges", "--edition", "print"]
    return measure.run([*command, "--where", "role=attendee"])


def by_reportlab(count: int, path: Path) -> float:
    """Draw badges by hand and return the seconds; no shaping, so Latin names only."""
    pdfmetrics.registerFont(TTFont("Strong", str(next(_INTER.glob("*Display-SemiBold.ttf")))))
    pdfmetrics.registerFont(TTFont("Plain", str(next(_INTER.glob("Inter-Regular.ttf")))))
    start = time.perf_counter()
    canvas = Canvas(str(path), pagesize=(306, 234), pageCompression=1)
    for person in people(count):
        canvas.setFillColorCMYK(0, 0.9, 1, 0.05)
        canvas.rect(0, 0, 306, 65, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        _set(canvas, person["given"], "Strong", 64, (32, 140))
        _set(canvas, person["family"], "Strong", 25, (32, 98))
        _set(canvas, person["affiliation"], "Plain", 14, (32, 74))
        canvas.showPage()
        canvas.setFillColorCMYK(0, 0, 0, 1)
        _set(canvas, person["name"], "Strong", 15, (32, 190))
        _code(canvas, person["url"])
        canvas.showPage()
    canvas.save()
    return time.perf_counter() - start


def _set(canvas: Canvas, text: str, font: str, size: float, place: tuple[float, float]) -> None:
    while size > 8 and len(simpleSplit(text, font, size, 242)) > 1:  # noqa: PLR2004 - the floor
        size -= 1
    canvas.setFont(font, size)
    canvas.drawString(*place, text)


def _code(canvas: Canvas, text: str) -> None:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=3)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    module = 60 / len(rows)
    path = canvas.beginPath()
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                path.rect(214 + x * module, 126 - (y + 1) * module, module, module)
    canvas.drawPath(path, stroke=0, fill=1)


TYPST = """\
#set page(width: 306pt, height: 234pt, margin: 0pt)
#set text(font: "Inter", fill: cmyk(0%, 0%, 0%, 100%))
#let fitted(size, width, body) = context {
  let wide = measure(text(size: size, body)).width
  text(size: calc.max(8pt, if wide > width { size * (width / wide) } else { size }), body)
}
#for person in json("people.json") {
  place(bottom, rect(width: 306pt, height: 65pt, fill: cmyk(0%, 90%, 100%, 5%)))
  place(dx: 32pt, dy: 49pt, text(weight: "semibold", fitted(64pt, 242pt, person.given)))
  place(dx: 32pt, dy: 121pt, text(weight: "semibold", fitted(25pt, 242pt, person.family)))
  place(dx: 32pt, dy: 147pt, fitted(14pt, 242pt, person.affiliation))
  pagebreak()
  place(dx: 32pt, dy: 33pt, text(weight: "semibold", fitted(15pt, 170pt, person.name)))
  place(dx: 214pt, dy: 109pt, curve(fill: cmyk(0%, 0%, 0%, 100%), ..person.code.map(run => {
    let (x, y, w) = run
    (curve.move((x * 1pt, y * 1pt)), curve.line((w * 1pt, 0pt), relative: true),
     curve.line((0pt, person.module * 1pt), relative: true),
     curve.line((-w * 1pt, 0pt), relative: true), curve.close())
  }).flatten()))
  pagebreak(weak: true)
}
"""


def by_typst(count: int, folder: Path) -> float:
    """Set the same in Typst and return the seconds; codes are encoded in Python, as by us."""
    start = time.perf_counter()
    rows = [person | _runs(person["url"]) for person in people(count)]
    (folder / "people.json").write_text(json.dumps(rows), "utf-8")
    (folder / "badges.typ").write_text(TYPST, "utf-8")
    typst.compile(
        str(folder / "badges.typ"), output=str(folder / "typst.pdf"), font_paths=[str(_INTER)]
    )
    return time.perf_counter() - start


def _runs(text: str) -> dict[str, object]:
    rows = modules(text)
    module = 60 / len(rows)
    found = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end] == row[x]:
                end += 1
            if not row[x]:
                found.append((x * module, y * module, (end - x) * module))
            x = end
    return {"code": found, "module": module}


def main(count: int, folder: Path) -> None:
    """Print the table of so many badges."""
    print(f"\n{count:,} badges, both sides{'':13}{'seconds':>9}{'bar':>6}{'MB':>7}{'KB each':>9}")
    folder.mkdir()
    ours = project(folder / "slots", count, "slots")
    stamped = _stamped(ours)
    print(f"{'stamped, after the master':34}{stamped:9.2f}{6:6}")
    run = in_place(ours)
    size = (ours / "output/print/badges-only.pdf").stat().st_size / count / 1e3
    print(
        f"{'in place, with preflight':34}{run.seconds:9.2f}{25:6}{run.memory / 1e6:7.0f}{size:9.2f}"
    )
    _one(ours)
    whole = in_place(project(folder / "whole", _WHOLE, "flow")).seconds
    start = in_place(project(folder / "one", 1, "flow")).seconds
    peers = {
        "typeset whole, on two cores": (whole - start) * count / _WHOLE,
        "by hand with ReportLab": by_reportlab(_REPORTLAB, folder / "r.pdf") * count / _REPORTLAB,
        "by Typst": by_typst(count, folder),
    }
    for name, seconds in peers.items():
        print(
            f"{name:34}{seconds:9.2f}{'':6}{'':7}   {seconds / stamped:.1f} × stamping", flush=True
        )


def _one(folder: Path) -> None:
    """Make one badge of five hundred again, before and after its master is kept."""
    listed = folder / "data/attendees.csv"
    everybody = listed.read_text("utf-8")
    listed.write_text("".join(everybody.splitlines(keepends=True)[:501]), "utf-8")
    command = [str(MI_PRINT), "--project", str(folder), "badges", "--only", "S000007"]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each module is compiled once, as anywhere
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        measure.run([str(MI_PRINT), "--project", str(folder), "cfp"])  # the fonts' own cache
        cold = measure.run(command)
        warm = measure.run(command, 3)
        del os.environ["XDG_CACHE_HOME"]
    listed.write_text(everybody, "utf-8")
    print(f"{'one badge of 500 again':34}{cold.seconds:9.2f}{2:6}")
    print(f"{'the same, its master kept':34}{warm.seconds:9.2f}{0.6:6}", flush=True)


def _stamped(folder: Path) -> float:
    """Return the seconds of stamping alone, from the set master to the finished bytes."""
    found = measure.run([sys.executable, str(Path(__file__)), str(folder)])
    return float(found.output.split()[-1])


def _stamp(folder: Path) -> None:
    """Make a project's badges without writing or checking them, and print the time of stamping."""
    from mi_print.cache import cache_folder  # noqa: PLC0415 - first
    from mi_print.layout.text.bundled_fonts import use_bundled_fonts  # noqa: PLC0415 - first

    use_bundled_fonts(cache_folder())
    from mi_print.products import run  # noqa: PLC0415 - reads the fonts
    from mi_print.products.badges import stamped_badges  # noqa: PLC0415 - reads the fonts
    from mi_print.products.load_checked import load_checked  # noqa: PLC0415 - the same
    from mi_print.products.orders.request import BadgeRequest, Edition, Request  # noqa: PLC0415 - the same

    made = stamped_badges.stamp_series  # type: ignore[attr-defined]  # it is imported there
    taken = []

    def timed(*given: object, **named: object) -> object:
        start = time.perf_counter()
        found = made(*given, **named)  # type: ignore[arg-type]  # what it was given
        taken.append(time.perf_counter() - start)
        return found

    stamped_badges.stamp_series = timed  # type: ignore[attr-defined, assignment]  # with a watch
    loaded = load_checked(folder, None)
    request = Request(
        folder / "timed", (Edition.PRINT,), badges=BadgeRequest(where=("role=attendee",))
    )
    assert loaded.event  # noqa: S101 - our own data
    run.run("badges", folder, loaded, loaded.event, request, copyfit_page=lambda _: "")
    print(taken[0])


if __name__ == "__main__":
    _stamp(Path(sys.argv[1]))
