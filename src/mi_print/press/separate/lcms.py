"""Colours through a shop's ICC profile, by LittleCMS.

The only importer of Pillow's ImageCms.  Single colours go by relative
colorimetric intent with black point compensation, which keeps what the paper
can show; photographs by the perceptual intent, which keeps their gradations.
ICC.1:2010, 6.2; Adobe, "Black Point Compensation" (ISO 18619).

LittleCMS is fed eight bits a channel, which is what a screen shows and finer
than a press can hold.
"""

import functools
from io import BytesIO
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from mi_print.errors import InputError
from mi_print.press.colour_difference import FloatArray, Lab
from mi_print.press.separate.colours import Cmyk, Rgb
from mi_print.problem import error

InkPixels: TypeAlias = npt.NDArray[np.uint8]
"""Pixels of cyan, magenta, yellow and black in the last axis, 255 being full ink."""

ProfileSource: TypeAlias = Any
"""A profile as Pillow takes it: its own class, or that of LittleCMS, which has no public name."""

_FULL = 255
_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
_PERCEPTUAL = ImageCms.Intent.PERCEPTUAL
_MOST_APART = 20.0  # colour difference (CIE 1976); of sound profiles it is below 6
_COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION


def _opened(profile: bytes) -> ProfileSource:
    try:
        return ImageCms.ImageCmsProfile(BytesIO(profile))
    except (ImageCms.PyCMSError, OSError) as reason:
        raise _unusable(reason) from reason


def _transform_of(*given: Any) -> ImageCms.ImageCmsTransform:  # noqa: ANN401 - as Pillow takes them
    try:
        return ImageCms.buildTransform(*given)
    except ImageCms.PyCMSError as reason:
        raise _unusable(reason) from reason


def _unusable(reason: Exception) -> InputError:
    message = f"the colour engine can't use an ICC profile of the shop or of a picture: {reason}"
    return InputError([error("profile", message, "take a whole one")])


@functools.lru_cache(maxsize=4)
def fault(profile: bytes) -> str:
    """Return why an ICC profile of a press can't be used, or nothing.

    Tints of each ink are taken to CIE Lab, to inks, and to CIE Lab again: of a press, both are
    one colour.
    """
    tints = np.vstack([np.zeros(4), np.eye(4) / 2])
    try:
        press = Lcms(profile, 400)
        seen = press.inks_labs(tints)
        again = press.inks_labs(np.array([press.lab(*colour) for colour in seen]))
    except (InputError, OSError):
        return "the colour engine can't use this ICC profile"
    if np.linalg.norm(seen - again, axis=1).max() > _MOST_APART:
        return "the tables of this ICC profile contradict each other"
    return ""


