"""Judges a PNG or a JPEG: that it can be decoded, and printed as it is."""

import warnings
from io import BytesIO

from PIL import Image

from mi_print.event.model.pictures import PictureKind
from mi_print.event.pictures.svg import FORMAT, PictureError

MOST_PIXELS = 50_000_000

_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_ORIENTATION, _TURNED = 274, 5  # the tag of EXIF, and the first value that lays a picture down


def bitmap(data: bytes, kind: PictureKind) -> tuple[int, int]:
    """Return how many pixels a picture is wide and high, as it is looked at.

    Raises:
        PictureError: it can't be decoded, is too large, or is in other colours than sRGB.
    """
    name = FORMAT[kind]
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=[name]) as picture,
        ):
            width, height = picture.size
            if width * height > MOST_PIXELS:
                message = f"has {width * height:,} pixels; {MOST_PIXELS:,} are the most"
                raise PictureError(message, "make it smaller")
            if picture.mode not in _MODES:
                message = f"is in other colours than sRGB with 8 bits ({picture.mode})"
                raise PictureError(message, "save it in sRGB, with 8 bits")
            picture.load()
            turned = picture.getexif().get(_ORIENTATION, 1) >= _TURNED
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise PictureError(
            f"can't be read as {name}", "save it again, or name another file"
        ) from None
    return (height, width) if turned else (width, height)
