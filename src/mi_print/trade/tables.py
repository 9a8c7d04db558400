"""What the trade's tables have in common: they travel with mi-print, and are checked.

A table is read when it is first asked for, so that a command which needs none
does not wait for them.
"""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from mi_print.source.read_model import read_model

FOLDER = Path(__file__).resolve().parent


class TableRow(BaseModel):
    """A table's row, or the table itself: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


AnyTable = TypeVar("AnyTable", bound=TableRow)


def read(name: str, table: type[AnyTable]) -> AnyTable:
    """Return the table `name` of this folder."""
    return read_model(FOLDER / name, table, FOLDER)
