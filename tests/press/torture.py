"""A page of everything that is hard to separate, as the typesetter writes it."""

from pathlib import Path

import numpy as np
from PIL import Image

from mi_print.layout.typeset.typesetter import Typesetter

WIDTH, HEIGHT = 360, 420

_CSS = """
@page { size: 360pt 420pt; margin: 0; bleed: 7mm }
* { margin: 0; padding: 0 }
body { font: 12pt/16pt Inter; color: #111111 }
div, img, svg, p { position: absolute; width: 110pt; height: 60pt }
"""

_BODY = """
<div style="left:10pt;top:10pt;background:linear-gradient(to right,#DC3311,#FFFFFF)"></div>
<div style="left:125pt;top:10pt;background:linear-gradient(to right,#DC3311,#006875)"></div>
<div style="left:240pt;top:10pt;background:linear-gradient(to right,#111111,#FFFFFF)"></div>
<div style="left:10pt;top:75pt;
  background:radial-gradient(circle,#DC3311,rgba(0,104,117,0))"></div>
<div style="left:125pt;top:75pt;
  background:linear-gradient(to right,#DC3311,#DC3311 50%,#006875 50%,#006875)"></div>
<div style="left:245pt;top:80pt;width:90pt;height:40pt;background:#EFEFEF;
  box-shadow:4pt 4pt 6pt #000"></div>
<img alt="photograph" src="photo.jpg" style="left:10pt;top:140pt">
<img alt="photograph with alpha" src="alpha.png" style="left:125pt;top:140pt">
<img alt="indexed" src="indexed.png" style="left:240pt;top:140pt">
<img alt="inks" src="cmyk.jpg" style="left:10pt;top:205pt">
<img alt="gray" src="gray.png" style="left:125pt;top:205pt">
<img alt="gray photograph" src="gray.jpg" style="left:240pt;top:205pt">
<svg style="left:10pt;top:270pt" viewBox="0 0 110 60"><title>gradient, opacity, tiles</title>
<defs><linearGradient id="a"><stop offset="0" stop-color="#A06200"/>
<stop offset="1" stop-color="#6E6A64" stop-opacity=".2"/></linearGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">
<circle r="4" cx="5" cy="5" fill="#8C2513"/></pattern></defs>
<rect width="40" height="60" fill="url(#a)"/>
<g opacity=".5"><rect x="30" width="40" height="60" fill="#DC3311"/></g>
<rect x="75" width="35" height="60" fill="url(#p)"/></svg>
<p style="left:125pt;top:270pt;background:#DC3311">black on red
<span style="color:#fff">white</span> <span style="color:lab(50 40 20)">lab</span></p>
<div style="left:240pt;top:270pt;background:#000;width:60pt"></div>
<div style="left:310pt;top:270pt;background:#000;width:20pt"></div>
<p style="left:10pt;top:340pt;color:#777777">gray text</p>
<p style="left:125pt;top:340pt;opacity:.5">half black</p>
<p style="left:240pt;top:340pt;border-top:0.5pt solid #111111">line</p>
"""

PATCHES = {
    "red": (130, 115, (0, 90, 100, 5)),
    "petrol": (230, 115, (95, 32, 42, 22)),
    "mist": (290, 100, (0, 0, 0, 8)),
    "red ground": (225, 325, (0, 90, 100, 5)),
    "large black": (270, 300, (60, 40, 40, 100)),
    "small black": (320, 300, (0, 0, 0, 100)),
    "paper": (180, 380, (0, 0, 0, 0)),
}
"""Places on the page, from the top left in points, and the inks that are due there."""


def pages(folder: Path) -> bytes:
    """Return the page as the typesetter writes it, with the pictures that it needs."""
    y, x = np.mgrid[0:120, 0:220]
    photo = np.stack([x * 255 // 220, y * 255 // 120, 128 + 60 * np.sin(x / 15)], 2)
    picture = Image.fromarray(photo.astype(np.uint8))
    alpha = np.clip(255 - np.hypot(x - 110, y - 60) * 3, 0, 255).astype(np.uint8)
    picture.save(folder / "photo.jpg", quality=92)
    Image.fromarray(np.dstack([np.asarray(picture), alpha])).save(folder / "alpha.png")
    picture.quantize(8).save(folder / "indexed.png")
    picture.convert("CMYK").save(folder / "cmyk.jpg", quality=92)
    picture.convert("L").save(folder / "gray.png")
    picture.convert("L").save(folder / "gray.jpg", quality=92)
    setter = Typesetter([folder], [("page.css", _CSS, folder)])
    html = f"<html lang='en'><title>Torture</title><body>{_BODY}"
    return setter.set(html, folder, "torture.html").pdf(tagged=False, name="torture.html")
