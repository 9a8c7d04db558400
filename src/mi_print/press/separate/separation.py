"""Separation: typeset pages in RGB become pages in the inks of a press.

Whatever a page paints is reached from its contents, so that is how it is
walked: contents, forms, tiling patterns, shadings, pictures, soft masks and
the glyphs of Type 3 fonts, each turned once, where it is first met.
ISO 15930-7 (PDF/X-4), 6.4; ISO 32000-1, 8.6 and 11.6.
"""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from mi_print.errors import InputError
from mi_print.geometry import IDENTITY, Matrix
from mi_print.press.separate.content_stream import (
    OVERPRINTS,
    ColourRewriter,
    NamedResources,
    UnknownOperatorError,
)
from mi_print.press.separate.graphics_state import concatenated
from mi_print.press.separate.images import UnknownPictureError, turn
from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.palette import Palette, PressColour, for_mask, for_press
from mi_print.press.separate.shadings import UnknownFunctionError, as_rgb, in_inks
from mi_print.press.separate.spot_inks import separation, spot_name
from mi_print.problem import error
from mi_print.trade.inks import Ink
from mi_print.trade.shops import Colour

_HINT = "keep to what CSS and SVG say in sRGB, or draw it as a picture; and report it, please"
_GRADIENTS = {2, 3}  # axial and radial


def separate(book: Pdf, inks: Mapping[str, Ink], colour: Colour, profile: bytes, file: str) -> None:
    """Turn all colours of typeset pages, in place.

    Args:
        book: pages without tags.
        inks: the theme's colours by name.
        colour: the shop's printing condition.
        profile: its ICC profile.
        file: what a problem calls the pages.

    Raises:
        InputError: a page holds what can't be separated.
    """
    lcms = Lcms(profile, colour.tac)
    work = _Separation(book, for_press(inks, colour, lambda: lcms), lcms)
    problems = []
    for number, page in enumerate(book.pages, 1):
        try:
            work.page(page.obj)
        except (UnknownOperatorError, UnknownPictureError, UnknownFunctionError) as reason:
            message = f"this can't be turned into inks: {reason}"
            problems.append(error("separation", message, _HINT, file=file, page=number))
    if problems:
        raise InputError(problems)
    work.drop_old_spaces()


