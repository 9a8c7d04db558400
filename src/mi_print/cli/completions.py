"""What a shell completes: names of sizes, shops, layouts, kinds of sign, orders, roles, printers.

Whoever presses the tab key has not asked for anything yet, so nothing is said and nothing
fails: from data that can't be read there are fewer names.
"""

import contextlib
import functools
import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from mi_print.cli.project import project_folder


class _CommandLine(Protocol):
    """As far as it is typed: a command, and in its parent what stands before that."""

    info_name: str | None
    parent: Any


Completion = Callable[[_CommandLine, str], list[str]]


def _completing(names: Callable[[str, Path], Iterable[str]]) -> Completion:
    """Return what completes names that are found for a command in a project."""

    @functools.wraps(names)
    def complete(ctx: _CommandLine, incomplete: str) -> list[str]:
        found: list[str] = []
        silent = io.StringIO()
        with (
            contextlib.suppress(Exception),
            contextlib.redirect_stdout(silent),
            contextlib.redirect_stderr(silent),
        ):
            named = ctx.parent.params.get("project") if ctx.parent else None
            project = project_folder(Path(named) if named else None).path
            found = [
                name
                for name in names(ctx.info_name or "", project)
                if name.casefold().startswith(incomplete.casefold())
            ]
        return found

    del complete.__wrapped__  # by which the parser would see the other parameters
    complete.__annotations__ = {}  # it then goes by their names
    return complete


@_completing
def sizes(command: str, project: Path) -> Iterable[str]:
    """Return the sizes that the layouts of a product are made for."""
    from mi_print.layout.package import find
    from mi_print.trade.sizes import sizes as all_sizes

    made: dict[str, None] = {}
    for name in find.names(project):
        with contextlib.suppress(Exception):  # one that is wrong hides no other
            manifest = find.layout(name, project).manifest
            made |= dict.fromkeys(manifest.sizes if manifest.product == command else ())
    return made or all_sizes()


@_completing
def shops(_: str, project: Path) -> Iterable[str]:
    """Return the shops that a project can order from."""
    from mi_print.event.data_file import shops_of

    return shops_of(project)


@_completing
def stocks(_: str, project: Path) -> Iterable[str]:
    """Return the stocks that a project can print on."""
    from mi_print.event.data_file import stocks_of

    return stocks_of(project)


@_completing
def kinds(_: str, project: Path) -> Iterable[str]:
    """Return the kinds of sign that a project has layouts of."""
    from mi_print.products.orders.sign_kinds import kinds as sign_kinds

    return sign_kinds(project)


@_completing
def bundled_layouts(_: str, __: Path) -> Iterable[str]:
    """Return the layouts that can be copied."""
    from mi_print.layout.package.copied_layout import bundled_names

    return bundled_names()


@_completing
def orders(command: str, project: Path) -> Iterable[str]:
    """Return the named orders of a product, or of all."""
    written = _written(project, "print", "orders")
    return [
        name
        for name, order in written.items()
        if command == "all" or (isinstance(order, dict) and order.get("product") == command)
    ]


@_completing
def conditions(_: str, project: Path) -> Iterable[str]:
    """Return fields of badges with an equals sign, and each role."""
    from mi_print.event.badges import FIELDS
    from mi_print.event.model import Role

    roles = dict.fromkeys([*_written(project, "workshop", "roles"), *map(str, Role)])
    return [*(f"role={role}" for role in roles), *(f"{field}=" for field in FIELDS)]


@_completing
def all_sizes(_: str, __: Path) -> Iterable[str]:
    """Return all sizes of the trade."""
    from mi_print.trade.sizes import sizes as known

    return known()


@_completing
def printers(_: str, __: Path) -> Iterable[str]:
    """Return the printers that the user has measured."""
    from mi_print.products.imposition.kept_printers import kept_printers

    return kept_printers()


@_completing
def rules(_: str, __: Path) -> Iterable[str]:
    """Return all rules and pages of the manual."""
    from mi_print.cli.commands.explain import MANUAL, pages

    return (*pages(), *MANUAL)


def _written(project: Path, file: str, key: str) -> dict[str, object]:
    """Return a mapping of a data file as it is written, empty if there is none."""
    from mi_print.source import project_files, yaml_reader

    text = project_files.read(project / "data" / f"{file}.yaml", project)
    value = yaml_reader.read(text, file).value if isinstance(text, str) else None
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
