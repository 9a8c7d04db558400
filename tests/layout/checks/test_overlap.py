"""No text is printed over another, over a rule, or over a code, by the ink of its letters."""

from collections.abc import Callable

import pytest

Check = Callable[..., list[str]]


def at(left: float, top: float, said: str, style: str = "", tag: str = "p") -> str:
    place = f"position:absolute;white-space:nowrap;left:{left}pt;top:{top}pt;{style}"
    return f'<{tag} style="{place}">{said}</{tag}>'


def said(found: list[str]) -> list[str]:
    return [each.partition(": error ")[2].partition("\n")[0] for each in found]


CODE = '<svg data-code="x" width="40pt" height="40pt"><title>c</title></svg>'

OVER = {
    "two blocks": (at(20, 20, "Alpha") + at(20, 24, "Beta"), "“Beta” is printed over “Alpha”"),
    "a negative margin": (
        '<p>Alpha</p><p style="margin-top:-8pt">Beta</p>',
        "“Beta” is printed over “Alpha”",
    ),
    "a box too low for its lines": (
        '<div style="height:8pt"><p>Alpha<br>beta</p></div><p>Gamma</p>',
        "“Gamma” is printed over “beta”",
    ),
    "lines of one block": (
        '<p style="font-size:20pt;line-height:14pt">pgy<br>bdl</p>',
        "“bdl” is printed over “pgy”",
    ),
    "accents at tight leading": (
        '<p style="font-size:59pt;line-height:54pt">gp<br>ÅÁ</p>',
        "“ÅÁ” is printed over “gp”",
    ),
    "pieces of one line": (
        '<p>Alpha<span style="margin-left:-12pt">beta</span></p>',
        "“beta” is printed over “Alpha”",
    ),
    "moved by a transform": (
        '<p>Alpha</p><div style="transform:translateY(-9pt)"><p>Beta</p></div>',
        "“Beta” is printed over “Alpha”",
    ),
    "turned over another": (
        at(20, 20, "Alpha") + at(20, 20, "Beta beta", "transform:rotate(45deg)"),
        "“Beta beta” is printed over “Alpha”",
    ),
    "larger than its place": (
        '<p>Alpha</p><p style="transform:scale(3);transform-origin:0 100%">Beta</p>',
        "“Beta” is printed over “Alpha”",
    ),
    "a float beside": (
        '<p style="float:left;width:20pt;white-space:nowrap">Alphabet</p><p>Beta</p>',
        "“Beta” is printed over “Alphabet”",
    ),
    "a grid's cells": (
        (
            '<div style="display:grid;grid-template-columns:20pt 1fr">'
            '<p style="white-space:nowrap">Alphabet</p><p>Beta</p></div>'
        ),
        "“Beta” is printed over “Alphabet”",
    ),
    "the margin's text": (
        '<p style="position:absolute;bottom:-16pt">Alpha</p>',
        "“Foot” is printed over “Alpha”",
    ),
    "a border": (
        '<p>Alpgha</p><p style="margin-top:-3pt;border-top:1pt solid red;padding-top:9pt">B</p>',
        "“Alpgha” is printed over a rule",
    ),
    "a rule of its own": (
        at(20, 20, "Alpha") + '<div style="position:absolute;left:0;top:26pt;width:99pt;height:'
        '.5pt;background:var(--ink)"></div>',
        "“Alpha” is printed over a rule",
    ),
    "an outline": (
        "<p>Alpha</p>" + at(60, 4, "", "width:9pt;height:9pt;outline:58pt solid red", "div"),
        "“Alpha” is printed over a rule",
    ),
    "a table's shared border": (
        (
            '<table style="border-collapse:collapse"><tr style="height:12pt"><td>Alpha'
            '<tr style="border-top:1pt solid red"><td><div style="margin-top:-9pt">Beta</table>'
        ),
        "“Beta” is printed over",
    ),
    "between columns": (
        (
            '<div style="columns:2;column-gap:9pt;column-rule:1pt solid red;height:12pt">'
            '<p style="white-space:nowrap;letter-spacing:6pt">Alphabetagammadeltaepsilon'
            "phibetagammadelta</p><p>x</p><p>y</p></div>"
        ),
        " is printed over a rule",
    ),
    "a code": (at(20, 20, CODE, tag="div") + at(30, 30, "Alpha"), "“Alpha” is printed over a code"),
}


