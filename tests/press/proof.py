"""Ghostscript's plates, a proof of them in sRGB, and the difference of pictures in ΔE2000."""

import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
from PIL import Image, ImageCms

Picture = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.float64]

INKS = ("Cyan", "Magenta", "Yellow", "Black")
_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC


def plates(pdf: Path, folder: Path, dpi: int = 72) -> list[Picture]:
    """Return each page's plates, 255 being full ink, cyan to black in the last axis."""
    folder.mkdir(exist_ok=True)
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{dpi}"]
    options = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-sOutputFile={folder}/p%d.tif"]
    subprocess.run([*command, *options, str(pdf)], check=True, capture_output=True)  # noqa: S603 - our own
    pages = len(list(folder.glob("p*(Black).tif")))
    return [
        np.stack([255 - _gray(folder / f"p{page}({ink}).tif") for ink in INKS], axis=2)
        for page in range(1, pages + 1)
    ]


def _gray(path: Path) -> Picture:
    with Image.open(path) as opened:
        return np.asarray(opened.convert("L"))


def proofed(inks: Picture, profile: bytes) -> Picture:
    """Return what plates look like through their profile, in sRGB."""
    made = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        _RELATIVE,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return np.asarray(ImageCms.applyTransform(Image.fromarray(inks, "CMYK"), made))


def drawn(pdf: Path, dpi: int = 72) -> list[Picture]:
    """Return pdfium's pictures of all pages."""
    with pypdfium2.PdfDocument(pdf) as book:
        return [
            np.array(page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3])
            for page in book
        ]


def trimmed(pdf: Path, pages: Sequence[int], to: Path) -> Path:
    """Write some pages of a file, counted from 1, cut to their trim; return `to`."""
    with pikepdf.open(pdf) as book, pikepdf.new() as some:
        some.add_pages_from(book, [page - 1 for page in pages])
        for page in some.pages:
            for name in ("/MediaBox", "/CropBox", "/BleedBox"):
                page.obj[name] = page.obj["/TrimBox"]
        some.save(to)
    return to


def from_afar(picture: Picture, cell: int) -> Picture:
    """Return a picture in cells of so many pixels, each the mean of their light."""
    height, width = (side // cell * cell for side in picture.shape[:2])
    light = _LIGHT[picture[:height, :width]]
    mean = light.reshape(height // cell, cell, width // cell, cell, 3).mean(axis=(1, 3))
    coded = np.where(mean <= 0.0031308, mean * 12.92, 1.055 * mean ** (1 / 2.4) - 0.055)
    seen: Picture = np.round(255 * coded).astype(np.uint8)
    return seen


def _light(coded: Numbers) -> Numbers:
    """Return the light of values from 0 to 1 as sRGB codes them (IEC 61966-2-1)."""
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


_LIGHT = _light(np.arange(256) / 255).astype(np.float32)


def lab(rgb: Picture) -> Numbers:
    """Return CIE Lab (D50) of sRGB (IEC 61966-2-1, adapted by Bradford)."""
    light = _light(rgb.astype(np.float64) / 255)
    to_xyz = np.array(
        [
            [0.4360747, 0.3850649, 0.1430804],
            [0.2225045, 0.7168786, 0.0606169],
            [0.0139322, 0.0971045, 0.7141733],
        ]
    )
    relative = (light @ to_xyz.T) / np.array([0.9642, 1.0, 0.8249])
    f = np.where(relative > 0.008856, np.cbrt(relative), relative * 7.787 + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def difference(one: Numbers, other: Numbers) -> Numbers:
    """Return ΔE2000 of two Lab pictures (CIE 142-2001; Sharma, Wu, Dalal 2005)."""
    lightness = one[..., 0], other[..., 0]
    chroma = [np.hypot(each[..., 1], each[..., 2]) for each in (one, other)]
    seventh = ((chroma[0] + chroma[1]) / 2) ** 7
    stretch = 1.5 - 0.5 * np.sqrt(seventh / (seventh + 25.0**7))
    a = [each[..., 1] * stretch for each in (one, other)]
    c = [np.hypot(red, each[..., 2]) for red, each in zip(a, (one, other), strict=True)]
    hue = [
        np.degrees(np.arctan2(each[..., 2], red)) % 360
        for red, each in zip(a, (one, other), strict=True)
    ]
    gray = c[0] * c[1] == 0
    turn = np.where(gray, 0, (hue[1] - hue[0] + 180) % 360 - 180)
    mean_hue = np.where(gray, hue[0] + hue[1], (hue[0] + turn / 2) % 360)
    mean_l, mean_c = (lightness[0] + lightness[1]) / 2, (c[0] + c[1]) / 2
    weight = (
        1
        - 0.17 * np.cos(np.radians(mean_hue - 30))
        + 0.24 * np.cos(np.radians(2 * mean_hue))
        + 0.32 * np.cos(np.radians(3 * mean_hue + 6))
        - 0.20 * np.cos(np.radians(4 * mean_hue - 63))
    )
    squared = (mean_l - 50) ** 2
    s_l = 1 + 0.015 * squared / np.sqrt(20 + squared)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * weight
    bend = -2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    rotation = bend * np.sin(np.radians(60 * np.exp(-(((mean_hue - 275) / 25) ** 2))))
    d_l = (lightness[1] - lightness[0]) / s_l
    d_c = (c[1] - c[0]) / s_c
    d_h = 2 * np.sqrt(c[0] * c[1]) * np.sin(np.radians(turn / 2)) / s_h
    found: Numbers = np.sqrt(d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h)
    return found
