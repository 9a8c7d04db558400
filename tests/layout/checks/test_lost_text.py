"""Each letter of the HTML is set once, where it can be seen."""

from collections.abc import Callable

import pytest

Check = Callable[..., list[str]]

AT = "position:absolute;left:20pt;top:20pt;width:200pt;"
FILL = "<p>Line</p>" * 60


def said(found: list[str]) -> list[str]:
    """Return rule and message of each."""
    return [each.partition(": error ")[2].partition("\n")[0] for each in found]


LOST = {
    "not shown": ('<p style="display:none">Alpha</p>', "“Alpha” is on no page"),
    "hidden": ('<p style="visibility:hidden">Alpha</p>', "“Alpha” can't be seen: it is hidden"),
    "transparent": (
        '<p style="color:transparent">Alpha</p>',
        "“Alpha” can't be seen: it is transparent",
    ),
    "faint by all around it": (
        '<div style="opacity:.2"><p style="opacity:.2">Alpha</p></div>',
        "“Alpha” can't be seen: it is transparent",
    ),
    "of no size": (
        '<div style="transform:scale(.001)"><p>Alpha</p></div>',
        "“Alpha” can't be seen: it is of no size",
    ),
    "flat": (
        '<div style="transform:scale(1,0)"><p>Alpha</p></div>',
        "“Alpha” can't be seen: it is of no size",
    ),
    "cut off below": (
        f'<div style="{AT}height:12pt;overflow:hidden"><p>Alpha</p><p>Beta</p></div>',
        "“Beta” is cut off by the box around it: overflow",
    ),
    "cut off through the middle": (
        f'<div style="{AT}height:7pt;overflow:hidden"><p>Alpha</p></div>',
        "“Alpha” is cut off by the box around it: overflow",
    ),
    "cut off around a box that is turned": (
        (
            f'<div style="{AT}height:12pt;overflow:hidden">'
            '<p style="transform:rotate(90deg)">Alpha</p></div>'
        ),
        "“Alpha” is cut off by the box around it: overflow",
    ),
    "clipped": (
        f'<p style="{AT}clip:rect(0,10pt,12pt,0)">Alpha</p>',
        "“Alpha” is cut off by the box around it: overflow",
    ),
    "covered": (
        f'<p style="{AT}">Alpha</p><div style="{AT}height:40pt;background:white"></div>',
        "“Alpha” lies under an area that is painted later",
    ),
    "covered by a gradient": (
        (
            f'<p style="{AT}">Alpha</p><div style="{AT}height:40pt;'
            'background:linear-gradient(white,red)"></div>'
        ),
        "“Alpha” lies under an area that is painted later",
    ),
    "covered by a picture": (
        (
            f'<p style="{AT}">Alpha</p><svg style="{AT}height:40pt"><title>T</title>'
            '<rect width="300" height="90" fill="red"/></svg>'
        ),
        "“Alpha” lies under an area that is painted later",
    ),
    "covered by order alone": (
        f'<div style="{AT}z-index:2;height:40pt;background:white"></div><p style="{AT}">Alpha</p>',
        "“Alpha” lies under an area that is painted later",
    ),
    "dropped by a limit of lines": (
        f'<p style="{AT}width:30pt;max-lines:2;continue:discard">Alpha Beta Gamma Delta</p>',
        "“Gamma Delta” is not all set",
    ),
    "white on paper": (
        '<p style="color:white">Alpha</p>',
        "“Alpha” can't be seen: it has the colour of what is under it",
    ),
    "beside its panel": (
        (
            f'<div style="{AT}width:30pt;height:40pt;background:var(--signal)"></div>'
            f'<p style="{AT}color:#FFFFFA">Alpha Beta Gamma</p>'
        ),
        "“Alpha Beta Gamma” can't be seen: it has the colour of what is under it",
    ),
    "on a panel of its colour": (
        f'<div style="{AT}height:40pt;background:red"><b style="color:red">Alpha</b></div>',
        "“Alpha” can't be seen: it has the colour of what is under it",
    ),
    "in a row of its colour": (
        '<table><tr style="background:black"><td style="color:#0A0A0A">Alpha</table>',
        "“Alpha” can't be seen: it has the colour of what is under it",
    ),
    "on a page of its colour": (
        '<style>@page{background:black}</style><p style="color:black">Alpha</p>',
        "“Alpha” can't be seen: it has the colour of what is under it",
    ),
    "in a note of the PDF": (
        '<p>One <i style="position:note(text)">Alpha</i></p>',
        "“Alpha” is on no page",
    ),
    "of an element that is never run": (
        '<p style="position:running(head)">Alpha</p><p>x</p>',
        "“Alpha” is on no page",
    ),
}


@pytest.mark.parametrize("kind", LOST)
def test_what_nobody_can_see_is_lost(check: Check, kind: str) -> None:
    body, message = LOST[kind]
    assert f"lost: {message}" in said(check(body))


