"""Pictures in ink."""

from io import BytesIO

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageCms

from mi_print.press.separate.images import UnknownPictureError, turn
from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.palette import for_mask, for_press
from tests.press.inked import COLOUR, INKS, PROFILE

LCMS = Lcms(PROFILE, COLOUR.tac)
PALETTE = for_press(INKS, COLOUR, lambda: LCMS)


_BOOKS: list[Pdf] = []  # a picture lives as long as its file


def raw(mode: str, pixels: np.ndarray, **extra: object) -> pikepdf.Object:
    """Return a picture without compression."""
    book = pikepdf.new()
    _BOOKS.append(book)
    made = book.make_stream(pixels.astype(np.uint8).tobytes())
    made.Subtype = Name.Image
    made.Height, made.Width = pixels.shape[:2]
    made.ColorSpace, made.BitsPerComponent = Name("/" + mode), 8
    for key, value in extra.items():
        made[f"/{key}"] = value
    return made


def jpeg(mode: str) -> tuple[pikepdf.Object, Image.Image]:
    picture = Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 50).convert(mode)
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    space = {"RGB": "DeviceRGB", "L": "DeviceGray", "CMYK": "DeviceCMYK"}[mode]
    made = raw(space, np.zeros((48, 64, 1)))
    made.write(buffer.getvalue(), filter=Name.DCTDecode)
    return made, picture


def inks(picture: pikepdf.Object) -> np.ndarray:
    size = (int(picture.Height), int(picture.Width))
    data = np.frombuffer(picture.read_bytes(), np.uint8)
    return data.reshape((*size, -1))


def test_a_drawing_has_its_colours_as_text_has_them() -> None:
    pixels = np.array([[[220, 51, 17], [17, 17, 17]], [[255, 255, 255], [128, 128, 128]]])
    picture = raw("DeviceRGB", pixels)
    turn(picture, PALETTE, LCMS)
    found = inks(picture)
    assert found[0, 0].tolist() == [0, 230, 255, 13]
    assert found[0, 1].tolist() == [0, 0, 0, 255]
    assert found[1, 0].tolist() == [0, 0, 0, 0]
    assert found[1, 1, :3].tolist() == [0, 0, 0]
    assert str(picture.ColorSpace) == "/DeviceCMYK"


def test_a_photograph_goes_by_the_perceptual_intent_within_the_limit() -> None:
    y, x = np.mgrid[0:40, 0:60]
    pixels = np.stack([x * 4, y * 6, (x + y) * 2], 2)
    picture = raw("DeviceRGB", pixels)
    turn(picture, PALETTE, LCMS)
    made = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(PROFILE)),
        "RGB",
        "CMYK",
        ImageCms.Intent.PERCEPTUAL,
    )
    due = ImageCms.applyTransform(Image.fromarray(pixels.astype(np.uint8)), made)
    found = inks(picture).astype(int)
    assert np.abs(found - np.asarray(due)).max() <= 3
    assert found.sum(axis=2).max() <= COLOUR.tac * 2.55


def test_a_lower_limit_takes_colour_away_and_leaves_black() -> None:
    y, x = np.mgrid[0:40, 0:60]
    pixels = np.stack([x, y, x + y], 2)
    plain, limited = raw("DeviceRGB", pixels), raw("DeviceRGB", pixels)
    turn(plain, PALETTE, LCMS)
    lower = Lcms(PROFILE, 240)
    turn(limited, for_press(INKS, COLOUR, lambda: lower), lower)
    before, after = inks(plain).astype(int), inks(limited).astype(int)
    assert before.sum(axis=2).max() > 240 * 2.55
    assert after.sum(axis=2).max() <= 240 * 2.55
    assert (after[..., 3] == before[..., 3]).all()


def test_a_jpeg_stays_one() -> None:
    picture, source = jpeg("RGB")
    turn(picture, PALETTE, LCMS)
    assert str(picture.Filter) == "/DCTDecode"
    assert [int(value) for value in list(picture.Decode)] == [1, 0] * 4
    with Image.open(BytesIO(picture.read_raw_bytes())) as opened:
        assert (opened.mode, opened.size) == ("CMYK", source.size)


def test_a_gray_picture_stays_on_the_black_plate() -> None:
    picture = raw("DeviceGray", np.array([[[255], [128]], [[60], [0]]]))
    turn(picture, PALETTE, LCMS)
    assert str(picture.ColorSpace) == "/DeviceGray"
    found = inks(picture).ravel().tolist()
    assert found[0] == 255
    assert found == sorted(found, reverse=True)
    assert found[3] == 0


def test_a_gray_jpeg_stays_one() -> None:
    picture, _ = jpeg("L")
    turn(picture, PALETTE, LCMS)
    assert str(picture.Filter) == "/DCTDecode"
    with Image.open(BytesIO(picture.read_raw_bytes())) as opened:
        assert opened.mode == "L"


def test_inks_are_left_alone() -> None:
    picture, _ = jpeg("CMYK")
    before = picture.read_raw_bytes()
    turn(picture, PALETTE, LCMS)
    assert picture.read_raw_bytes() == before


def test_a_stencil_has_no_colour() -> None:
    picture = raw("DeviceGray", np.zeros((2, 2, 1)), ImageMask=True)
    del picture.ColorSpace
    before = picture.read_raw_bytes()
    turn(picture, PALETTE, LCMS)
    assert picture.read_raw_bytes() == before


def test_in_a_mask_a_picture_is_gray_and_a_gray_one_stays() -> None:
    coloured = raw("DeviceRGB", np.full((2, 2, 3), 255))
    turn(coloured, for_mask(), LCMS)
    assert (str(coloured.ColorSpace), inks(coloured).ravel().tolist()) == ("/DeviceGray", [255] * 4)
    gray = raw("DeviceGray", np.full((2, 2, 1), 100))
    turn(gray, for_mask(), LCMS)
    assert inks(gray).ravel().tolist() == [100] * 4


@pytest.mark.parametrize(
    ("extra", "about"),
    [
        ({"BitsPerComponent": 16}, "a picture of 16 bits a channel"),
        ({"Mask": Array([0, 1, 0, 1, 0, 1])}, "a picture masked by a range of colours"),
        ({"ColorSpace": Array([Name.Lab, Dictionary()])}, "a picture in the colour space Lab"),
    ],
)
def test_a_picture_of_another_kind_is_refused(extra: dict[str, object], about: str) -> None:
    picture = raw("DeviceRGB", np.zeros((2, 2, 3)), **extra)
    with pytest.raises(UnknownPictureError, match=about):
        turn(picture, PALETTE, LCMS)