class _Separation:
    """The walk through one file, with what it has turned already."""

    def __init__(self, book: Pdf, palette: Palette, lcms: Lcms) -> None:
        self._book = book
        self._press = palette
        self._mask = for_mask()
        self._lcms = lcms
        self._turned: set[tuple[int, int]] = set()
        self._states: dict[tuple[bool, bool], Object] = {}
        self._resources: list[Object] = []
        self._spaces: set[str] = set()

    def drop_old_spaces(self) -> None:
        """Take out the colour spaces of before, when nothing that shares resources reads them."""
        for resources in self._resources:
            spaces = resources.get(Name.ColorSpace, Dictionary())
            kept = {name: space for name, space in spaces.items() if name in self._spaces}
            if kept:
                resources.ColorSpace = Dictionary(kept)
            elif Name.ColorSpace in resources:
                del resources.ColorSpace

    def page(self, page: Object) -> None:
        """Turn a page's contents and all that they name."""
        contents = page.get(Name.Contents, Array([]))
        if isinstance(contents, Array):
            joined = b"\n".join(part.read_bytes() for part in contents)
            page.Contents = self._book.make_stream(joined)
        resources = page.get(Name.Resources, Dictionary())
        page.Resources = resources
        self._content(page.Contents, resources, self._press, IDENTITY)

    def _content(
        self,
        stream: Object,
        resources: Object,
        palette: Palette,
        matrix: Matrix,
        *,
        entered: bool = False,
    ) -> None:
        """Turn a stream and whatever it names."""
        named = NamedResources(
            resources=resources,
            state=self._graphics_state,
            x_object=lambda name, at: self._x_object(resources.XObject[name], palette, at),
            pattern=lambda name, at: self._pattern(resources.Pattern[name], palette, at),
            shading=lambda name: self._shading(resources.Shading[name], palette),
            of_space=lambda name, values: _of_space(resources, palette, name, values),
        )
        inking = ColourRewriter(palette, named, matrix, entered=entered)
        stream.write(inking.rewritten(stream))
        for font in resources.get(Name.Font, Dictionary()).values():
            if font.get(Name.Subtype) == Name.Type3:
                self._glyphs(font, resources, palette, matrix)
        self._offer(resources, inking)

    def _offer(self, resources: Object, inking: ColourRewriter) -> None:
        """Put into a stream's resources what it names now; pages may share their resources."""
        for which in sorted(inking.overprints):
            states = resources.get(Name.ExtGState, Dictionary())
            states[OVERPRINTS[which]] = self._overprint(which)
            resources.ExtGState = states
        self._resources.append(resources)
        for paint in sorted(inking.spots, key=lambda paint: str(paint.spot)):
            spaces = resources.get(Name.ColorSpace, Dictionary())
            spaces[spot_name(str(paint.spot))] = separation(paint)
            resources.ColorSpace = spaces
            self._spaces.add(spot_name(str(paint.spot)))

    def _overprint(self, which: tuple[bool, bool]) -> Object:
        """Return the graphics state in which fills and strokes overprint, or do not."""
        if which not in self._states:
            fill, stroke = which
            state = Dictionary(Type=Name.ExtGState, op=fill, OP=stroke, OPM=1)
            self._states[which] = self._book.make_indirect(state)
        return self._states[which]

    def _x_object(self, thing: Object, palette: Palette, matrix: Matrix) -> None:
        if not self._is_new(thing):
            return
        if thing.Subtype == Name.Image:
            turn(thing, palette, self._lcms)
            return
        inner = concatenated(_numbers(thing.get(Name.Matrix), IDENTITY), matrix)
        self._content(thing, _resources(thing), palette, inner, entered=True)
        self._group(thing, palette)

    def _pattern(self, pattern: Object, palette: Palette, matrix: Matrix) -> None:
        if not self._is_new(pattern):
            return
        if Name.Shading in pattern:
            self._shading(pattern.Shading, palette)
            return
        inner = concatenated(_numbers(pattern.get(Name.Matrix), IDENTITY), matrix)
        self._content(pattern, _resources(pattern), palette, inner)

    def _graphics_state(self, state: Object) -> None:
        """Turn the group of a soft mask."""
        mask = state.get(Name.SMask)
        if not isinstance(mask, Dictionary) or not self._is_new(mask.G):
            return
        palette = self._mask if _is_luminosity(mask) else self._press
        self._content(mask.G, _resources(mask.G), palette, IDENTITY)
        self._group(mask.G, palette)
        if Name.BC in mask:
            mask.BC = Array(palette.of_rgb(as_rgb(_numbers(mask.BC))).inks)

    def _glyphs(self, font: Object, around: Object, palette: Palette, matrix: Matrix) -> None:
        resources = font.get(Name.Resources, around)
        for glyph in filter(self._is_new, font.CharProcs.values()):
            self._content(glyph, resources, palette, matrix, entered=True)

    def _shading(self, shading: Object, palette: Palette) -> None:
        if not self._is_new(shading):
            return
        if int(shading.ShadingType) not in _GRADIENTS:
            raise UnknownFunctionError(f"a shading of type {shading.ShadingType}")
        space = str(shading.ColorSpace)
        if space == palette.space:
            return
        if space not in {"/DeviceRGB", "/DeviceGray"}:
            raise UnknownFunctionError(f"a gradient in the space {space.removeprefix('/')}")
        domain = _numbers(shading.get(Name.Domain), (0, 1))
        shading.Function = in_inks(shading.Function, domain, palette)
        shading.ColorSpace = Name(palette.space)
        if Name.Background in shading:
            shading.Background = Array(palette.of_rgb(as_rgb(_numbers(shading.Background))).inks)

    def _group(self, thing: Object, palette: Palette) -> None:
        if Name.Group in thing:
            thing.Group.CS = Name(palette.space)

    def _is_new(self, thing: Object) -> bool:
        """Return whether something is met for the first time; what is not shared always is."""
        if not thing.is_indirect:
            return True
        known = thing.objgen in self._turned
        self._turned.add(thing.objgen)
        return not known


def _is_luminosity(mask: Object) -> bool:
    return str(mask.S) == "/Luminosity"


def _numbers(array: Object | None, otherwise: Sequence[float] = ()) -> list[float]:
    return list(otherwise) if array is None else [float(number) for number in list(array)]


def _resources(thing: Object) -> Object:
    if Name.Resources not in thing:
        thing.Resources = Dictionary()
    return thing.Resources


def _of_space(
    resources: Object, palette: Palette, name: str, values: Sequence[float]
) -> PressColour | None:
    """Return the paint of a colour in a space that the resources define, if it is known."""
    space = resources.get(Name.ColorSpace, Dictionary()).get(name)
    if not isinstance(space, Array):
        return None
    if space[0] == Name.Lab:
        lightness, a, b = values
        return palette.of_lab(lightness, a, b)
    if space[0] == Name.ICCBased and int(space[1].N) == 3:  # noqa: PLR2004 - RGB
        return palette.of_profile(space[1].read_bytes(), as_rgb(values))
    return None
