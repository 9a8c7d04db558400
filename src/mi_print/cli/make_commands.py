"""The commands that make products, with their options.

Each only says what is asked for; `make` is imported when it is called.
"""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from mi_print.cli import completions
from mi_print.cli.ahead import LOOK, READ, STAMP
from mi_print.cli.choices import EditionChoice, FillChoice, SchemeChoice
from mi_print.cli.exits import Invocation
from mi_print.files import real_path
from mi_print.products.orders.request import PRODUCTS, BadgeRequest, BadgeSort, Request


def _every(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 - Typer calls it so
    context.ensure_object(Invocation).every = wanted


AllOption = Annotated[
    bool,
    typer.Option(
        "--all",
        callback=_every,
        expose_value=False,
        help="Say each problem, also where many break one rule.",
    ),
]
EditionOption = Annotated[
    EditionChoice, typer.Option("--edition", help="For the press or the screen.")
]
SizeOption = Annotated[
    str | None,
    typer.Option(
        "--size",
        metavar="NAME",
        help="Another size than is ordered.",
        autocompletion=completions.sizes,
    ),
]
ShopOption = Annotated[
    str | None,
    typer.Option(
        "--shop",
        metavar="NAME",
        help="Another print shop than is ordered.",
        autocompletion=completions.shops,
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Put a print edition in place that preflight rejects.")
]
KeepGoingOption = Annotated[
    bool, typer.Option("--keep-going", help="Leave out badges and signs that can't be made.")
]
DividersOption = Annotated[
    bool, typer.Option("--dividers", help="Cards between letters, or roles, too.")
]
PickUpOption = Annotated[
    bool, typer.Option("--pick-up", help="A list to tick off as badges are picked up, too.")
]
ImposeOption = Annotated[
    SchemeChoice | None,
    typer.Option("--impose", help="Sheets too, by this scheme.", show_choices=True),
]
PrinterOption = Annotated[
    str | None,
    typer.Option(
        "--printer",
        metavar="NAME",
        help="The printer of sheets, as calibrate keeps it.",
        autocompletion=completions.printers,
    ),
]
NamedOption = Annotated[
    str | None,
    typer.Option(
        "--named",
        metavar="ORDER",
        help="This order of data/print.yaml alone.",
        autocompletion=completions.orders,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where files go; else output/ in the project."),
]


def cfp(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    edition: EditionOption = EditionChoice.BOTH,
    size: SizeOption = None,
    shop: ShopOption = None,
    named: NamedOption = None,
    out: OutOption = None,
    force: ForceOption = False,  # noqa: FBT002 - a flag
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Make the call-for-papers flyer."""
    return _make(context, ("cfp",), _request(context, (edition, size, shop, named, out), force))


def program(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    impose: ImposeOption = None,
    printer: PrinterOption = None,
    edition: EditionOption = EditionChoice.BOTH,
    size: SizeOption = None,
    shop: ShopOption = None,
    named: NamedOption = None,
    out: OutOption = None,
    force: ForceOption = False,  # noqa: FBT002 - a flag
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Make the program booklet."""
    request = _request(context, (edition, size, shop, named, out), force)
    return _make(
        context, ("program",), dataclasses.replace(request, impose=impose, printer=printer)
    )


def badges(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    attendees: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A list in place of data/attendees.csv."),
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="This badge; may be repeated.")
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE",
            help="Badges that say this; may be repeated.",
            autocompletion=completions.conditions,
        ),
    ] = None,
    sort: Annotated[
        BadgeSort | None,
        typer.Option(
            "--sort", "--order", help="What they are sorted by; file is the data's order."
        ),
    ] = None,
    spares: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, max=1000, help="Blank ones too, N of each role."),
    ] = None,
    dividers: DividersOption = False,  # noqa: FBT002 - a flag
    pick_up: PickUpOption = False,  # noqa: FBT002 - a flag
    stock: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Sheets too, of this stock, which chooses the size.",
            autocompletion=completions.stocks,
        ),
    ] = None,
    start: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=10_000, help="Begin with this card of a sheet."),
    ] = None,
    fill: Annotated[
        FillChoice | None,
        typer.Option(help="Which way sheets are filled; else as a stack.", show_choices=True),
    ] = None,
    printer: PrinterOption = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Write a page that shows what came out small."),
    ] = None,
    edition: EditionOption = EditionChoice.BOTH,
    size: SizeOption = None,
    shop: ShopOption = None,
    named: NamedOption = None,
    out: OutOption = None,
    force: ForceOption = False,  # noqa: FBT002 - a flag
    keep_going: KeepGoingOption = False,  # noqa: FBT002 - a flag
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Make the name badges."""
    wanted = BadgeRequest(
        attendees=real_path(attendees) if attendees else None,
        only=tuple(only or ()),
        where=tuple(where or ()),
        sort=sort,
        spares=spares,
        dividers=dividers,
        pick_up=pick_up,
        report=real_path(report) if report else None,
    )
    request = _request(context, (edition, size, shop, named, out), force, keep_going)
    request = dataclasses.replace(
        request, badges=wanted, stock=stock, start=start, fill=fill, printer=printer
    )
    return _make(context, ("badges",), request)


def signage(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="NAME",
            help="This kind of sign alone; may be repeated.",
            autocompletion=completions.kinds,
        ),
    ] = None,
    edition: EditionOption = EditionChoice.BOTH,
    size: SizeOption = None,
    shop: ShopOption = None,
    named: NamedOption = None,
    out: OutOption = None,
    force: ForceOption = False,  # noqa: FBT002 - a flag
    keep_going: KeepGoingOption = False,  # noqa: FBT002 - a flag
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Make the signage: a file for each kind of sign."""
    request = _request(context, (edition, size, shop, named, out), force, keep_going)
    return _make(context, ("signage",), dataclasses.replace(request, kinds=tuple(kind or ())))


def everything(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    edition: EditionOption = EditionChoice.BOTH,
    shop: ShopOption = None,
    named: NamedOption = None,
    out: OutOption = None,
    force: ForceOption = False,  # noqa: FBT002 - a flag
    keep_going: KeepGoingOption = False,  # noqa: FBT002 - a flag
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Make every product, in the sizes that are ordered."""
    request = _request(context, (edition, None, shop, named, out), force, keep_going)
    return _make(context, PRODUCTS, dataclasses.replace(request, every=True))


def _request(
    context: typer.Context,
    asked: tuple[EditionChoice, str | None, str | None, str | None, Path | None],
    force: bool,  # noqa: FBT001 - a flag
    keep_going: bool = False,  # noqa: FBT001, FBT002 - a flag
) -> Request:
    edition, size, shop, named, out = asked
    target = real_path(out) if out else context.ensure_object(Invocation).project.path / "output"
    return Request(
        target, edition.each, size, shop, named=named, force=force, keep_going=keep_going
    )


def _make(context: typer.Context, products: Sequence[str], request: Request) -> int:
    from mi_print.processes import server

    server.start(READ if request.badges.only else READ + STAMP, LOOK)  # it imports meanwhile
    from mi_print.cli.commands import make

    invocation = context.ensure_object(Invocation)
    return make.make(products, invocation.data_folder(), request, every=invocation.every)


COMMANDS: dict[str, Callable[..., int]] = {
    "cfp": cfp,
    "program": program,
    "badges": badges,
    "signage": signage,
    "all": everything,
}
"""By the name of a command: the function that runs it."""
