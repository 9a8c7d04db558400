"""What comes of an event: files, or the problems for which there are none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import MiPrintError
from mi_print.problem import Problem, errors_of
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import PRODUCTS, Edition, Request
from mi_print.products.run import run
from mi_print.products.signage.sign_record import SIGN_KINDS
from tests.generated.rows import GeneratedEvent

FILES = {product: product for product in PRODUCTS if product != "signage"} | {
    f"signage-{kind}": kind for kind in SIGN_KINDS
}
"""What `printed` calls each file, by the file's name without the ending."""

_NOTHING = {"empty", "call"}
"""The rules of a product for which the data has nothing."""


@dataclass(frozen=True)
class Made:
    """What was made of one product alone: a file, or errors."""

    file: Path | None
    errors: list[Problem]

    @property
    def outcome(self) -> str:
        """Whether it came out, or by which rule it did not."""
        rule = self.errors[0].rule if self.errors else "right"
        return "nothing to print" if rule in _NOTHING else rule


def write(event: GeneratedEvent, project: Path) -> None:
    """Write an event's data into a project's folder."""
    texts = {name: text.encode() for name, text in event.files().items()}
    for name, content in (texts | event.pictures()).items():
        path = project / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def made(project: Path, names: Iterable[str] = tuple(FILES)) -> Iterator[tuple[str, Made]]:
    """Yield the screen edition of each product, each made alone, and of more orders of it.

    `FILES` has the names; an order's own follows that of its product.
    """
    loaded = load_checked(project)
    if loaded.event is None:
        yield "data", Made(None, errors_of(loaded.problems))
        return
    for name in names:
        product = FILES[name]
        kinds = (product,) if product in SIGN_KINDS else ()
        request = Request(project / "out", (Edition.SCREEN,), kinds=kinds)
        order = "signage" if kinds else product
        try:
            result = run(order, project, loaded, loaded.event, request, copyfit_page=lambda _: "")
        except MiPrintError as refused:
            yield name, Made(None, errors_of(refused.problems))
            continue
        if result.left_out:  # a card is refused, and the file has the others
            yield name, Made(None, [each for left in result.left_out for each in left.problems])
            continue
        for artifact in result.artifacts:
            path = artifact.paths[Edition.SCREEN]
            yield path.stem, Made(path, [])