SOUND = {
    "spaces, references, comments": "<p> A &amp; B<!-- none -->\u00a0C \n <br> D </p><!-- none -->",
    "soft hyphens and joiners": "<p>al\u00adpha\u2060-be\u200bta</p>",
    "broken words": (
        '<p lang="en" style="hyphens:auto;width:40pt">Incomprehensibilities of words</p>'
    ),
    "large and small": (
        '<p style="text-transform:uppercase">straße ﬁn</p>'
        '<p style="text-transform:capitalize">one two</p>'
        '<p style="text-transform:full-width">abc</p>'
    ),
    "what CSS adds": (
        '<style>p::before{content:"A"} p::after{content:attr(id)}</style><p id="b">C</p>'
    ),
    "lists": "<ol style='margin-left:20pt'><li>One<li>Two</ol>",
    "first letters and lines": (
        "<style>p::first-letter{font-size:14pt} p::first-line{color:red}</style><p>“Alpha beta</p>"
    ),
    "quotes": "<p><q>Alpha</q></p>",
    "inside out": (
        '<div style="display:flex;flex-direction:row-reverse"><p>One</p>two<p>Three</p></div>'
        '<div style="display:grid;grid-template-columns:1fr 1fr"><p>One</p><p>Two</p></div>'
    ),
    "floats": '<p style="float:left;width:50pt">One</p><p>Two</p>',
    "inline blocks": '<p>One <span style="display:inline-block">two</span> three</p>',
    "columns": '<div style="columns:3;height:60pt">Alpha beta gamma delta epsilon zeta eta</div>',
    "right to left": '<p dir="rtl" lang="he">שלום <b>abc</b> עולם 12</p>',
    "ruby": "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
    "over a panel": (
        f'<div style="{AT}height:40pt;background:var(--signal)"></div><p style="{AT}">Alpha</p>'
        f'<div style="{AT}top:90pt;background:white"><p style="position:relative">Beta</p></div>'
    ),
    "a panel under, though later": (
        f'<p style="{AT}">Alpha</p><div style="{AT}z-index:-1;height:40pt;background:white"></div>'
    ),
    "a panel that one looks through": (
        f'<p style="{AT}">Alpha</p><div style="{AT}height:40pt;opacity:.5;background:white"></div>'
    ),
    "a gradient that one looks through": (
        f'<p style="{AT}">Alpha</p><div style="{AT}height:40pt;'
        'background:linear-gradient(white,transparent)"></div>'
    ),
    "a picture under": (
        f'<svg style="{AT}height:40pt"><title>T</title></svg><p style="{AT}">Alpha</p>'
    ),
    "white on what is painted under it": "".join(
        f"<table><colgroup><col{each.get('col', '')}><tbody{each.get('tbody', '')}>"
        f"<tr{each.get('tr', '')}><td{each.get('td', '')}><p{each.get('p', '')}>"
        f"<mark style='background:none;color:white'><i{each.get('i', '')}>A</i></mark></table>"
        for part in ("col", "tbody", "tr", "td", "p", "i")
        for paint in ("#333", "#3339", "linear-gradient(red, blue)")
        for each in [{part: f" style='background:{paint}'"}]
    ),
    "white on a dark page": (
        "<style>body{background:black;color:white}</style><p>Alpha</p>"
        f'<p style="{AT}top:90pt;background:white;color:black">Beta</p>'
    ),
    "white beside a shadow": ('<p style="box-shadow:0 0 9pt black;color:white">Alpha</p>'),
    "a box that cuts nothing off": f'<div style="{AT}overflow:hidden"><p>Ágj</p></div>',
    "a picture's words": '<svg width="9" height="9"><title>T</title><desc>D</desc></svg>',
    "a form": "<form><label>Name</label></form>",
}


@pytest.mark.parametrize("kind", SOUND)
def test_what_is_set_as_css_has_it_is_not(check: Check, kind: str) -> None:
    assert check(SOUND[kind]) == []


def test_what_repeats_is_set_once_or_more(check: Check) -> None:
    rows = "".join(f"<tr><td>Row {n}</td></tr>" for n in range(90))
    body = (
        '<p style="position:running(head)">Running</p>'
        '<p style="position:fixed;top:-20pt">Fixed</p>'
        f"<table><thead><tr><td>Head</td></tr></thead><tfoot><tr><td>Foot</td></tr></tfoot>"
        f"<tbody>{rows}</tbody></table>"
    )
    css = "@page { margin: 30pt; @bottom-left { content: element(head) } }"
    assert [each for each in said(check(body, css)) if not each.startswith("pages: ")] == []


def test_rows_below_a_box_are_named_row_by_row(check: Check) -> None:
    rows = "".join(f"<tr><th>{n}</th><td>Talk {n}</td></tr>" for n in range(80))
    found = said(check(f'<div style="{AT}height:100pt"><table>{rows}</table></div>'))
    assert "lost: “79 Talk 79” is on no page" in found
    assert "lost: “78 Talk 78” is on no page" in found
    assert not any("“0 Talk" in each for each in found)


def test_a_footnote_is_set_once(check: Check) -> None:
    assert check('<p>One<i style="float:footnote">Note</i></p>', "@page { margin: 30pt }") == []


def test_text_in_a_picture_is_refused_if_it_is_of_the_data(check: Check) -> None:
    svg = '<svg width="90pt" height="20pt"><title>t</title><text y="9">{}</text></svg>'
    assert check(svg.format("Nine")) == []
    (found,) = said(check(svg.format("{{ workshop.name }}")))
    assert found.startswith("lost: ")
    assert "is in a picture, where nothing holds its place" in found
