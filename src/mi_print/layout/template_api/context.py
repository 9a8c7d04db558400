"""What a template is given besides the data: numbers, pictures, words.

The look comes from the layout and the words from the data; what is here only
measures and places.  Everything a template can call is in `LayoutContext.variables`, and
docs/layouts.md explains each.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from mi_print.event.model import Sponsor
from mi_print.event.model.pictures import Picture
from mi_print.event.pictures.white import on_paper
from mi_print.language.print_locale import PrintLocale
from mi_print.layout import grid, qr
from mi_print.layout.copyfit.lettering import LetteredLine, LetteredRow, LetteringBox, lettered
from mi_print.layout.grid import Grid
from mi_print.layout.package.manifest import BLEED, SizeSpec
from mi_print.layout.package.theme import LayoutTheme
from mi_print.layout.template_api import svg_pictures
from mi_print.layout.template_api.data_pictures import COARSE, DataPicture, data_picture
from mi_print.layout.template_api.fitted_title import FittedTitle, TitlePlace, fitted_title
from mi_print.layout.template_api.format import formats
from mi_print.layout.template_api.logos import LogoRoom, LogoRows, logo_rows
from mi_print.layout.text.balance import Division, balanced, greedy, held
from mi_print.layout.text.pango import Extent, Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_in
from mi_print.layout.text.typography import short_address
from mi_print.layout.text.word_breaks import address_parts
from mi_print.trade.contrast import LEAST
from mi_print.trade.qr_code import wifi_text


@dataclass(frozen=True, slots=True)
class LayoutContext:
    """What the templates of one size of a layout are given."""

    theme: LayoutTheme
    spec: SizeSpec
    grid: Grid
    locale: PrintLocale
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    misfits: dict[str, str] = field(default_factory=dict)
    """Texts that fit at no size at or above their stated floor, and what is wrong with each."""
    coarse: dict[str, float] = field(default_factory=dict)
    """Pictures that have too few pixels per inch in their size, by their paths, and how many."""
    small_codes: dict[str, float] = field(default_factory=dict)
    """What codes would say that have no room, and the side of their place."""
    networks: dict[str, str] = field(default_factory=dict)
    """The networks that codes join, by what the codes say."""

    @property
    def lang(self) -> str:
        """The language in which texts are measured (BCP 47)."""
        return self.locale.lang

    def face(self, step: str) -> Face:
        """Return a step of the type scale as it is measured.

        Raises:
            ValueError: the theme has no such step.
        """
        if step not in self.theme.type:
            steps = ", ".join(self.theme.type)
            raise ValueError(f'no step of the type scale is called "{step}"; there are: {steps}')
        return self.theme.type[step].face

    def balanced(  # noqa: PLR0913 - what a layout may say
        self,
        text: str,
        step: str,
        width: float,
        *,
        lang: str = "",
        hyphens: bool = True,
        letters: bool = True,
        size: float | None = None,
    ) -> list[str]:
        """Return a title's lines, even, within `width` points, in the step's size or another.

        A word wider than that is divided: at its own hyphens, or, if `hyphens` may be added, by
        the rules of `lang`, which is the event's language where none is given; else between
        letters, unless that is not wished.
        """
        division = Division.HYPHENS if hyphens else Division.JOINTS
        division |= Division.LETTERS if letters else Division.WORDS
        face = self.face(step)
        return balanced(text, width, face.sized(size or face.size), lang or self.lang, division)

    def fitted(  # noqa: PLR0913 - what a place is
        self,
        text: str,
        step: str,
        width: float,
        lines: float,
        below: str = "",
        *,
        floor: float | None = None,
        short: str | None = None,
        lang: str = "",
        hyphens: bool = True,
        trial: bool = False,
    ) -> FittedTitle:
        """Return a title in the height of so many lines of the step, smaller if it must.

        Smaller type stands in more lines, so that a long name stays as large as it can.  If a
        line of the same face stands `below`, perhaps in another script, all lines get so much
        leading that none touches the next.

        Args:
            text: the title.
            step: of the type scale; in its size the title is set where there is room.
            width: of a line, in points.
            lines: how many lines of that step are as high as its place.
            below: the line below.
            floor: the smallest size, in points.  What does not fit even there is a problem,
                which names the record before anything is typeset.
            short: the short form, for where the title fits in no way.
            lang: the language of the text, if not the event's.
            hyphens: whether a word may be divided with a hyphen; a name may not.
            trial: whether to report nothing, and to divide nothing between letters: who calls
                looks at `fits`.
        """
        face = self.face(step)
        place = TitlePlace(
            face, width, lines * face.leading, lang or self.lang, floor, below, hyphens, not trial
        )
        found = fitted_title(text, place, short or "")
        if not (found.fits or trial or floor is None):
            self.misfits[text] = place.message(found)
        return found

    def held(self, name: str, step: str, width: float, after: str = "") -> str:
        """Return a name, and what follows it without a space, as lines of a width hold it."""
        return held(f"{name}{after}", width, self.face(step), self.lang)

    def sized(self, step: str, size: float) -> Face:
        """Return a step of the type scale in another size, its leading in proportion."""
        return self.face(step).sized(size)

    def lettered(
        self, rows: Sequence[Mapping[str, Any]], place: Mapping[str, Any], lang: str | None = None
    ) -> list[LetteredLine]:
        """Return the lines of some rows of lettering, as large as the place allows.

        The keys of a place are the attributes of `LetteringBox`, those of a row the
        attributes of `LetteredRow`, but for `size` in place of `face`.
        """
        made = []
        for row in rows:
            request = dict(row)
            made.append(LetteredRow(face=self.sized(row["step"], request.pop("size")), **request))
        return [
            line for row in lettered(made, LetteringBox(**place), lang or self.lang) for line in row
        ]

    def wide(self, text: str, step: str, size: float) -> float:
        """Return how wide a line is in a step of the type scale in another size."""
        return measure(text, self.sized(step, size), self.lang).width

    def ink(self, text: str, step: str, size: float | None = None) -> Extent:
        """Return where the ink of a line lies in a step of the type scale, or another size."""
        face = self.face(step)
        return measure(text, face.sized(size or face.size), self.lang)

    def leading(
        self,
        lines: Sequence[str],
        step: str | Sequence[str],
        size: float | None = None,
        least: float | None = None,
    ) -> float:
        """Return the leading at which no ink of a line touches that of the next.

        Args:
            lines: in their order.
            step: of all, or one for each.
            size: of all, if not the step's.
            least: the least leading, if not the step's.
        """
        steps = [step] * len(lines) if isinstance(step, str) else step
        faces = [self.sized(each, size or self.face(each).size) for each in steps]
        if not faces:
            return least or 0.0
        close = faces[0] if least is None else replace(faces[0], leading=least)
        return clear_in(close, list(zip(lines, faces, strict=True)), self.lang).leading

    def text_on(self, ground: str, wished: str = "paper") -> str:
        """Return the name of the colour for text on a ground, which is named too.

        It is the wished one if that can be read there (4.5:1), or else paper or ink, whichever
        can be read better.

        Raises:
            ValueError: the theme has no such colour.
        """
        inks = self.theme.colours
        for name in (ground, wished):
            if name not in inks:
                raise ValueError(f'no colour is called "{name}"; there are: {", ".join(inks)}')
        read = partial(self.theme.contrast, ground)
        return wished if read(wished) >= LEAST else max(("paper", "ink"), key=read)

    def address_lines(self, address: str, step: str, width: float) -> list[str]:
        """Return a web address without its scheme, broken where one breaks addresses."""
        face = self.face(step)

        def measured(line: str) -> float:
            return measure(line, face, self.lang).width

        pieces = address_parts(short_address(address), lambda part: measured(part) <= width)
        return greedy(pieces, width, measured)

    def logo_rows(
        self,
        sponsors: Sequence[Sponsor],
        width: float,
        *,
        area: float = 1600.0,
        gap: float = 24.0,
        height: float = math.inf,
    ) -> LogoRows:
        """Return sponsors in rows within `width` points: logos of equal area, and names.

        A logo that is all white is in ink.

        Args:
            sponsors: in their order.
            width: of the rows.
            area: of a logo, in square points; less where the rows would be too high.
            gap: between two logos, and between two rows.
            height: how high the rows may be; if they don't fit in a quarter of the area, the
                last sponsor is named before anything is typeset.
        """
        ink = self.theme.colours["ink"].srgb
        paths = [sponsor.logo if sponsor.logo in self.pictures else None for sponsor in sponsors]
        logos = [
            data_picture(on_paper(self.pictures[path], ink), 100, 100) if path else None
            for path in paths
        ]
        room = LogoRoom(width, area, gap, height, self.face("h2"), self.lang)
        found = logo_rows(list(zip(sponsors, logos, strict=True)), room)
        for path, logo in zip(paths, found.logos, strict=True):
            if path and logo.picture:
                self._judge(path, logo.picture)
        if not found.fits:
            high = found.height - height
            self.misfits[sponsors[-1].name] = f"and the logos before are {high:.1f} pt too high"
        return found

    def _judge(self, path: str, picture: DataPicture) -> None:
        """Note a picture that has too few pixels for its size."""
        if picture.resolution is not None and picture.resolution < COARSE:
            known = self.coarse.get(path, picture.resolution)
            self.coarse[path] = min(known, picture.resolution)

    def picture(self, path: str, width: float, height: float) -> DataPicture:
        """Return a picture of the data as large as a box allows.

        Raises:
            ValueError: the data names no such picture.
        """
        if path not in self.pictures:
            raise ValueError(f'the data has no picture "{path}"; ask whether there is a logo')
        found = data_picture(self.pictures[path], width, height)
        self._judge(path, found)
        return found

    def code(self, address: str, size: float, *, colour: str, title: str) -> Markup:
        """Return a QR code for HTML, `size` points wide; nothing if its modules would not print."""
        if qr.has_room(address, size):
            return svg_pictures.code(address, size, colour=colour, title=title)
        self.small_codes[address] = size
        return Markup("")

    def wifi_code(self, network: str, password: str | None) -> str:
        """Return the text of a code that joins a network."""
        text = wifi_text(network, password)
        self.networks[text] = network
        return text

    def variables(self) -> dict[str, object]:
        """Return everything that a template can name."""
        return {
            "grid": {name: getattr(self.grid, name) for name in _GRID},
            "values": self.spec.values,
            "bleed": BLEED,
            "colours": self._colours(),
            "face": self.face,
            "balanced": self.balanced,
            "fitted": self.fitted,
            "held": self.held,
            "sized": self.sized,
            "lettered": self.lettered,
            "wide": self.wide,
            "ink": self.ink,
            "leading": self.leading,
            "text_on": self.text_on,
            "picture": self.picture,
            "logo_rows": self.logo_rows,
            "address_lines": self.address_lines,
            "art_code": self.code,
            "wifi_code": self.wifi_code,
            "stem_left": grid.stem_left,
            "cap_top": grid.cap_top,
            "baseline_top": grid.baseline_top,
            "ceil": math.ceil,
            **_PICTURES,
            **formats(self.locale),
        }

    def _colours(self) -> dict[str, str]:
        inks = {name: ink.srgb for name, ink in self.theme.colours.items()}
        derived = self.theme.derived().items()
        return inks | {name.replace("-", "_"): inks[of] for name, of in derived}


_GRID = (
    *("width", "height", "inner", "outer", "top", "foot", "gutter", "base"),
    *("measure", "column", "lines", "x", "y", "span"),
)

_PICTURES = {
    "art_arc": svg_pictures.arc,
    "art_arrow": svg_pictures.arrow,
    "art_many": svg_pictures.many,
    "art_one": svg_pictures.one,
    "art_opener": svg_pictures.opener,
    "art_ring": svg_pictures.ring,
    "art_ten": svg_pictures.ten,
    "art_ruled": svg_pictures.ruled,
    "art_rules": svg_pictures.rules,
    "art_glyph": svg_pictures.glyph,
    "code_fits": qr.has_room,
    "code_quiet": svg_pictures.code_quiet,
}


def page_css(theme: LayoutTheme, size: Grid) -> str:
    """Return the stylesheet that every layout stands on: page size, bleed, theme."""
    page = (
        f"@page{{size:{size.width:g}pt {size.height:g}pt;bleed:{BLEED:g}pt;margin:0}}"
        f":root{{--width:{size.width:g}pt;--height:{size.height:g}pt;--base:{size.base:g}pt;"
        f"--inner:{size.inner:g}pt;--outer:{size.outer:g}pt;--top:{size.top:g}pt;"
        f"--foot:{size.foot:g}pt;--gutter:{size.gutter:g}pt;--column:{size.column:.4f}pt;"
        f"--bleed:{BLEED:.4f}pt}}"
    )
    return page + theme.css()
