"""JSON Schemas of the data files, for editors that complete and explain keys."""

import json
from pathlib import Path

from pydantic import BaseModel

from mi_print.event.model import Papers, PrintOrders, Program, Signs, Workshop
from mi_print.trade.shops import Shops

MODELS: dict[str, type[BaseModel]] = {
    "workshop": Workshop,
    "program": Program,
    "papers": Papers,
    "signs": Signs,
    "print": PrintOrders,
    "shops": Shops,
}
"""The model of each data file, by the file's name."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def write_schemas(directory: Path) -> list[Path]:
    """Write `<file>.schema.json` for each data file and return the paths.

    The same models give the same bytes.
    """
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for name, model in MODELS.items():
        schema = {"$schema": _DIALECT} | model.model_json_schema()
        path = directory / f"{name}.schema.json"
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written
