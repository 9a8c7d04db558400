"""JSON Schemas of the data files, for editors that complete and explain keys.

A key's description is the docstring under its field, read from the source here
because a run that makes products does not need it.
"""

import ast
import functools
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from mi_print.event.data_file import TABLES
from mi_print.event.model import AuthorRows, Papers, PrintOrders, Program, Signs, Workshop
from mi_print.trade.shops import Shops
from mi_print.trade.stocks import Stocks

MODELS: dict[str, type[BaseModel]] = {
    "workshop": Workshop,
    "program": Program,
    "papers": Papers,
    "authors": AuthorRows,
    "signs": Signs,
    "print": PrintOrders,
    "shops": Shops,
    "stocks": Stocks,
}
"""The model of each data file, by the file's name."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Explained(GenerateJsonSchema):
    """Writes schemas with the docstrings of the fields."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model."""
        made, model = super().model_schema(schema), schema["cls"]
        words = dict(_descriptions(model))
        for name, field in model.model_fields.items():
            if name in words:
                made["properties"][field.alias or name]["description"] = words[name]
        return made


def _descriptions(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield each field that has a docstring, and it; a model's own after those it inherits."""
    for part in reversed(model.__mro__):
        if issubclass(part, BaseModel) and part is not BaseModel:
            (tree,) = ast.parse(inspect.getsource(part)).body
            for field, below in pairwise(ast.iter_child_nodes(tree)):
                match field, below:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(words))),
                    ):
                        yield name, inspect.cleandoc(words)


def schemas() -> dict[str, bytes]:
    """Return `<file>.schema.json` for each data file; the same models give the same bytes."""
    return {
        f"{name}.schema.json": _schema(model)
        for name, model in MODELS.items()
        if name not in TABLES  # which no editor completes
    }


@functools.cache
def _schema(model: type[BaseModel]) -> bytes:
    schema = {"$schema": DIALECT} | model.model_json_schema(schema_generator=_Explained)
    return f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode()
