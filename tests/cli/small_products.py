"""Small layouts of all products and somebody with a badge: a project of which `all` makes all."""

_SIZE = """\
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
"""
_CSS = "p { color: var(--ink) }\n.side { position: relative; width: var(--width);"
_CSS += " height: var(--height); break-after: page }\n"


def place(text: str, frame: str, width: float = 200, left: float = 20) -> str:
    """Return the HTML of a text in a frame of one line, so many points wide."""
    style = f"left:{left}pt;top:20pt;width:{width}pt;height:12pt"
    return f'<p class="at" data-frame="{frame}" style="{style}">{text}</p>'


def page(body: str) -> str:
    """Return a template of which this is the body."""
    return f"""\
<!doctype html>
<html lang="{{{{ workshop.lang }}}}"><head><title>{{{{ workshop.name }}}}</title></head>
<body>
{body}
</body></html>
"""


def layout(
    name: str, about: str, size: str, body: str, parts: tuple[str, ...] = ("page",)
) -> dict[str, str]:
    """Return the files of a layout; all its parts have this body."""
    manifest = f"{about}sizes:\n  {size}:\n{_SIZE}"
    folder = f"layouts/{name}"
    pages = {f"{folder}/{part}.html.j2": page(body) for part in parts}
    return {f"{folder}/layout.yaml": manifest, f"{folder}/page.css": _CSS, **pages}


FILES = {
    **layout(
        "program",
        "product: program\nabout: A sample\nparts: [page]\n",
        "a5",
        place("{{ workshop.venue.name }}", "venue"),
    ),
    **layout(
        "badges",
        "product: badges\nabout: A sample\npages: 1\n",
        "4x3in",
        "{% for badge in badges %}"
        f'<section class="side">{place("{{ badge.name }}", "name", 120)}</section>'
        "{% endfor %}",
    ),
    **layout(
        "time-cards",
        "product: signage\nkind: time-cards\nabout: A sample\n",
        "a4-landscape",
        place("{{ workshop.host.name }}", "host"),
    ),
    "data/attendees.csv": "id,name\n1,Ada Sample\n",
}
"""What is added to the project that `write` makes."""
