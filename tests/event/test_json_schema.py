"""The schemas that editors use are those of the models."""

import json
from pathlib import Path

import pytest

from mi_print.event.data_file import TABLES
from mi_print.event.json_schema import MODELS, schemas

COMMITTED = Path(__file__).parents[2] / "data" / "schema"


def test_the_committed_schemas_are_up_to_date() -> None:
    committed = {path.name: path.read_bytes() for path in COMMITTED.iterdir()}
    assert committed == schemas(), "run: mi-print schema data/schema"


@pytest.mark.parametrize("name", sorted(MODELS.keys() - TABLES))
def test_every_key_is_explained(name: str) -> None:
    schema = json.loads((COMMITTED / f"{name}.schema.json").read_text(encoding="utf-8"))
    parts = [schema, *schema.get("$defs", {}).values()]
    silent = [
        f"{part['title']}.{key}"
        for part in parts
        for key, about in part.get("properties", {}).items()
        if not {"description", "$ref"} & about.keys()
    ]
    assert silent == []
