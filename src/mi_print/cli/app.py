"""The command line: every command.

`make_commands` has those of products, `impose_command` those of sheets.

A command here only calls its function in a module that is imported then: the
typesetter alone takes most of a second to import, and `--help` must not wait.
"""

import atexit
import gc
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from mi_print import __version__
from mi_print.cli import completions
from mi_print.cli.ahead import LAY_OUT, LOOK, READ, STAMP
from mi_print.cli.choices import ListChoice, PaperChoice
from mi_print.cli.exits import Invocation, ended
from mi_print.cli.impose_command import calibrate, impose
from mi_print.cli.make_commands import COMMANDS, AllOption
from mi_print.cli.project import project_folder
from mi_print.errors import ExitCode, UsageError

_EMPTY = re.compile(r"(--[a-z]+=)?")
_COLLECT_AFTER = 50_000  # new objects between two garbage collections

app = typer.Typer(
    name="mi-print",
    help="Turn a workshop's data into everything that goes to the print shop.",
    epilog="Exit codes: 0 done, 1 a bug, 2 usage, 3 problems in the data or a layout,"
    " 4 preflight errors, 5 something is missing on this machine, 130 interrupted.",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


JsonOption = Annotated[bool, typer.Option("--json", help="Print the problems as one list of JSON.")]


def _version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it with the flag
    if wanted:
        typer.echo(f"mi-print {__version__}")
        raise typer.Exit


@app.callback()
def _common_options(
    context: typer.Context,
    project: Annotated[
        Path | None,
        typer.Option(
            "--project",
            metavar="DIR",
            help="The folder that holds data/; else the nearest at or above this one.",
        ),
    ] = None,
    debug: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--debug", help="Show where in mi-print a bug is.")
    ] = False,
    _: Annotated[  # noqa: FBT002 - a flag
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say which this is."),
    ] = False,
) -> None:
    invocation = context.find_object(Invocation) or Invocation()
    invocation.project = project_folder(project)
    invocation.debug = invocation.debug or debug


for _name, _command in {**COMMANDS, "impose": impose}.items():
    app.command(_name)(_command)
app.command("calibrate")(calibrate)


@app.command()
def check(
    context: typer.Context,
    json: JsonOption = False,  # noqa: FBT002 - a flag
    full: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--full", help="Make all products, as all does, and throw them away.")
    ] = False,
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Say every problem of the data, and what of it does not fit."""
    from mi_print.processes import server

    server.start(*((READ + STAMP, LOOK) if full else (LAY_OUT,)))
    from mi_print.cli.commands import check as command

    invocation = context.ensure_object(Invocation)
    project = invocation.data_folder()
    return command.check(project, as_json=json, full=full, every=invocation.every)


@app.command()
def preflight(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Finished PDFs, anybody's.")
    ],
    shop: Annotated[
        str | None,
        typer.Option(
            "--shop",
            metavar="NAME",
            help="Whose wishes they are held against.",
            autocompletion=completions.shops,
        ),
    ] = None,
    json: JsonOption = False,  # noqa: FBT002 - a flag
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Write a page that shows where the problems are."),
    ] = None,
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Say what a print shop would reject in finished PDFs."""
    from mi_print.processes import server

    server.start(READ, LOOK)
    from mi_print.cli.commands import preflight as command

    invocation = context.ensure_object(Invocation)
    return command.check_files(
        files, invocation.project.path, shop, report, as_json=json, every=invocation.every
    )


