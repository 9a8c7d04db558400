"""What composing and typesetting one job needs: its data, layout, templates and typesetter."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.event.queries import entries, print_locale
from mi_print.layout.checks.code_size import no_code
from mi_print.layout.checks.page_fault import SHORTEN, PageFault, quoted
from mi_print.layout.package import find
from mi_print.layout.template_api.context import LayoutContext, page_css
from mi_print.layout.template_api.data_pictures import COARSE
from mi_print.layout.template_api.templates import Templates
from mi_print.layout.text.fonts import KOREAN_CSS
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter, join
from mi_print.problem import Problem, shown_path, warning
from mi_print.processes.limits import step
from mi_print.products.data_places import DataPlaces
from mi_print.products.orders.job import Job

_MANY = 3000
"""Entries for which composing has the time of a step more; measured: a fourth of it."""
_LONG = 200_000
"""Letters of HTML for which typesetting has it; measured: a fifth."""
_LARGER = f"save it with more pixels ({COARSE} per inch and more print well), or as SVG"


@dataclass(frozen=True, slots=True)
class Composer:
    """A job, its event, and the measures, templates and typesetter of its layout."""

    job: Job
    event: Event
    context: LayoutContext
    templates: Templates
    typesetter: Typesetter
    places: DataPlaces
    misfits: list[PageFault] = field(default_factory=list)
    """What was seen not to fit while a part was composed."""

    notes: list[Problem] = field(default_factory=list)
    """Warnings of what has been left out while parts were composed."""

    def compose(self, part: str, variables: Mapping[str, object]) -> str:
        """Return a part's HTML, from its template and what a product adds.

        Raises:
            InputError: the template is wrong, or something of the part fits in no type.
        """
        name = f"{self.job.layout.name}/{part}.html.j2"
        step(self.template_file(part), self._share)
        html = self.templates.render(name, {**self.context.variables(), **variables})
        self._take_notes()
        if self.misfits:
            found = self.places.problems(self.misfits, self.job.layout_file)
            self.misfits.clear()
            raise InputError(found)
        return html

    def _take_notes(self) -> None:
        """Take over what was seen while a part was composed."""
        for text, message in self.context.misfits.items():
            fault = PageFault("overflow", f"{quoted(text)} {message}", SHORTEN, texts=((text,),))
            self.misfits.append(fault)
        self.context.misfits.clear()
        found = [
            replace(no_code(text, side), text=self.context.networks.get(text, text))
            for text, side in self.context.small_codes.items()
        ]
        self.context.small_codes.clear()
        for path, resolution in self.context.coarse.items():
            message = f"{path} is printed at {resolution:.0f} pixels per inch"
            found.append(replace(warning("picture", message, _LARGER), text=path))
        self.context.coarse.clear()
        notes = map(self.places.of_text, found)
        self.notes.extend(note for note in notes if note not in self.notes)

    def typeset(self, part: str, html: str) -> TypesetPages:
        """Return a part's pages; warnings of the typesetter name its template."""
        file = self.template_file(part)
        step(file, 1 + len(html) / _LONG)
        pages = self.typesetter.set(html, self.job.layout.folder, file)
        step(share=self._share)  # for what the product does before the next
        return pages

    @property
    def _share(self) -> float:
        """How many times the time of a step composing has; of badges a hundred are composed."""
        return 1 if self.job.product == "badges" else 1 + entries(self.event) / _MANY

    def template_file(self, part: str) -> str:
        """Return what a problem calls a part's template."""
        return f"{self.job.layout_file}/{part}.html.j2"

    def pages(self, variables: Mapping[str, object]) -> TypesetPages:
        """Return the pages of all parts, each composed of these variables."""
        parts = self.job.layout.manifest.parts
        return join([self.typeset(part, self.compose(part, variables)) for part in parts])


def composer_of(job: Job, event: Event, places: DataPlaces | None = None) -> Composer:
    """Read what the job's layout consists of.

    Args:
        job: the layout, its size and its shop.
        event: the data.
        places: where the data stands, for problems of pages to name.

    Raises:
        InputError: the theme or a stylesheet is wrong.
    """
    theme = find.theme(job.project).recoloured(event.workshop.inks, event.workshop.named_colours)
    locale = print_locale(event)
    context = LayoutContext(
        theme, job.layout.manifest.sizes[job.size], job.grid, locale, event.pictures
    )
    shared = find.shared(job.project)
    sheets = [
        ("theme", KOREAN_CSS + page_css(theme, job.grid), shared),
        _sheet(shared / "base.css", job.project),
        _sheet(job.layout.folder / "page.css", job.project),
    ]
    return Composer(
        job=job,
        event=event,
        context=context,
        templates=Templates(find.layout_folders(job.project), job.project, locale),
        typesetter=Typesetter(find.roots(job.project), sheets),
        places=places or DataPlaces(),
    )


def _sheet(path: Path, project: Path) -> tuple[str, str, Path]:
    return shown_path(path, project), find.text_of(path, project), path.parent
