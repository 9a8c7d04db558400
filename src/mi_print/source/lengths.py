"""Lengths and distances as fields of models: read with their unit."""

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from mi_print.units import DISTANCE, LENGTH, metres, points

Length = Annotated[
    float,
    BeforeValidator(points),
    WithJsonSchema({"type": "string", "pattern": LENGTH.pattern, "examples": ["3 mm"]}),
]
"""A length, in points."""

Distance = Annotated[
    float,
    BeforeValidator(metres),
    WithJsonSchema({"type": "string", "pattern": DISTANCE.pattern, "examples": ["5 m"]}),
]
"""A distance, in metres."""
