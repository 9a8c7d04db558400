"""Small layouts of badges, for tests to write into a project of their own."""

PLAIN = """\
product: badges
about: A sample
pages: {pages}
{series}sizes:
  4x3in:
    margins: {{inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}}
    gutter: 5 pt
    base: 12 pt
"""
CSS = """\
.side { position: relative; width: var(--width); height: var(--height); break-after: page }
p { color: var(--ink) }
"""


def manifest(pages: int = 1, series: str = "{mode: slots}") -> str:
    """Return a `layout.yaml`; without a series each badge is typeset whole."""
    return PLAIN.format(pages=pages, series=f"series: {series}\n" if series else "")


def page(body: str) -> str:
    """Return a `page.html.j2` of which this is what each badge shows."""
    return f"""\
{{% from "_shared/macros.html.j2" import area, box, lang_of %}}
<!doctype html>
<html lang="{{{{ workshop.lang }}}}"><head><title>Badges</title></head><body>
{{% for badge in badges %}}
{body}{{% endfor %}}
</body></html>
"""


NAME = """\
<p class="at t-badge-name" data-slot="name" data-fit="40pt..16pt; lines 2" data-wished="36"
  style="{{ box(20, 30, 248, 90) }}"></p>
"""
"""A badge's name in a slot, as wide as the layout has room."""
SIDE = """\
<div class="side">
<p data-slot="name" class="at" style="left:20pt;top:20pt;width:90pt;height:20pt"></p>
</div>
"""
"""The least that is stamped: a side with a small name."""


def layout_files(name: str, layout: str, template: str, css: str) -> dict[str, str]:
    """Return the files of a layout of this name: its manifest, template and stylesheet."""
    folder = f"layouts/{name}"
    return {
        f"{folder}/layout.yaml": layout,
        f"{folder}/page.html.j2": template,
        f"{folder}/page.css": css,
    }


def project(layout: str, body: str, people: str, css: str = CSS) -> dict[str, str]:
    """Return the files of a project whose badges have this layout.

    Args:
        layout: the manifest.
        body: what each badge shows.
        people: `data/attendees.csv`.
        css: the stylesheet.
    """
    return {
        **layout_files("sample", layout, page(body), css),
        "data/attendees.csv": people,
        "data/print.yaml": "badges: {layout: sample}\n",
    }
