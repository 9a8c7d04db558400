"""Pictures as templates get them: images that decorate, pictures that speak."""

import re
from base64 import b64decode

from markupsafe import Markup

from mi_print.layout import qr
from mi_print.layout.template_api import motif, svg_pictures

CSS = re.compile(r"url\(data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\)")


def svg_of(image: str) -> str:
    found = CSS.fullmatch(image)
    assert found
    return b64decode(found[1]).decode()


def test_decoration_is_an_image_of_the_size_asked_for() -> None:
    image = svg_pictures.one(
        300, 200, centre=(10, 20), radius=50, stroke=20, angle=36, colour="#DC3311"
    )
    assert isinstance(image, Markup)
    assert svg_of(image).startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt"'
    )
    assert svg_of(image).count("<path") == 1


def test_what_means_something_has_a_title_and_escapes_it() -> None:
    picture = svg_pictures.glyph(9.5, 2, colour="#111111", title="A <b> & C")
    assert "><title>A &lt;b&gt; &amp; C</title><path" in picture
    assert picture.count("<title>") == 1


def test_a_mark_without_a_title_only_decorates() -> None:
    assert motif.path(motif.glyph(9.5, 72)) in svg_of(svg_pictures.glyph(9.5, 2, colour="#111111"))


def test_one_of_the_ten_is_lit() -> None:
    svg = svg_of(svg_pictures.ten(11, 4, colour="#DC3311", resting="#111111"))
    assert re.findall(r'stroke="(#\w+)" stroke-width="([\d.]+)"', svg) == [
        ("#111111", "0.4"),
        ("#DC3311", "2.64"),
    ]
    assert (
        svg_of(svg_pictures.ten(11, None, colour="#DC3311", resting="#111111")).count("<path") == 1
    )


def test_a_field_is_drawn_in_one_colour() -> None:
    svg = svg_of(
        svg_pictures.many(
            *(200, 100),
            origin=(0, 0),
            pitch=16,
            columns=(-1, 14),
            rows=(0, 7),
            circles=[(100, 150, 90), (100, 150, 40)],
            colour="#FFFFFF",
        )
    )
    assert set(re.findall(r'stroke="(#\w+)"', svg)) == {"#FFFFFF"}
    assert svg.count("M") == 15 * 7
    assert svg.count("<path") <= 13


def test_an_opener_moves_with_the_bleed() -> None:
    common = {"trim": 396.0, "top": 333.0, "topic": 2, "radius": 250.0, "stroke": 112.0}
    plain = svg_of(svg_pictures.opener(400, 620, **common, colour="#DC3311"))  # type: ignore[arg-type]
    moved = svg_of(svg_pictures.opener(400, 620, **common, shift=20, colour="#DC3311"))  # type: ignore[arg-type]
    start = re.compile(r"M(-?[\d.]+) (-?[\d.]+)")
    (x, y), (moved_x, moved_y) = (start.findall(svg)[0] for svg in (plain, moved))
    assert float(moved_x) - float(x) == 20
    assert moved_y == y


def test_a_code_is_drawn_in_modules_and_says_its_quiet_zone() -> None:
    address = "https://example.org/submit"
    count = len(qr.modules(address))
    code = svg_pictures.code(address, 70, colour="#111111", title="QR code: example.org")
    assert f'viewBox="0 0 {count} {count}"' in code
    assert "<title>QR code: example.org</title>" in code
    assert svg_pictures.code_quiet(address, 70) == 4 * 70 / count


def test_lines_to_write_on_lie_below_each_other() -> None:
    svg = svg_of(svg_pictures.ruled(100, 66, pitch=22, colour="#111111", weight=0.5))
    assert 'd="M0 22H100M0 44H100M0 66H100"' in svg
