"""The table laid for one job: everything that composing and typesetting it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mi_print.event.model import Event
from mi_print.layout.package import find
from mi_print.layout.template_api.context import LayoutContext, page_css
from mi_print.layout.template_api.templates import Templates
from mi_print.layout.text.fonts import KOREAN_CSS
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter
from mi_print.problem import shown_path
from mi_print.products.orders.job import Job
from mi_print.trade.shops import Shop


@dataclass(frozen=True, slots=True)
class Composer:
    """One job's event, layout, measures, templates and typesetter."""

    event: Event
    layout: find.Layout
    context: LayoutContext
    templates: Templates
    typesetter: Typesetter
    shop: Shop
    project: Path

    def compose(self, part: str, variables: Mapping[str, object]) -> str:
        """Return a part's HTML, from its template and what a product adds."""
        name = f"{self.layout.name}/{part}.html.j2"
        return self.templates.render(name, {**self.context.variables(), **variables})

    def typeset(self, part: str, html: str) -> TypesetPages:
        """Return a part's pages; what the typesetter warns of is said of its template."""
        name = shown_path(self.layout.folder / f"{part}.html.j2", self.project)
        return self.typesetter.set(html, self.layout.folder, name)


def composer_of(job: Job, event: Event) -> Composer:
    """Read what the job's layout consists of.

    Raises:
        InputError: the theme or a stylesheet is wrong.
    """
    theme = find.theme(job.project).recoloured(event.workshop.theme.colours)
    context = LayoutContext(
        theme, job.layout.manifest.sizes[job.size], job.grid, event.workshop.lang
    )
    shared = find.shared(job.project)
    sheets = [
        ("theme", KOREAN_CSS + page_css(theme, job.grid), shared),
        _sheet(shared / "base.css", job.project),
        _sheet(job.layout.folder / "page.css", job.project),
    ]
    return Composer(
        event=event,
        layout=job.layout,
        context=context,
        templates=Templates(find.layout_folders(job.project), job.project),
        typesetter=Typesetter(find.roots(job.project), sheets),
        shop=job.shop,
        project=job.project,
    )


def _sheet(path: Path, project: Path) -> tuple[str, str, Path]:
    return shown_path(path, project), find.text_of(path, project), path.parent
