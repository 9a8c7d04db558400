"""Pictures of the data in the size in which templates place them."""

from base64 import b64decode

import pytest

from mi_print.event.model.pictures import Picture, PictureKind
from mi_print.layout.template_api.data_pictures import data_picture
from tests.products.made_up import context


@pytest.mark.parametrize(
    ("size", "box", "printed"),
    [((160, 10), (80, 40), (80, 5)), ((10, 80), (80, 40), (5, 40)), ((8, 4), (80, 40), (80, 40))],
)
def test_a_picture_fills_its_box_in_one_direction(
    size: tuple[float, float], box: tuple[float, float], printed: tuple[float, float]
) -> None:
    picture = Picture(kind=PictureKind.PNG, data=b"x", width=size[0], height=size[1])
    found = data_picture(picture, *box)
    assert (found.width, found.height) == printed
    assert found.resolution == pytest.approx(72 * size[0] / printed[0])
    assert b64decode(found.source.removeprefix("data:image/png;base64,")) == b"x"
    assert found.image == f"url({found.source})"


def test_an_svg_has_no_resolution() -> None:
    picture = Picture(kind=PictureKind.SVG, data=b"x", width=3, height=2)
    assert data_picture(picture, 30, 30).resolution is None


def test_a_picture_that_the_data_does_not_name_is_said() -> None:
    with pytest.raises(ValueError, match='the data has no picture "None"; ask whether'):
        context("letter", "cfp").picture(None, 10, 10)  # type: ignore[arg-type]
