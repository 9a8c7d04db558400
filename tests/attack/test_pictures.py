"""Pictures that never end, or grow, are refused by name before anything is set."""

import struct
import time
import warnings
import zlib
from io import BytesIO

import pytest
from PIL import Image

from mi_print.event.model.pictures import Picture, PictureKind
from mi_print.event.pictures.bitmap import bitmap
from mi_print.event.pictures.svg import PictureError, svg
from mi_print.event.pictures.white import on_paper

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
RECT = "<rect width='1' height='1'/>"
LINE = "M0 0" + "L1 1" * 30
MUCH = "draws more than 20,000 elements, or paths as long"
RULES = "has too many rules in its style sheets, for so many elements"
GRADIENT = f"<linearGradient id='p'>{'<stop/>' * 3000}</linearGradient>"
PATHS = f"<path d='{LINE}'/>" * 100
ITSELF = "is nested too deeply, or draws itself"


def nested(inner: str, outer: str) -> str:
    """Return a small thing, and five that hold the one before many times."""
    return inner + "".join(outer.format(n, n - 1) for n in range(1, 6))


DRAWINGS = {
    "markers on markers": (
        nested(
            f"<marker id='m0'>{RECT}</marker>",
            f"<marker id='m{{}}'><path marker-mid='url(#m{{}})' d='{LINE}'/></marker>",
        )
        + f"<path marker-mid='url(#m5)' d='{LINE}'/>",
        MUCH,
    ),
    "markers by a style": (
        f"<marker id='m'>{RECT}</marker><path style='marker:url(#m)' d='{LINE * 900}'/>",
        MUCH,
    ),
    "a style sheet that uses again": (
        "<style>"
        + "".join(f".c{n} {{ mask: url(#m{n}) }}" for n in range(6))
        + "</style>"
        + nested(
            f"<mask id='m0'>{RECT}</mask>",
            "<mask id='m{0}'>" + "<g class='c{1}'/>" * 10 + "</mask>",
        )
        + "<g class='c5'/>",
        MUCH,
    ),
    "a style sheet that draws what it draws": (
        f"<style>g rect {{ clip-path: url(#c) }}</style><clipPath id='c'>{RECT}</clipPath>",
        ITSELF,
    ),
    "a path": (f"<path d='{'L1 1' * 400_000}'/>", MUCH),
    "a text": (f"<text>{'x' * 300_000}</text>", MUCH),
    "rules for elements": (
        f"<style>{'a{fill:red}' * 90_000}</style>{'<a/>' * 2000}",
        RULES,
    ),
    "a gradient that repeats": (
        "<linearGradient id='g' spreadMethod='repeat' x2='1e-9'><stop/></linearGradient>",
        "has a gradient that repeats",
    ),
    **{
        f"handed down to all: {name}": (f"{style}{GRADIENT}<g {said}>{RECT * 3000}</g>", MUCH)
        for name, (style, said) in {
            "a paint": ("", "fill='url(#p)'"),
            "a style": ("", "style='fill: url(#p)'"),
            "an escaped style": ("", r"style='fill:\75 rl(#p)'"),
            "dashes": ("", f"stroke-dasharray='{'1 ' * 100_000}'"),
            "attributes": ("", " ".join(f"a{n}=''" for n in range(9_000))),
            "a selector of attributes": ("<style>[width]{fill:url(#p)}</style>", ""),
            "a selector of none": ("<style>rect:not(.a){fill:url(#p)}</style>", ""),
            "a brace in a text": ("<style>rect{x:'{';fill:url(#p)}</style>", ""),
            "a rule in a rule": ("<style>rect{fill:url(#p);a:b{c}}</style>", ""),
            "a comment": ("<style>rect{fill:/*}*/url(#p)}</style>", ""),
        }.items()
    },
    "a path handed down": (f"<g d='{LINE * 900}'>{'<path/>' * 3000}</g>", MUCH),
    "a path by a style sheet": (f"<style>path{{d:{LINE * 900}}}</style>{'<path/>' * 3000}", MUCH),
    "markers handed down": (
        f"<marker id='m'>{RECT * 99}</marker><g marker='url(#m)'>{PATHS}</g>",
        MUCH,
    ),
    "paints for what is used": (
        f"{GRADIENT}<defs><g id='r'>{RECT * 3000}</g></defs><use fill='url(#p)' href='#r'/>",
        MUCH,
    ),
    "groups that are measured": (
        "<g opacity='.5'>" * 20 + RECT * 3000 + "</g>" * 20,
        MUCH,
    ),
    "elements that are looked for": (
        "".join(f"<rect fill='url(#z{n})'/>" for n in range(9000)),
        MUCH,
    ),
    "a style sheet in a pattern": (
        f"<pattern id='p'><style>{'a{b:c}' * 9000}</style></pattern>"
        + "<rect fill='url(#p)'/>" * 3000,
        MUCH,
    ),
    "rules for what stands in others": (
        f"<style>q g g g g g g g g a{{fill:red}}</style>{'<g>' * 40}{'<a/>' * 2000}{'</g>' * 40}",
        RULES,
    ),
    "rules for what stands beside others": (
        f"<style>q~a~a~a{{fill:red}}</style>{'<a/>' * 2000}",
        RULES,
    ),
    "elements in elements": ("<g>" * 100_000 + "</g>" * 100_000, ITSELF),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_without_end_is_refused(name: str) -> None:
    drawing, said = DRAWINGS[name]
    began = time.process_time()
    with pytest.raises(PictureError) as raised:
        svg(SVG.format(drawing).encode())
    assert str(raised.value) == said
    assert time.process_time() - began < 3


@pytest.mark.parametrize("rule", ["a{", "a", "a,", "/*", "{", "fill:", "fill "])
def test_a_style_sheet_that_breaks_off_is_read_in_time(rule: str) -> None:
    data = SVG.format(f"<style>{rule * (400_000 // len(rule))}</style>{RECT}").encode()
    began = time.process_time()
    svg(data)
    on_paper(Picture(kind=PictureKind.SVG, data=data, width=9, height=9), "#112233")
    assert time.process_time() - began < 3


@pytest.mark.parametrize("length", ["1" * 300_000, "1." * 150_000, "1e" * 150_000, "." * 300_000])
def test_lengths_without_end_are_read_in_time(length: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" width="{length}!" viewBox="{length}!"/>'
    began = time.process_time()
    with pytest.raises(PictureError):
        svg(data.encode())
    assert time.process_time() - began < 1


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, pixels: bytes, more: bytes = b"") -> bytes:
    """Return a picture in RGB, whatever it says of itself."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + more + data


BITMAPS = {
    "huge": (60_000, 60_000, b""),
    "without height": (1, 0, b""),
    "a negative width": (2**31 + 1, 1, b""),
    "cut off": (9, 9, b""),
    "a text that unpacks": (9, 9, b"zTXt"),
    "a profile that unpacks": (9, 9, b"iCCP"),
}
"""Width, height, and the chunk in which there is much."""


@pytest.mark.parametrize("name", BITMAPS)
def test_a_bitmap_that_is_not_what_it_says_is_refused(name: str) -> None:
    width, height, kind = BITMAPS[name]
    more = chunk(kind, b"a\0\0" + zlib.compress(bytes(100_000_000))) if kind else b""
    with pytest.raises(PictureError, match="can't be read as PNG"):
        bitmap(png(width, height, bytes(99), more), PictureKind.PNG)


def test_damage_that_pillow_warns_of_is_not_said_twice() -> None:
    drawn = BytesIO()
    Image.new("RGB", (9, 9)).save(drawn, "JPEG")
    exif = b"\xff\xe1" + struct.pack(">H", 40) + b"Exif\0\0MM\0*\0\0\0\x08" + b"\xff" * 24
    data = drawn.getvalue()
    with warnings.catch_warnings(action="error"):
        assert bitmap(data[:2] + exif + data[2:], PictureKind.JPEG) == (9, 9)
