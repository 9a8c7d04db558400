"""The pages of a file as they are placed on sheets, or why they can't be."""

from collections import Counter
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object

from mi_print.geometry import common, empty
from mi_print.preflight.pdf.open_file import OpenFile
from mi_print.press.impose.draw import SourcePage, source_page
from mi_print.problem import Problem, error, warning
from mi_print.units import in_words

_SAME = 0.1  # points between sizes that are the same
_QUARTER = 90.0
_DEEPEST = 100  # forms in forms


@dataclass(frozen=True, slots=True)
class SourcePages:
    """All pages of a file: their boxes, what sheets will lack of them, and what is odd."""

    pages: list[SourcePage]
    dropped: tuple[str, ...]
    problems: list[Problem]

    @property
    def trim(self) -> tuple[float, float]:
        """The width and height of a page."""
        return self.pages[0].width, self.pages[0].height

    @property
    def bleed(self) -> float:
        """How far art goes beyond the trim on all sides of all pages."""
        return max(0.0, min(_bleed(page) for page in set(self.pages)))


def source_pages(opened: OpenFile) -> SourcePages:
    """Return the pages of an open file; with an error among the problems it can't be imposed."""
    count = len(opened.pages)
    problems: list[Problem] = []
    if not count:
        message, hint = "it has no pages", "name a PDF with pages"
        return SourcePages([], (), [error("impose", message, hint, file=opened.file)])
    if opened.pdf.is_encrypted:
        message, hint = "it is encrypted, and sheets would not be", "save it without a password"
        problems.append(error("impose", message, hint, file=opened.file))
    pages, dropped, seen, cache = [], Counter[str](), set[tuple[int, int]](), {}
    uncut = None
    for number, page in enumerate(opened.pdf.pages, 1):
        boxes = opened.pages.boxes(number)
        if not boxes.has_media or empty(boxes.media) or boxes.rotate % _QUARTER:
            message = "this page has no media box, or is turned by no quarter"
            hint = "write the file anew from what made it"
            problems.append(error("impose", message, hint, file=opened.file, page=number))
            continue
        unit = float(page.obj.get(Name.UserUnit, 1))
        if boxes.trim_box is None and uncut is None:
            uncut = number
        key = (boxes.trim, boxes.bleed, boxes.rotate, unit, boxes.media)
        if key not in cache:
            bleed = common(boxes.bleed, boxes.media)
            cache[key] = source_page(boxes.trim, bleed, int(boxes.rotate), unit)
        pages.append(cache[key])
        dropped["annotations"] += Name.Annots in page.obj
        if _loops(page.obj, seen):
            message = "a form of this page contains itself"
            hint = "write the file anew from what made it"
            problems.append(error("impose", message, hint, file=opened.file, page=number))
    problems += _mixed(pages, opened.file)
    if uncut is not None:
        message = "this page does not say where it is cut; all of it is taken as its trim"
        hint = "write the file with a TrimBox, if it has bleed"
        problems.append(warning("no-trim", message, hint, file=opened.file, page=uncut))
    root = opened.pdf.Root
    kept = {"tags": Name.StructTreeRoot in root, "bookmarks": Name.Outlines in root}
    said = [name for name, there in kept.items() if there]
    said += ["links and other annotations"] * bool(dropped["annotations"])
    said += ["form fields"] * (Name.AcroForm in root)
    return SourcePages(pages, tuple(said), problems)


def _mixed(pages: list[SourcePage], file: str) -> list[Problem]:
    sizes = [(page.width, page.height) for page in pages]
    if not sizes:
        return []
    (width, height), _ = Counter(sizes).most_common(1)[0]
    others = [
        number
        for number, (across, down) in enumerate(sizes, 1)
        if abs(across - width) > _SAME or abs(down - height) > _SAME
    ]
    if not others:
        return []
    across, down = sizes[others[0] - 1]
    more = f", and {len(others) - 1} more pages" if len(others) > 1 else ""
    message = (
        f"this page is {in_words(across)} × {in_words(down)}{more}, and most are"
        f" {in_words(width)} × {in_words(height)}"
    )
    hint = "impose pages of one size; take the others out"
    return [error("impose", message, hint, file=file, page=others[0])]


def _bleed(page: SourcePage) -> float:
    """Return how far a page's art goes beyond its trim, on the side where that is least."""
    left, bottom, right, top = page.trim
    out = page.bleed
    unit = page.width / (right - left) if page.upright[0] else page.width / (top - bottom)
    return min(left - out[0], bottom - out[1], out[2] - right, out[3] - top) * abs(unit)


def _loops(page: Object, seen: set[tuple[int, int]]) -> bool:
    """Return whether the forms of a page run in a circle; `seen` has those that don't."""
    return _circle(page.get(Name.Resources), seen, ())


def _circle(
    resources: object, seen: set[tuple[int, int]], above: tuple[tuple[int, int], ...]
) -> bool:
    if len(above) > _DEEPEST:
        return True
    if not isinstance(resources, Dictionary):
        return False
    forms = resources.get(Name.XObject)
    for form in forms.values() if isinstance(forms, Dictionary) else ():
        if not isinstance(form, Object) or not form.is_indirect or form.objgen in seen:
            continue
        if form.objgen in above:
            return True
        if _circle(form.get(Name.Resources), seen, (*above, form.objgen)):
            return True
        seen.add(form.objgen)
    return False