@pytest.mark.parametrize("kind", OVER)
def test_what_is_printed_over_another_is_said(check: Check, kind: str) -> None:
    body, message = OVER[kind]
    css = "@page { margin: 20pt; @bottom-left { content: 'Foot'; vertical-align: top } }"
    assert message in " / ".join(said(check(body, css)))


SCRIPTS = (
    "Ágjpq ÄÖÅ",
    "Việt Ngữ ắ",
    "Ωμέγα ήχος",
    "Щука й ё",
    "قُرَيْشٌ مرحبا",
    "שָׁלוֹם עולם",
    "क्षत्रिय ऊँ र्की",
    "ที่นี่ น้ำ ปั๊ม",
    "漢字かな交じり",
    "한글 글꼴",
    "বাংলা র্ক্ষ",
    "தமிழ் நூ",
)


@pytest.mark.parametrize("text", SCRIPTS)
@pytest.mark.parametrize("dressed", ["", "letter-spacing:.08em", "font-weight:700"])
def test_lines_as_high_as_the_theme_sets_them_are_sound(
    check: Check, text: str, dressed: str
) -> None:
    line = f"{text} {text} "
    body = f'<p style="font-size:12pt;line-height:21pt;width:60pt;{dressed}">{line * 4}</p>'
    assert [each for each in said(check(body)) if each.startswith("collision")] == []


SOUND = {
    "tight titles": '<p style="font-size:59pt;line-height:54pt">gpqy<br>bdlt Hg<br>Ohp</p>',
    "kerned across elements": (
        '<p style="font-size:20pt;line-height:30pt">A<b>V</b>A<i>T</i>o<b>f</b>)j<i>j</i></p>'
    ),
    "beside each other": at(20, 20, "Alpha") + at(46, 20, "Beta"),
    "boxes that meet, ink that does not": at(20, 20, "acemnorsu", "font-size:20pt;line-height:20pt")
    + at(20, 36, "acemnorsu", "font-size:20pt;line-height:20pt"),
    "descenders between": at(20, 20, "g", "font-size:30pt;line-height:30pt")
    + at(40, 38, "l", "font-size:30pt;line-height:30pt"),
    "text on a panel": '<p style="background:var(--signal);border:5pt solid red">Alpha</p>',
    "an underlined word": '<p><span style="border-bottom:.5pt solid red">gypsy</span></p>'
    '<p style="text-decoration:underline">gypsy</p>',
    "rows under rules": "".join(
        f'<p style="border-top:.5pt solid var(--ink);padding:2pt 0">Ágj {n}</p>' for n in range(9)
    ),
    "raised figures": "<p>Alpha<sup style='font-size:6pt'>2</sup> <sub>b</sub></p>",
    "a turned label beside": at(20, 60, "Alpha", "transform:rotate(-90deg);transform-origin:0 0")
    + at(40, 20, "Beta"),
    "on purpose": at(20, 20, "Alpha", "font-size:40pt;opacity:.3").replace("<p ", "<p data-over ")
    + at(20, 30, "Beta"),
    "within what is on purpose": "<div data-over>" + at(20, 20, "A") + at(20, 21, "B") + "</div>",
    "nothing that is seen": at(20, 20, "\u00a0\u2003") + at(20, 20, "Beta"),
}


@pytest.mark.parametrize("kind", SOUND)
def test_what_keeps_apart_is_not(check: Check, kind: str) -> None:
    assert check(SOUND[kind]) == []


def test_both_texts_are_named_with_the_place(check: Check) -> None:
    body = at(50, 100, "{{ workshop.name }}") + at(50, 104, "Posters")
    (found, *_) = check(body)
    assert found.startswith("layouts/cfp, page 1 [")
    assert "“Posters” is printed over “" in found


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("{{ workshop.name }}", 1),
        ("the {{ workshop.name|upper }}", 1),
        ("<b>{{ workshop.name }}</b>", 1),
        ("Draft", 0),
        ("{{ grid.width }}", 0),
    ],
)
def test_a_text_of_the_data_never_lies_over_another(check: Check, text: str, refused: int) -> None:
    found = said(check(f'<p data-over="">{text}</p>'))
    assert sum(each.startswith("data-over: ") for each in found) == refused
