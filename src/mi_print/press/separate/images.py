"""Pictures in ink: what the typesetter embedded in RGB or gray, turned in place.

A photograph goes through the profile by the perceptual intent.  A picture of
few colours is a drawing: each of its colours becomes what the same colour is in
text, a theme colour its build.  A gray picture stays on the black plate.  JPEG
stays JPEG, at a quality that adds nothing to see.  What is in CMYK already was
separated by whoever made it, and is left alone.
"""

from io import BytesIO

import numpy as np
import numpy.typing as npt
from pikepdf import Array, Name, Object
from PIL import Image

from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.palette import Palette

_FEW = 256
_QUALITY = 95
_COMPONENTS = {"/DeviceRGB": 3, "/CalRGB": 3, "/DeviceGray": 1, "/CalGray": 1, "/DeviceCMYK": 4}
_BITS = 8


class UnknownPictureError(ValueError):
    """A picture of a kind that the typesetter does not write."""


def turn(picture: Object, palette: Palette, lcms: Lcms) -> None:
    """Turn a picture's colours; its soft mask, which is no colour, stays.

    Raises:
        UnknownPictureError: it is of a kind that the typesetter does not write.
    """
    if picture.get(Name.ImageMask, False):
        return
    space = picture.get(Name.ColorSpace)
    components, profile = _space(space)
    if components == 4 or (components == 1 and not palette.prints):  # noqa: PLR2004 - CMYK
        return
    if int(picture.get(Name.BitsPerComponent, _BITS)) != _BITS and not _is_jpeg(picture):
        raise UnknownPictureError(f"a picture of {picture.BitsPerComponent} bits a channel")
    if Name.Mask in picture and isinstance(picture.Mask, Array):
        raise UnknownPictureError("a picture masked by a range of colours")
    if components == 1:
        shades = 255 - lcms.blacks[_pixels(picture, "L")]
        _replace(picture, shades, "L", _is_jpeg(picture))
        return
    pixels = _pixels(picture, "RGB")
    if not palette.prints:
        gray = np.asarray(Image.fromarray(pixels).convert("L"))
        _replace(picture, gray, "L", _is_jpeg(picture))
        return
    drawn = None if profile or _is_jpeg(picture) else _drawing(pixels, palette)
    if drawn is None:
        drawn = lcms.photograph(Image.fromarray(pixels), profile)
    _replace(picture, drawn, "CMYK", _is_jpeg(picture))


def _space(space: Object | None) -> tuple[int, bytes | None]:
    """Return how many components a picture's colour space has, and its own profile."""
    name = str(space[0]) if isinstance(space, Array) else str(space)
    if name == "/ICCBased" and isinstance(space, Array):
        return int(space[1].N), space[1].read_bytes()
    if name not in _COMPONENTS:
        raise UnknownPictureError(f"a picture in the colour space {name.removeprefix('/')}")
    return _COMPONENTS[name], None


def _is_jpeg(picture: Object) -> bool:
    filters = picture.get(Name.Filter, Array([]))
    return Name.DCTDecode in (list(filters) if isinstance(filters, Array) else [filters])


def _pixels(picture: Object, mode: str) -> npt.NDArray[np.uint8]:
    size = (int(picture.Width), int(picture.Height))
    if _is_jpeg(picture):
        with Image.open(BytesIO(picture.read_raw_bytes())) as opened:
            return np.asarray(opened.convert(mode), dtype=np.uint8)
    data = np.frombuffer(picture.read_bytes(), dtype=np.uint8)
    depth = len(mode)
    shape = (size[1], size[0], depth) if depth > 1 else (size[1], size[0])
    return data[: size[0] * size[1] * depth].reshape(shape)


def _drawing(pixels: npt.NDArray[np.uint8], palette: Palette) -> npt.NDArray[np.uint8] | None:
    """Return the inks of a picture of few colours, or `None` if it has many."""
    keys = (pixels.astype(np.uint32) * np.array([1 << 16, 1 << 8, 1], np.uint32)).sum(axis=2)
    found, where = np.unique(keys, return_inverse=True)
    if len(found) > _FEW:
        return None
    values = [(int(key) >> 16, int(key) >> 8 & 255, int(key) & 255) for key in found]
    inks = np.array([palette.of_rgb(value).inks for value in values])
    drawn: npt.NDArray[np.uint8] = np.round(inks * 255).astype(np.uint8)[where]
    return drawn.reshape((*pixels.shape[:2], 4))


def _replace(picture: Object, pixels: npt.NDArray[np.uint8], mode: str, jpeg: bool) -> None:  # noqa: FBT001 - how it was
    """Write pixels into a picture."""
    for key in (Name.DecodeParms, Name.Decode):
        if key in picture:
            del picture[key]
    picture.ColorSpace = Name.DeviceCMYK if mode == "CMYK" else Name.DeviceGray
    picture.BitsPerComponent = _BITS
    if not jpeg:
        picture.write(pixels.tobytes())
        return
    buffer = BytesIO()
    Image.fromarray(pixels, mode).save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    picture.write(buffer.getvalue(), filter=Name.DCTDecode)
    if mode == "CMYK":
        picture.Decode = Array([1, 0] * 4)  # JPEG's makers write CMYK upside down
