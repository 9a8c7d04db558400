"""`mi-print schema`: write JSON Schemas of the data files."""

from pathlib import Path

from mi_print.cli.terminal import print_result
from mi_print.errors import ExitCode
from mi_print.event.json_schema import schemas
from mi_print.products.output import put_in_place


def schema(folder: Path) -> int:
    """Write the schemas into the folder, over older ones."""
    written = {folder / name: data for name, data in schemas().items()}
    put_in_place(written)
    for path in written:
        print_result(str(path))
    return ExitCode.DONE
