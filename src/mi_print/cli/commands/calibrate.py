"""`mi-print calibrate`: a sheet to read a printer's offset from, and what was read."""

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path

from mi_print.cli.commands.sheet_options import length, sheet_size
from mi_print.cli.source_date_epoch import source_date
from mi_print.cli.terminal import print_result
from mi_print.errors import ExitCode, UsageError
from mi_print.files import real_path
from mi_print.press.calibration.draw_sheet import SheetToRead, calibration_sheet
from mi_print.press.calibration.scales import LEAST
from mi_print.press.impose.sheet import Flip, upright
from mi_print.products.imposition.kept_printers import keep, kept_printers
from mi_print.products.output import put_in_place
from mi_print.trade.printers import MOST, BackOffset, Printer, in_signs
from mi_print.units import in_words

_PAIR = re.compile(r"\s*([^,]+?)\s*,\s*([^,]+?)\s*")
_NAME = re.compile(r"[A-Za-z0-9._-]{1,80}")


@dataclass(frozen=True, slots=True)
class CalibrateOptions:
    """The options of the command, as they are written."""

    printer: str | None = None
    offset: str | None = None
    unprintable: str | None = None
    forget: bool = False
    sheet: str = "letter"
    flip: str | None = None


def calibrate(options: CalibrateOptions, out: Path | None) -> int:
    """Keep what was read, or else make the sheet; then list what is kept."""
    keeps = options.forget or not options.offset is options.unprintable is None
    if options.printer is None and keeps:
        raise UsageError("it is not said of which printer", "name it with --printer")
    if options.printer is not None and not _NAME.fullmatch(options.printer):
        raise UsageError(
            f'"{options.printer}" is no name of a printer', "use letters a to z, digits, - _ ."
        )
    if options.forget and (options.offset or options.unprintable):
        raise UsageError("a printer is kept or forgotten", "leave --forget out, or all else")
    size = sheet_size(options.sheet)
    sides = [flip for flip in Flip if upright(size, flip)]
    flip = Flip(options.flip) if options.flip else sides[0]
    printers = kept_printers()
    if options.printer is not None and keeps:
        path = keep(_changed(printers, options.printer, options, size, flip))
        print_result(f"kept in {path}")
    else:
        _make(printers, options, size, flip, real_path(out or Path()))
    _list(kept_printers())
    return ExitCode.DONE


def _changed(
    printers: dict[str, Printer],
    name: str,
    options: CalibrateOptions,
    size: tuple[float, float],
    flip: Flip,
) -> dict[str, Printer]:
    """Return the printers as they are to be kept."""
    before = printers.get(name)
    if options.forget:
        if before is None:
            raise UsageError(f'no printer "{name}" is kept', "see which are: mi-print calibrate")
        return {each: printer for each, printer in printers.items() if each != name}
    said: dict[str, object] = {}
    if options.offset is not None:
        found = _PAIR.fullmatch(options.offset)
        if not found:
            raise UsageError(
                f'--offset is "{options.offset}"', "write A and B with a comma, as 1.5mm,-0.5mm"
            )
        way = "landscape" if size[0] > size[1] else "portrait"
        right, up = (_read("--offset", part) for part in found.groups())
        said[way] = BackOffset.model_construct(flip=flip.value, right=right, up=up)
    if options.unprintable is not None:
        said["unprintable"] = _read("--unprintable", options.unprintable)
    return printers | {name: (before or Printer.model_construct()).model_copy(update=said)}


def _read(option: str, text: str) -> float:
    """Return a length that a printer can have."""
    found = length(option, text, signed=option == "--offset") or 0.0
    if abs(found) > MOST:
        raise UsageError(
            f"{option} is {text}, and no printer is off by more than {in_words(MOST)}",
            "see whether it is in millimetres",
        )
    return found


def _make(
    printers: dict[str, Printer],
    options: CalibrateOptions,
    size: tuple[float, float],
    flip: Flip,
    folder: Path,
) -> None:
    """Put the sheet in its place."""
    if min(size) < LEAST:
        raise UsageError(
            f"a sheet of {in_words(size[0])} × {in_words(size[1])} has no room for the scales",
            "name one of letter or a4, or larger",
        )
    printer = printers.get(options.printer or "")
    kept = printer.offset(size) if printer else None
    name = options.printer or "NAME"
    asked = "" if options.sheet == "letter" else f" --sheet {options.sheet}"
    asked += f" --flip {options.flip}" if options.flip else ""
    edge = flip.value.replace("-", " ")
    wanted = SheetToRead(
        size,
        upright(size, flip),
        kept.turned(flip) if kept else (0.0, 0.0),
        about=f"Sheet {options.sheet}, turned over the {edge}"
        + (f"; printer {name}" if options.printer else ""),
        command=f"mi-print calibrate --printer {name}{asked}",
        edge=edge,
    )
    date = source_date(os.environ) or dt.datetime.now().astimezone().replace(microsecond=0)
    path = folder / f"calibrate-{re.sub('[^a-z0-9.-]+', '-', options.sheet.casefold())}.pdf"
    put_in_place({path: calibration_sheet(wanted, date)})
    print_result(f"{path}  print it on one sheet, on both sides, turned over the {edge}")


def _list(printers: dict[str, Printer]) -> None:
    for name, printer in printers.items():
        print_result(name)
        for way in ("portrait", "landscape"):
            if kept := getattr(printer, way):
                edge = kept.flip.replace("-", " ")
                print_result(f"    {way}: backs are {in_signs(kept)}, turned over the {edge}")
        if printer.unprintable is not None:
            print_result(f"    leaves {in_words(printer.unprintable)} of each edge blank")
