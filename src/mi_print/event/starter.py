"""A new project: the sample data with which an organizer starts.

The starters lie in `assets/starter`, which shows every key, and `assets/small-starter`,
which has those that most workshops need.  What somebody asks for is put into their texts.
The JSON Schemas are made here, from the models that will read the data.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import InputError, TakenError
from mi_print.event.json_schema import schemas
from mi_print.files import is_there, real_path, write_whole
from mi_print.problem import Problem, error
from mi_print.resources import ASSETS
from mi_print.trade.shops import default_shop
from mi_print.trade.sizes import PaperFormat

STARTER, SMALL_STARTER = ASSETS / "starter", ASSETS / "small-starter"
_STORED_AS = {"gitignore": ".gitignore"}
"""Names that would act on the starter itself, and what they become."""
_DATA = Path("data")
_DAY = re.compile(r"(?m)^date: (.+)$")
_LANGUAGE = re.compile(r"(?m)^#?lang: .+$")
_SESSION = re.compile(r"(?m)^( *)(#?)- id: .+$")
_SHOWN_DAY = re.compile(r"(?m)^ *# .+\n *#day: .+\n")
_OTHER_DAY = """\
  - id: day-{number}
    day: {day}
    start: "09:30"
    end: "12:30"
    kind: session
    title: Day {number}
"""
_ORDERS = """\
# yaml-language-server: $schema=schema/print.schema.json

# The paper that default sizes and the default shop go by: a4 or letter.
# a4 orders from generic-eu, letter from generic-us; `shop:` of a product names another.
"""
_FORMAT = re.compile(r"(?m)^#format: .+$")
_SIZE = re.compile(r"(?m)^( +)size: ")


@dataclass(frozen=True, slots=True)
class StarterOptions:
    """What is asked for of a new project.

    Attributes:
        full: whether every key is shown, most of them commented out.
        lang: the language of the texts (BCP 47); else the starter's.
        format: of all products; else each layout's default.
        days: how many.
    """

    full: bool = False
    lang: str | None = None
    format: PaperFormat | None = None
    days: int = 1


_PLAIN = StarterOptions()


def start_project(directory: Path, options: StarterOptions = _PLAIN) -> list[Path]:
    """Fill `directory` with a starter and return the files written, sorted.

    Raises:
        TakenError: a file of the starter is there already; nothing was written.
        InputError: the folder can't be written; no file was written.
    """
    home = real_path(directory)
    contents = {home / name: data for name, data in _starter(options).items()}
    try:
        if problems := _in_the_way(home, contents):
            raise TakenError(problems)
        write_whole(contents)
    except OSError as cause:
        place = str(cause.filename or home)
        hint = "choose a folder in which you may write"
        problem = error("unwritable", f"can't be written: {cause.strerror}", hint, file=place)
        raise InputError([problem]) from cause
    return sorted(contents)


def _starter(options: StarterOptions) -> dict[Path, bytes]:
    """Return the contents of a starter's files by their paths in a project."""
    folder = STARTER if options.full else SMALL_STARTER
    texts = {
        source.relative_to(folder): source.read_text("utf-8")
        for source in folder.rglob("*")
        if source.is_file()
    }
    workshop, program, orders = (
        _DATA / f"{each}.yaml" for each in ("workshop", "program", "print")
    )
    if options.lang:
        texts[workshop] = _LANGUAGE.sub(f"lang: {options.lang}", texts[workshop])
    if options.format and options.full:
        text = _SIZE.sub(r"\1#size: ", _FORMAT.sub(f"format: {options.format}", texts[orders]))
        texts[orders] = text.replace("generic-us", default_shop(options.format))
    elif options.format:
        texts[orders] = f"{_ORDERS}format: {options.format}\n"
    if options.days > 1:
        first = dt.date.fromisoformat(_DAY.findall(texts[workshop])[0])
        days = [first + dt.timedelta(days=more) for more in range(options.days)]
        listed = ", ".join(map(str, days))
        texts[workshop] = _DAY.sub(f"dates: [{listed}]", texts[workshop])
        program_text = _SHOWN_DAY.sub("", texts[program])
        texts[program] = _SESSION.sub(rf"\g<0>\n\1  \2day: {first}", program_text)
        texts[program] += "".join(
            _OTHER_DAY.format(number=number, day=day) for number, day in enumerate(days[1:], 2)
        )
    contents = {
        name.with_name(_STORED_AS.get(name.name, name.name)): text.encode()
        for name, text in texts.items()
    }
    return contents | {_DATA / "schema" / file: data for file, data in schemas().items()}


def _in_the_way(home: Path, files: Iterable[Path]) -> list[Problem]:
    """Return a problem for every file that is there, or that stands for a folder."""
    taken = {path for path in files if is_there(path)}
    folders = {folder for path in files for folder in path.parents if folder.is_relative_to(home)}
    taken |= {folder for folder in folders if is_there(folder) and not folder.is_dir()}
    return [
        error(
            "exists",
            f"{path.name} is there already, and init overwrites nothing",
            "choose a folder without it, or move it away",
            file=str(path),
        )
        for path in sorted(taken)
    ]
