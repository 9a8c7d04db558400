"""How the trade's tables are read: from YAML files beside this one, when first asked for."""

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