@app.command()
def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE",
            help="A rule's name, as a problem says it; or data, fonts, import, layouts, preflight,"
            " press, sheets, shops, or signage, a page of the manual.",
            autocompletion=completions.rules,
        ),
    ] = "",
) -> int:
    """Explain a rule, of the data or of finished files; without one, say what there is."""
    from mi_print.cli.commands import explain as command

    return command.explain(rule)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder.")],
    full: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--full", help="Show every key, commented.")
    ] = False,
    lang: Annotated[
        str | None, typer.Option(metavar="TAG", help="The language of the texts, such as de.")
    ] = None,
    format_: Annotated[
        PaperChoice | None, typer.Option("--format", help="The sizes of all products.")
    ] = None,
    days: Annotated[
        int, typer.Option(metavar="N", min=1, max=100, help="How many days it lasts.")
    ] = 1,
) -> int:
    """Start a project with sample data."""
    from mi_print.cli.commands import starters as command
    from mi_print.event.starter import StarterOptions

    return command.init(folder, StarterOptions(full, lang, format_, days))


@app.command()
def layout(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A layout that comes with mi-print, or _shared, their theme.",
            autocompletion=completions.bundled_layouts,
        ),
    ],
    new: Annotated[
        str | None, typer.Option("--as", metavar="NEW", help="What the copy is called.")
    ] = None,
) -> int:
    """Copy a layout into the project, to change it."""
    from mi_print.cli.commands import starters as command

    return command.layout(name, context.ensure_object(Invocation).data_folder(), new)


@app.command("import")
def import_(  # noqa: PLR0913, PLR0917 - the options are the command's
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="What other programs export.")
    ],
    into: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The project whose data it goes into; else this one."),
    ] = None,
    kind: Annotated[
        str, typer.Option("--as", metavar="KIND", help="What they are, if that is not seen.")
    ] = "",
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column says; may be repeated."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Keep this column too; may be repeated."),
    ] = None,
    dry_run: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")
    ] = False,
    json: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--json", help="Print what came of it as one object of JSON.")
    ] = False,
    _: AllOption = False,  # noqa: FBT002 - a flag
) -> int:
    """Make data of what organizers have: registrations, schedules, papers."""
    from mi_print.cli.commands import import_files as command
    from mi_print.files import real_path
    from mi_print.importers.import_files import ImportRequest

    invocation = context.ensure_object(Invocation)
    project = real_path(into) if into else invocation.project.path
    request = ImportRequest(
        tuple(map(real_path, files)),
        project,
        kind,
        command.pairs(mapped or ()),
        keep or (),
        dry_run,
    )
    return command.run(request, as_json=json, every=invocation.every)


@app.command("list")
def listing(
    context: typer.Context,
    kind: Annotated[ListChoice, typer.Argument(help="What to list.", show_choices=True)],
) -> int:
    """List what there is to choose from."""
    from mi_print.cli.commands import listing as command

    return command.LISTS[kind](context.ensure_object(Invocation).project.path)


@app.command()
def schema(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the schemas go.")],
) -> int:
    """Write JSON Schemas of the data files, for editors that complete and explain keys."""
    from mi_print.cli.commands import starters as command

    return command.schema(folder)


def run(arguments: Sequence[str]) -> int:
    """Run mi-print with these arguments and return its exit code; without any it helps."""
    # Imports make many objects and free few, and there are no plugins: both searches cost time.
    gc.set_threshold(_COLLECT_AFTER)
    atexit.register(gc.freeze)  # no collection at exit
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    invocation = Invocation()
    return ended(lambda: _run(list(arguments) or ["--help"], invocation), invocation)


def _run(arguments: list[str], invocation: Invocation) -> int:
    if any(_EMPTY.fullmatch(argument) for argument in arguments):
        hint = "name a file or a folder; a variable of the shell may be unset"
        raise UsageError("an argument is empty", hint)  # as a path it would be the current folder
    command = typer.main.get_command(app)
    try:
        code = command.main(arguments, prog_name="mi-print", standalone_mode=False, obj=invocation)
    except typer.TyperException as reason:
        message = " ".join(reason.format_message().split()).replace("Value error, ", "")
        raise UsageError(message, "see mi-print --help") from reason
    if code == ExitCode.INTERRUPTED:  # Typer's own answer, which says nothing
        raise KeyboardInterrupt
    return code or ExitCode.DONE
