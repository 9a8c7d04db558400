"""`mi-print impose`: finished pages on sheets."""

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path

from mi_print.cli.commands.sheet_options import length, sheet_size
from mi_print.cli.sheet_lines import sheet_lines
from mi_print.cli.source_date_epoch import source_date
from mi_print.cli.terminal import print_problems, print_result, progress
from mi_print.errors import ExitCode, UsageError
from mi_print.event.data_file import stocks_of
from mi_print.files import real_path
from mi_print.press.impose.plan import CellOrder, Scheme
from mi_print.press.impose.sheet import Flip
from mi_print.problem import in_order
from mi_print.products.imposition.impose_file import impose_file
from mi_print.products.imposition.impose_request import ImposedFile, ImposeRequest
from mi_print.products.imposition.kept_printers import kept_printer
from mi_print.products.output import drop_proofs, put_in_place
from mi_print.source.wording import nearest
from mi_print.trade.stocks import Stock

_GRID = re.compile(r"([1-9]\d?)[x×]([1-9]\d?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ImposeOptions:
    """The options of the command, as they are written."""

    file: Path
    scheme: str
    sheet: str | None = None
    stock: str | None = None
    grid: str | None = None
    fold: str = "2x1"
    one_sided: bool = False
    order: str = "rows"
    flip: str | None = None
    signature: int = 16
    caliper: str | None = None
    right_bound: bool = False
    cover: str = "self"
    start: int = 1
    gutter: str | None = None
    marks: bool = False
    printer: str | None = None
    proof: bool = False


def impose(options: ImposeOptions, project: Path, out: Path | None, *, every: bool) -> int:
    """Impose a file, put the sheets in place, and print what came of it."""
    date = source_date(os.environ) or dt.datetime.now().astimezone().replace(microsecond=0)
    request = _request(options, project)
    folder = real_path(out) if out else request.file.parent
    made = impose_file(request, project, folder, date)
    pictures = {path: data for each in made for path, data in _pictures(each).items()}
    put_in_place({each.path: each.data for each in made} | pictures)
    for proofs in {path.parent for path in pictures}:
        drop_proofs(proofs, pictures)
    print_problems(in_order(problem for each in made for problem in each.problems), every=every)
    for each in made:
        first, *more = sheet_lines(each)
        for line in (f"{each.path}  {first}", *more):
            print_result(line)
    return ExitCode.DONE


def _pictures(made: ImposedFile) -> dict[Path, bytes]:
    """Return the proofs of a file by their paths."""
    if not made.proof:
        return {}
    from mi_print.products.imposition.draw_proof import proof_pictures  # noqa: PLC0415 - Pillow

    drawn = proof_pictures(made.data, made.proof, made.size)
    found: dict[Path, bytes] = {}
    with progress() as watch:
        advance = watch("proof")
        for side, picture in zip(made.proof, drawn, strict=True):
            found[made.proof_folder / f"{side.name}.png"] = picture
            advance(len(found), len(made.proof))
    return found


def _request(options: ImposeOptions, project: Path) -> ImposeRequest:
    caliper = length("--caliper", options.caliper) or 0.0
    if options.caliper and caliper <= 0:
        raise UsageError("a leaf is thicker than nothing", "leave --caliper out for no creep")
    return ImposeRequest(
        real_path(options.file),
        Scheme(options.scheme),
        sheet=sheet_size(options.sheet) if options.sheet is not None else None,
        stock=_stock(options.stock, project),
        grid=_grid("--grid", options.grid) if options.grid else None,
        fold=_grid("--fold", options.fold),
        sides=1 if options.one_sided else 2,
        order=CellOrder(options.order),
        flip=Flip(options.flip) if options.flip else None,
        signature=options.signature,
        caliper=caliper,
        right_bound=options.right_bound,
        separate_cover=options.cover == "separate",
        start=options.start - 1,
        gutter=length("--gutter", options.gutter),
        marks=options.marks,
        proof=options.proof,
        printer=kept_printer(options.printer) if options.printer is not None else None,
    )


def _grid(option: str, text: str) -> tuple[int, int]:
    found = _GRID.fullmatch(text)
    if not found:
        raise UsageError(f'{option} is "{text}"', "write columns and rows, as 2x4")
    return int(found[1]), int(found[2])


def _stock(name: str | None, project: Path) -> Stock | None:
    if name is None:
        return None
    known = stocks_of(project)
    if name not in known:
        raise UsageError(f'there is no stock "{name}"', nearest(name, known))
    return known[name]
