"""MP-SPOT: each spot ink has one name and one build, and is no process ink (8.6.6.4).

A press makes a plate for each name.  Two spellings of one ink make two plates,
and one name with two builds shows two colours where there is one ink.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from mi_print.preflight.document.spot_builds import SpotBuild
from mi_print.problem import Problem, error

RULE = "MP-SPOT"
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_CLOSE = 0.02  # of a full ink: builds are rounded
_APART = re.compile(r"[\s_-]+")
_WORDS = {
    "Cyan": "c cyan zyan cian cián ciano cyaan cyjan syaani siyan azurová голубой циан κυανό"
    " シアン 青",
    "Magenta": "m magenta macenta purpurová пурпурный маджента ματζέντα マゼンタ 洋红 品红",
    "Yellow": "y yellow gelb jaune giallo amarillo amarelo geel gul żółty zolty žlutá zluta"
    " keltainen sarı sárga желтый жёлтый κίτρινο イエロー 黄 黃",
    "Black": "k black schwarz noir nero negro preto zwart svart sort czarny černá cerna musta siyah"
    " fekete черный чёрный μαύρο ブラック 黒 黑 墨",
}
"""What the inks of a press are called: by letter, and where people print in other languages."""
_AROUND = re.compile(r"^(?:(?:pantone)?process|cmyk|100)*|(?:(?<=[a-z])c|process|cmyk|ink|100|%)*$")


def _plain(name: str) -> str:
    """Return a name without case, and without what stands between its words."""
    return unicodedata.normalize("NFC", _APART.sub("", name).casefold())


_PROCESS_INK = {_plain(word): ink for ink, words in _WORDS.items() for word in words.split()}


def problems(found: Iterable[SpotBuild], file: str) -> Iterator[Problem]:
    """Yield what is wrong with the names and builds of a file's inks."""
    alike: defaultdict[str, defaultdict[str, list[SpotBuild]]]
    alike = defaultdict(lambda: defaultdict(list))
    for build in found:
        alike[_APART.sub("", build.colorant).casefold()][build.colorant].append(build)
    for key in sorted(alike):
        names = sorted(alike[key])
        process = _process_ink(names[0])
        strange = [name for name in names if process and name not in _PROCESS]
        if strange:
            message = f"the spot ink “{strange[0]}” is named like a process ink"
            hint = f"name it {process}, or give it a name of its own"
            yield error(RULE, message, hint, file=file)
        elif len(names) > 1:
            message = f"the spot inks “{names[0]}” and “{names[1]}” differ in case or blanks alone"
            yield error(RULE, message, "name one ink in one way: it gets one plate", file=file)
        for name in names:
            yield from _builds(name, alike[key][name], file)


def _process_ink(name: str) -> str | None:
    """Return which ink of the press a name is, as people write it."""
    plain = _plain(name)
    return _PROCESS_INK.get(plain) or _PROCESS_INK.get(_AROUND.sub("", plain))


def _builds(name: str, builds: list[SpotBuild], file: str) -> Iterator[Problem]:
    known = [build for build in builds if build.alternate is not None]
    first = next(iter(known), None)
    if first is None:
        return
    if any(not _same(first, other) for other in known[1:]):
        message = f"the spot ink “{name}” has two builds"
        yield error(RULE, message, "give one ink one alternate", file=file)
    elif name in _PROCESS and first.alternate == "DeviceCMYK" and first.tint:
        pure = tuple(float(ink == name) for ink in _PROCESS)
        if not _near(first.tint, pure):
            message = f"what is named “{name}” does not stand for the process ink"
            yield error(RULE, message, "give it a name of its own", file=file)


def _same(one: SpotBuild, other: SpotBuild) -> bool:
    if one.alternate != other.alternate:
        return False
    pairs = zip((one.tint, *one.paler), (other.tint, *other.paler), strict=True)
    return all(a is None or b is None or _near(a, b) for a, b in pairs)


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    scale = max(1.0, *map(abs, one))  # Lab goes to a hundred
    return len(one) == len(other) and all(
        abs(a - b) <= _CLOSE * scale for a, b in zip(one, other, strict=True)
    )
