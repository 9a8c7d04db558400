"""The commands that put pages on sheets, and measure who prints them, with their options.

They only say what is asked for; what does it is imported when they are called.
"""

from pathlib import Path
from typing import Annotated

import typer

from mi_print.cli import completions
from mi_print.cli.choices import CoverChoice, FillChoice, FlipChoice, SchemeChoice
from mi_print.cli.exits import Invocation
from mi_print.cli.make_commands import AllOption


def impose(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A finished PDF, anybody's.")],
    scheme: Annotated[
        SchemeChoice,
        typer.Option("--scheme", help="How its pages become sheets.", show_choices=True),
    ],
    sheet: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE", help="The sheet, by its name or as 320x450mm; else the smallest."
        ),
    ] = None,
    stock: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A sheet of cards, as list stocks has them.",
            autocompletion=completions.stocks,
        ),
    ] = None,
    grid: Annotated[
        str | None, typer.Option(metavar="CxR", help="Columns and rows of pages on a sheet.")
    ] = None,
    fold: Annotated[
        str, typer.Option(metavar="CxR", help="Columns and rows of a sheet that is folded.")
    ] = "2x1",
    one_sided: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--one-sided", help="Pages are not fronts and backs in turn.")
    ] = False,
    order: Annotated[
        FillChoice, typer.Option(help="Which way a sheet is filled.", show_choices=True)
    ] = "rows",
    flip: Annotated[
        FlipChoice | None,
        typer.Option(
            help="Over which edge the printer turns a sheet; else left to right.",
            show_choices=True,
        ),
    ] = None,
    signature: Annotated[
        int, typer.Option(metavar="PAGES", min=2, max=1000, help="Pages of a glued signature.")
    ] = 16,
    caliper: Annotated[
        str | None,
        typer.Option(metavar="LENGTH", help="The thickness of a leaf, as 0.1mm, for the creep."),
    ] = None,
    right_bound: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--right-bound", help="The spine is on the right.")
    ] = False,
    cover: Annotated[
        CoverChoice, typer.Option(help="Whether the cover is a file of its own.")
    ] = "self",
    start: Annotated[
        int, typer.Option(metavar="N", min=1, max=10_000, help="Begin in this cell of a sheet.")
    ] = 1,
    gutter: Annotated[
        str | None,
        typer.Option(metavar="LENGTH", help="Between pages; else twice their bleed."),
    ] = None,
    marks: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--marks", help="Say where to cut, fold, and collate.")
    ] = False,
    proof: Annotated[  # noqa: FBT002 - a flag
        bool,
        typer.Option("--proof", help="Draw each side with its cells and pages, as PNG."),
    ] = False,
    printer: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who prints it, as calibrate keeps it: its offset is taken back.",
            autocompletion=completions.printers,
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the sheets go; else beside FILE.")
    ] = None,
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Put finished pages on sheets, for a printer that does not."""
    from mi_print.cli.commands import impose as command

    invocation = context.ensure_object(Invocation)
    options = command.ImposeOptions(
        file,
        scheme,
        sheet,
        stock,
        grid,
        fold,
        one_sided,
        order,
        flip,
        signature,
        caliper,
        right_bound,
        cover,
        start,
        gutter,
        marks,
        printer,
        proof,
    )
    return command.impose(options, invocation.project.path, out, every=invocation.every)


def calibrate(  # noqa: PLR0913, PLR0917 - the options are the command's
    printer: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Which printer it is about.",
            autocompletion=completions.printers,
        ),
    ] = None,
    offset: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="Keep what was read on the sheet, as 1.5mm,-0.5mm."),
    ] = None,
    unprintable: Annotated[
        str | None,
        typer.Option(metavar="LENGTH", help="Keep what it leaves blank along each edge, as 4mm."),
    ] = None,
    forget: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--forget", help="Keep nothing of the printer.")
    ] = False,
    sheet: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="The sheet, by its name or as 320x450mm.",
            autocompletion=completions.all_sizes,
        ),
    ] = "letter",
    flip: Annotated[
        FlipChoice | None,
        typer.Option(
            help="Over which edge the printer turns it; else left to right.", show_choices=True
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the sheet goes; else here.")
    ] = None,
) -> int:
    """Measure how far a printer's backs are off, and list what is known of printers."""
    from mi_print.cli.commands import calibrate as command

    options = command.CalibrateOptions(printer, offset, unprintable, forget, sheet, flip)
    return command.calibrate(options, out)
