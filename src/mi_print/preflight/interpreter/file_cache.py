"""What the pages of one file have in common, each part read once."""

from dataclasses import dataclass, field

import pikepdf

from mi_print.preflight.colour.colour_spaces import ColourSpaceCache
from mi_print.preflight.fonts.font_cache import FontCache
from mi_print.preflight.images.image_data import fault
from mi_print.preflight.images.image_facts import ImageFacts, read
from mi_print.preflight.interpreter.ext_gstate import ExtGState
from mi_print.preflight.interpreter.form_cache import FormCache
from mi_print.preflight.pdf.objects import PdfValue, identity
from mi_print.preflight.pdf.operators import Operation

MOST_KEPT = 300_000
"""Operators of shared streams, and names, that are kept."""

Names = dict[tuple[str, str], PdfValue]
"""What is named in resources, by kind and name."""


@dataclass(slots=True)
class FileCache:
    """Colour spaces, fonts, streams, forms and names, by their objects."""

    pdf: pikepdf.Pdf
    spaces: ColourSpaceCache = field(default_factory=ColourSpaceCache)
    fonts: FontCache = field(default_factory=FontCache)
    streams: dict[tuple[int, int], list[Operation]] = field(default_factory=dict)
    forms: FormCache = field(default_factory=FormCache)
    graphics: dict[tuple[int, int], ExtGState] = field(default_factory=dict)
    named: dict[tuple[int, int], Names] = field(default_factory=dict)
    images: dict[tuple[int, int], str | None] = field(default_factory=dict)
    """What is wrong with the data of images."""
    kept: int = 0

    def names(self, resources: PdfValue) -> Names:
        """Return what is known by name of some resources, the same of the same ones."""
        known = identity(resources)
        return self.named.setdefault(known, {}) if known and self.kept < MOST_KEPT else {}

    def image_fault(
        self, image: PdfValue, facts: ImageFacts, inline: bytes | None = None
    ) -> str | None:
        """Return what is wrong with an image's data, or with those of its masks.

        Args:
            image: a stream, or the dictionary of an inline image.
            facts: what it says of itself.
            inline: the data of an inline image.
        """
        known = identity(image)
        if known is not None and known in self.images:
            return self.images[known]
        parts = 1 if facts.space is None else facts.space.parts or None
        raw = image.read_raw_bytes() if isinstance(image, pikepdf.Stream) else inline
        found = fault(image, raw or b"", facts.pixels, facts.bits, parts)
        for mask in facts.masks if found is None else ():
            inner = read(mask, None, {}, self.spaces)
            said = self.image_fault(mask, inner) if inner else "has no size"
            found = found or (said and f"has a mask that {said}")
        if known is not None:
            self.images[known] = found
        return found

    def keep(self, names: Names, key: tuple[str, str], found: PdfValue) -> None:
        """Keep what a name stands for, as long as there is room."""
        if found is not None and self.kept < MOST_KEPT:
            names[key] = found
            self.kept += 1
