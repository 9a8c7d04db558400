"""Pictures that are white and nothing else are given a colour; all others stay."""

from io import BytesIO

import pytest
from PIL import Image

from mi_print.event.model.pictures import Picture, PictureKind
from mi_print.event.pictures.white import on_paper

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
BOX = "M0 0H9V9Z"
GRADIENT = (
    '<linearGradient id="g"><stop offset="0" stop-color="#fff"/>'
    '<stop offset="1" stop-color="{}"/></linearGradient>'
)


def drawn(body: str) -> str:
    picture = Picture(kind=PictureKind.SVG, data=SVG.format(body).encode(), width=9, height=9)
    return on_paper(picture, "#111111").data.decode()


@pytest.mark.parametrize(
    "body",
    [
        f'<path d="{BOX}" fill="#fff"/>',
        f'<g fill="white"><path d="{BOX}"/><text>A</text></g>',
        f'<path d="{BOX}" style="fill: #FDFDFD; stroke:none"/>',
        f'<style>.a,.b{{fill:#ffffff}}</style><path class="b" d="{BOX}"/>',
        f'<path d="{BOX}" fill="none" stroke="rgb(100%, 100%, 100%)"/>',
        f'{GRADIENT.format("#fff")}<path d="{BOX}" fill="url(#g)"/>',
        f'<g color="#fff"><path d="{BOX}" fill="currentColor"/></g>',
        f'<mask id="m"><rect fill="black"/></mask><path d="{BOX}" fill="#fff" mask="url(#m)"/>',
    ],
)
def test_a_white_drawing_is_inked(body: str) -> None:
    found = drawn(body)
    assert "#111111" in found
    again = Picture(kind=PictureKind.SVG, data=found.encode(), width=9, height=9)
    assert on_paper(again, "#222222") == again, "it has no white left"


@pytest.mark.parametrize(
    "body",
    [
        f'<path d="{BOX}"/>',
        f'<path d="{BOX}" fill="#fff" stroke="#123"/>',
        f'<path d="{BOX}" fill="#fff"/><path d="{BOX}" fill="#ffd200"/>',
        f'{GRADIENT.format("#00f")}<path d="{BOX}" fill="url(#g)"/>',
        f'<path d="{BOX}" fill="none"/>',
        f'<style>.a{{fill:red}}</style><path class="a" d="{BOX}" fill="#fff"/>',
        f'<path d="{BOX}" fill="url(#nowhere)"/>',
    ],
)
def test_any_other_drawing_stays_as_it_is(body: str) -> None:
    assert drawn(body) == SVG.format(body)


def pixels(colour: tuple[int, ...], clear: int = 0) -> Picture:
    image = Image.new("RGBA", (8, 4), (0, 0, 0, clear))
    image.paste(colour, (2, 1, 6, 3))
    written = BytesIO()
    image.save(written, "PNG")
    return Picture(kind=PictureKind.PNG, data=written.getvalue(), width=8, height=4)


def test_white_pixels_on_a_clear_ground_are_inked_as_far_as_they_are_opaque() -> None:
    found = on_paper(pixels((255, 255, 255, 200)), "#111111")
    with Image.open(BytesIO(found.data)) as image:
        assert image.getpixel((3, 2)) == (17, 17, 17, 200)
        assert image.getpixel((0, 0)) == (17, 17, 17, 0)


@pytest.mark.parametrize(
    "picture", [pixels((255, 210, 0, 255)), pixels((255, 255, 255, 255), clear=255)]
)
def test_pixels_of_another_colour_stay(picture: Picture) -> None:
    assert on_paper(picture, "#111111") is picture
