"""What the pages of one file have in common, each part read once."""

from dataclasses import dataclass, field

import pikepdf

from mi_print.preflight.colour.colour_spaces import ColourSpaceCache
from mi_print.preflight.fonts.font import FontCache
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
    kept: int = 0

    def names(self, resources: PdfValue) -> Names:
        """Return what is known by name of some resources, the same of the same ones."""
        known = identity(resources)
        return self.named.setdefault(known, {}) if known and self.kept < MOST_KEPT else {}

    def keep(self, names: Names, key: tuple[str, str], found: PdfValue) -> None:
        """Keep what a name stands for, as long as there is room."""
        if found is not None and self.kept < MOST_KEPT:
            names[key] = found
            self.kept += 1
