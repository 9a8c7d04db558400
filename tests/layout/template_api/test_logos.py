"""Sponsors in rows: logos of equal area, names as heavy as these, all inside their room."""

from base64 import b64decode
from itertools import combinations

import pytest

from mi_print.event.model import Sponsor
from mi_print.event.model.pictures import Picture, PictureKind
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.logos import LogoRows, PlacedLogo
from tests.products.made_up import context

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">'
    '<path d="M0 0H9V9Z" fill="{}"/></svg>'
)


def drawn(width: float, height: float, colour: str = "#5a6b5d") -> Picture:
    data = SVG.format(width, height, colour).encode()
    return Picture(kind=PictureKind.SVG, data=data, width=width, height=height)


def png(width: int) -> Picture:
    return Picture(kind=PictureKind.PNG, data=b"", width=width, height=width / 2)


PICTURES = {
    "wide.svg": drawn(160, 10),
    "tall.svg": drawn(10, 80),
    "square.svg": drawn(40, 40),
    "white.svg": drawn(60, 20, "#fff"),
}


def sponsors(*logos: str) -> list[Sponsor]:
    return [Sponsor(name=f"Sample {logo}", logo=logo if "." in logo else None) for logo in logos]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> LayoutContext:
    monkeypatch.setattr("mi_print.layout.template_api.context.on_paper", lambda found, _: found)
    return with_pictures({**PICTURES, "few.png": png(40), "fair.png": png(120)})


def with_pictures(pictures: dict[str, Picture]) -> LayoutContext:
    plain = context("letter", "cfp")
    return LayoutContext(plain.theme, plain.spec, plain.grid, plain.locale, pictures)


def test_logos_have_the_same_area_but_for_what_is_very_long(page: LayoutContext) -> None:
    wide, tall, square = page.logo_rows(sponsors("wide.svg", "tall.svg", "square.svg"), 600).logos
    assert wide.width * wide.height == pytest.approx(1600)
    assert square.width == square.height == pytest.approx(40)
    assert tall.height == pytest.approx(80), "at most twice the side of a square"
    assert tall.width == pytest.approx(10)


def apart(rows: LogoRows) -> bool:
    def free(one: PlacedLogo, other: PlacedLogo) -> bool:
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        return beside or one.y + one.height < other.y or other.y + other.height < one.y

    return all(free(*pair) for pair in combinations(rows.logos, 2))


@pytest.mark.parametrize("width", [60.0, 168.0, 300.0, 540.0])
@pytest.mark.parametrize("count", [1, 7, 40])
def test_rows_stay_in_their_width_and_nothing_touches(
    page: LayoutContext, width: float, count: int
) -> None:
    named = ("wide.svg", "Society of the Friends of Made-up Measuring and Counting", "tall.svg")
    rows = page.logo_rows(sponsors(*(named * count)[:count]), width)
    assert len(rows.logos) == count
    assert apart(rows)
    for logo in rows.logos:
        assert logo.x >= 0
        assert logo.x + logo.width <= width + 1e-6
        assert logo.y >= 0
        assert logo.y + logo.height <= rows.height + 1e-6


def test_a_name_stands_for_a_logo_that_there_is_not(page: LayoutContext) -> None:
    short, long = page.logo_rows(
        sponsors("AG", "Society of Made-up Measuring and Counting"), 500
    ).logos
    assert (short.picture, short.lines) == (None, ["Sample AG"])
    assert len(long.lines) > 1
    assert long.face.size < short.face.size < 24


def test_logos_shrink_into_the_height_that_there_is(page: LayoutContext) -> None:
    many = sponsors(*["square.svg"] * 20)
    free, low = page.logo_rows(many, 300), page.logo_rows(many, 300, height=120)
    assert free.height > 120 >= low.height
    assert low.fits
    assert not page.misfits
    assert not page.logo_rows(many, 300, height=20).fits
    (told,) = page.misfits.values()
    assert told.endswith("pt too high")


def test_a_logo_of_few_pixels_is_smaller_and_said(page: LayoutContext) -> None:
    few, fair = page.logo_rows(sponsors("few.png", "fair.png"), 300).logos
    assert few.width == pytest.approx(40 / 150 * 72)
    assert fair.width * fair.height == pytest.approx(1600)
    assert page.coarse == {"few.png": pytest.approx(150), "fair.png": pytest.approx(152.7, abs=0.1)}


def test_a_white_logo_is_in_ink() -> None:
    (white,) = with_pictures(PICTURES).logo_rows(sponsors("white.svg"), 300).logos
    (other,) = with_pictures(PICTURES).logo_rows(sponsors("square.svg"), 300).logos
    assert white.picture is not None
    assert other.picture is not None
    assert b64decode(str(white.picture.source).partition(",")[2]).count(b"#111111") == 1
    assert b64decode(str(other.picture.source).partition(",")[2]) == PICTURES["square.svg"].data
