"""How large letters and codes must be for the distance from which they are read.

Letters: ADA Standards for Accessible Design (2010), 703.5.5, signs at eye
level: capitals of 5/8 in up to 6 ft away, and 1/8 in more for every foot
beyond.  That is 28 mm at 3 m, 49 mm at 5 m, 101 mm at 10 m.
Codes: a tenth of the distance, which phones manage in a dim corridor.
"""

from collections.abc import Callable, Iterator, Sequence

from mi_print.layout.checks.page_fault import FaultTexts, PageFault
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.package.manifest import Manifest
from mi_print.layout.typeset.contents import Frame
from mi_print.units import POINTS_PER_METRE

AFAR = "afar"
SCAN = "scan"

_METRES_PER_FOOT = 0.3048
_EIGHTH = 9.0  # points: an eighth of an inch
_NEAR = 6.0  # feet
_TOLERANCE = 0.05  # points: what is left by rounding


def cap_height(distance: float) -> float:
    """Return the least height of capitals, in points, for a distance in metres."""
    feet = max(distance / _METRES_PER_FOOT, _NEAR)
    return _EIGHTH * (feet - 1)


def code_width(distance: float) -> float:
    """Return the least width of a code, in points, for a distance in metres."""
    return distance * POINTS_PER_METRE / 10


def check_legible(
    found: Sequence[Frame],
    count: int,
    manifest: Manifest,
    said: Callable[[Frame], FaultTexts] = lambda _: (),
) -> Iterator[PageFault]:
    """Yield an error for everything too small for the distance that the manifest states.

    Args:
        found: the frames, however they have been set.
        count: of the pages.
        manifest: of the layout.
        said: returns the texts of a frame, by which its record is found.
    """
    if manifest.reading_distance is not None:
        afar = [frame for frame in found if frame.read == AFAR]
        for page in sorted(set(range(1, count + 1)) - {frame.page for frame in afar}):
            message = (
                f"nothing on this page is marked to be read from {_m(manifest.reading_distance)}"
            )
            yield PageFault("legible", message, _MARK, page)
        for frame in afar:
            yield from _letters(frame, manifest.reading_distance, said)
    if manifest.scanning_distance is not None:
        for frame in found:
            if frame.read == SCAN:
                yield from _code(frame, manifest.scanning_distance, said)


def _letters(
    frame: Frame, distance: float, said: Callable[[Frame], FaultTexts]
) -> Iterator[PageFault]:
    least, height = cap_height(distance), 2 * HALF_CAP * frame.smallest
    if height < least - _TOLERANCE:
        message = (
            f"{frame.name}: capitals of {_mm(height)} can't be read from {_m(distance)};"
            f" that takes {_mm(least)}"
        )
        yield PageFault("legible", message, _LARGER, frame.page, frame.place, said(frame))


def _code(
    frame: Frame, distance: float, said: Callable[[Frame], FaultTexts]
) -> Iterator[PageFault]:
    least = code_width(distance)
    if frame.narrowest < least - _TOLERANCE:
        message = (
            f"{frame.name}: a code of {_mm(frame.narrowest)} can't be scanned from"
            f" {_m(distance)}; that takes {_mm(least)}"
        )
        yield PageFault("legible", message, _WIDER, frame.page, frame.place, said(frame))


def _m(distance: float) -> str:
    return f"{distance:g} m"


def _mm(length: float) -> str:
    return f"{length / POINTS_PER_METRE * 1000:.0f} mm"


_MARK = 'give an element of the layout data-read="afar", or state no reading-distance'
_LARGER = "shorten the text, choose a larger size, or state a shorter reading-distance"
_WIDER = "make the code wider, or state a shorter scanning-distance"