class Lcms:
    """Conversions into one printing condition, none of them above its ink limit."""

    def __init__(self, profile: bytes, tac: float) -> None:
        """Take an ICC profile of a press and the most ink in percent."""
        self.profile, self.tac = profile, tac
        self._press = _opened(profile)
        self._most = tac / 100
        self._screen = ImageCms.createProfile("sRGB")
        self._vector = self._transform(self._screen, "RGB", _RELATIVE)
        self._seen: dict[Rgb, Cmyk] = {}

    def rgb(self, colour: Rgb) -> Cmyk:
        """Return the inks of a colour of the screen; a neutral one is black ink alone."""
        if len(set(colour)) == 1:
            return (0, 0, 0, self.black(colour[0]))
        return self.chromatic(colour)

    def chromatic(self, colour: Rgb) -> Cmyk:
        """Return the inks of a colour as the profile has them, a neutral one of all four."""
        if colour not in self._seen:
            pixel = Image.new("RGB", (1, 1), colour)
            self._seen[colour] = self._inks(ImageCms.applyTransform(pixel, self._vector))
        return self._seen[colour]

    def lab(self, lightness: float, a: float, b: float) -> Cmyk:
        """Return the inks of a CIE Lab colour: lightness to 100, the others to ±128."""
        encoded = (lightness * 2.55, a + 128, b + 128)
        pixel = Image.new("LAB", (1, 1), tuple(_byte(value) for value in encoded))
        return self._inks(ImageCms.applyTransform(pixel, self._from_lab))

    def through(self, profile: bytes, colour: Rgb) -> Cmyk:
        """Return the inks of a colour of a device that has a profile of its own."""
        source = _opened(profile)
        made = self._transform(source, "RGB", _RELATIVE)
        return self._inks(ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), made))

    def black(self, gray: int) -> float:
        """Return how much black ink shows a gray of the screen, 0 being black."""
        return float(self.blacks[gray]) / _FULL

    @functools.cached_property
    def blacks(self) -> npt.NDArray[np.uint8]:
        """For each gray of the screen, the black ink: as black point compensation does it.

        The screen's luminance is scaled onto what black ink alone can reach.
        """
        ramp = Image.frombytes("CMYK", (256, 1), bytes(v for k in range(256) for v in (0, 0, 0, k)))
        to_lab = _transform_of(self._press, ImageCms.createProfile("LAB"), "CMYK", "LAB", _RELATIVE)
        lightness = np.asarray(ImageCms.applyTransform(ramp, to_lab))[0, :, 0] / 2.55
        inked = _luminance(np.minimum.accumulate(lightness))
        shown = _linear(np.arange(256) / _FULL)
        wanted = inked[-1] + (inked[0] - inked[-1]) * shown
        inks = np.interp(wanted, inked[::-1], np.arange(256)[::-1])
        found: npt.NDArray[np.uint8] = np.round(inks).astype(np.uint8)
        return found

    def photograph(self, picture: Image.Image, profile: bytes | None = None) -> InkPixels:
        """Return a picture's inks, by the perceptual intent.

        Args:
            picture: in RGB.
            profile: of its own; without one it is sRGB.
        """
        source = _opened(profile) if profile else self._screen
        made = self._transform(source, "RGB", _PERCEPTUAL)
        plates = np.array(ImageCms.applyTransform(picture, made), dtype=np.uint8)
        return self._limited(plates)

    def screen_lab(self, colour: Rgb) -> Lab:
        """Return a colour of the screen as CIE Lab."""
        lightness, a, b = _labs(self._screen, "RGB", np.array([colour], dtype=np.uint8))[0]
        return float(lightness), float(a), float(b)

    def inks_lab(self, inks: Cmyk) -> Lab:
        """Return as CIE Lab how inks (0 to 1) look on the paper, its white being white."""
        lightness, a, b = self.inks_labs(np.array([inks]))[0]
        return float(lightness), float(a), float(b)

    def inks_labs(self, inks: FloatArray) -> FloatArray:
        """Return the same of many inks, which are in the last axis of two."""
        return _labs(self._press, "CMYK", np.round(inks * _FULL).astype(np.uint8))

    def shown(self, inks: Cmyk) -> Rgb:
        """Return the colour of the screen that is nearest to inks (0 to 1) on the paper."""
        pixel = Image.new("CMYK", (1, 1), tuple(round(ink * _FULL) for ink in inks))
        to_screen = _transform_of(self._press, self._screen, "CMYK", "RGB", _RELATIVE, _COMPENSATED)
        red, green, blue = np.asarray(ImageCms.applyTransform(pixel, to_screen))[0, 0]
        return int(red), int(green), int(blue)

    @functools.cached_property
    def _from_lab(self) -> ImageCms.ImageCmsTransform:
        return self._transform(ImageCms.createProfile("LAB"), "LAB", _RELATIVE)

    def _transform(
        self,
        source: ProfileSource,
        mode: str,
        intent: ImageCms.Intent,
    ) -> ImageCms.ImageCmsTransform:
        flags = _COMPENSATED if intent is _RELATIVE else ImageCms.Flags.NONE
        return _transform_of(source, self._press, mode, "CMYK", intent, flags)

    def _inks(self, pixel: Image.Image | None) -> Cmyk:
        plates = self._limited(np.array(pixel, dtype=np.uint8))
        cyan, magenta, yellow, black = (float(ink) / _FULL for ink in plates[0, 0])
        return (cyan, magenta, yellow, black)

    def _limited(self, plates: InkPixels) -> InkPixels:
        """Take so much of the colours away that no pixel is above the limit; black stays."""
        total = plates.sum(axis=2, dtype=np.int32)
        over = total > self._most * _FULL
        if not over.any():
            return plates
        inks = plates[over].astype(np.float64)
        room = np.maximum(self._most * _FULL - inks[:, 3], 0)
        inks[:, :3] *= (room / inks[:, :3].sum(axis=1))[:, None]
        limited = plates.copy()
        limited[over] = np.floor(inks)
        return limited


def _labs(profile: ProfileSource, mode: str, colours: npt.NDArray[np.uint8]) -> FloatArray:
    row = Image.frombytes(mode, (len(colours), 1), colours.tobytes())
    made = _transform_of(
        profile, ImageCms.createProfile("LAB"), mode, "LAB", _RELATIVE, _COMPENSATED
    )
    encoded = np.asarray(ImageCms.applyTransform(row, made))[0]
    return np.column_stack([encoded[:, 0] / 2.55, encoded[:, 1:].astype(np.int8)])


def _byte(value: float) -> int:
    return min(max(round(value), 0), _FULL)


def _linear(encoded: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the light of sRGB values, 0 to 1 (IEC 61966-2-1)."""
    dark = 0.04045
    return np.where(encoded <= dark, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def _luminance(lightness: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return CIE Y, 0 to 1, of L* (CIE 15)."""
    dark = 8
    return np.where(lightness > dark, ((lightness + 16) / 116) ** 3, lightness / 903.3)
