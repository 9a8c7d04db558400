"""Validates the plain values of a file against its model.

Of a file with problems the parts that have none are still returned, so that an
overlap in the program is reported together with a person's wrong address.
"""

import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from mi_print.problem import Problem, error, errors_of
from mi_print.source.located_values import Location, Source
from mi_print.source.validation_messages import sentence
from mi_print.source.wording import nearest, shown

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Validated(Generic[Model]):
    """A file as its model, or as much of it as fits.

    Attributes:
        whole: the model; `None` where anything is wrong with the file.
        parts: those without problems: the fields, and the items of fields that are
            lists, by location.
        problems: of the syntax and of the values.
    """

    whole: Model | None
    parts: Mapping[Location, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def validate(source: Source, model: type[Model]) -> Validated[Model]:
    """Return the source's value as `model`."""
    faults: list[ErrorDetails] = []
    whole = None
    for location, count, most in list(_overfull(source.value, model)):
        message = f"there are {count:,} values here, of {most:,} at most"
        source.refuse_whole(location, "size", message, "see whether this is the right list")
        _empty(source.value, location)
    if source.value is not None:
        try:
            whole = _validated(TypeAdapter(model), source.value, source)
        except ValidationError as reason:
            faults = reason.errors(include_url=False)
    problems = [*source.problems, *_problems(faults, source, model)]
    if whole is not None and not source.refused:
        parts = _parts_of(whole)
    else:
        parts = _sound_parts(source, model, {_location(fault) for fault in faults})
    return Validated(None if errors_of(problems) else whole, parts, tuple(problems))


def _overfull(
    value: object, model: type[BaseModel], above: Location = ()
) -> Iterator[tuple[Location, int, int]]:
    """Yield each list and mapping with more values than its field takes: how many, of how many."""
    if not isinstance(value, dict):
        return
    for key, most, part, kind in _of_several(model):
        inner = value.get(key)
        if not isinstance(inner, list | dict):
            continue
        location = (*above, key)
        if most is not None and len(inner) > most:
            yield location, len(inner), most
        elif part and _of_several(part):
            for step, each in _parts(inner, kind):
                yield from _overfull(each, part, (*location, *step))


@functools.cache
def _of_several(
    model: type[BaseModel],
) -> tuple[tuple[str, int | None, type[BaseModel] | None, object], ...]:
    """Return the fields that may have too many values: key, how many, what they are, and how."""
    found = []
    for name, about in model.model_fields.items():
        lengths = (each.max_length for each in about.metadata if hasattr(each, "max_length"))
        most, part = next(lengths, None), _model_in(about.annotation)
        if part or most is not None:
            found.append((about.alias or name, most, part, about.annotation))
    return tuple(found)


def _parts(
    value: list[object] | dict[str, object], kind: object
) -> Iterable[tuple[Location, object]]:
    """Return the values in a field in which models may be, with the steps to them."""
    if isinstance(value, list):
        return (((index,), each) for index, each in enumerate(value))
    mapping = any(get_origin(each) is dict for each in (kind, *get_args(kind)))
    return (((key,), each) for key, each in value.items()) if mapping else [((), value)]


def _empty(value: Any, location: Location) -> None:  # noqa: ANN401 - what YAML holds
    """Take everything out of the list or mapping at a location."""
    for step in location:
        value = value[step]
    value.clear()


def _validated(adapter: TypeAdapter[Model], value: object, source: Source) -> Model:
    # By way of JSON: only there is strictness about types, not about Python's classes.
    # A key has one spelling, the file's; another by Python's name is an unknown key.
    text = json.dumps(value)
    return adapter.validate_json(text, strict=source.typed, by_alias=True, by_name=False)


def _location(fault: ErrorDetails) -> Location:
    return tuple(step for step in fault["loc"] if not str(step).startswith("["))


def _problems(faults: list[ErrorDetails], source: Source, model: type[BaseModel]) -> list[Problem]:
    locations = [_location(fault) for fault in faults]
    above = {location[:end] for location in locations for end in range(len(location))}
    return [
        _problem(fault, source, model)
        for fault in faults
        if not source.refuses(_location(fault))
        # A list counts as too short when what stands in it is wrong.
        and not (fault["type"] == "too_short" and _location(fault) in above)
    ]


def _problem(fault: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    location = _location(fault)
    if fault["type"] == "missing":
        name = (
            f'"{shown(location[-1])}"' if isinstance(location[-1], str) else "a value of this list"
        )
        return error("missing-key", f"{name} is missing", "write it here", **source.at(location))
    if fault["type"] == "extra_forbidden":
        fields = _model_at(location[:-1], model).model_fields
        known = [about.alias or name for name, about in fields.items()]
        hint = nearest(str(location[-1]), known)
        message = f'no key is called "{shown(location[-1])}" here'
        return error("unknown-key", message, hint, **source.at(location, key=True))
    message, hint = sentence(fault)
    return error("value", message, hint, **source.at(location, key="[key]" in fault["loc"]))


def _model_at(location: Location, model: type[BaseModel]) -> type[BaseModel]:
    """Return the model of the mapping at a location."""
    kind: object = model
    for step in location:
        kind = _inner(kind, step)
    found = _model_in(kind)
    if found is None:
        raise LookupError(f"no model at {location}")
    return found


def _inner(kind: object, step: str | int) -> object:
    found = _model_in(kind) if get_origin(kind) not in {tuple, dict} else None
    if found is not None and isinstance(step, str):
        return found.model_fields[step].annotation
    return next(each for each in reversed(get_args(kind)) if each not in {type(None), Ellipsis})


def _model_in(kind: object) -> type[BaseModel] | None:
    kind = getattr(kind, "json_schema_input_type", kind)  # of a validator: what it takes
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    return next((found for each in get_args(kind) if (found := _model_in(each))), None)


def _parts_of(whole: BaseModel) -> dict[Location, object]:
    parts: dict[Location, object] = {}
    for name in type(whole).model_fields:
        value = getattr(whole, name)
        if isinstance(value, tuple):
            parts |= {(name, index): item for index, item in enumerate(value)}
        else:
            parts[(name,)] = value
    return parts


def _sound_parts(
    source: Source, model: type[BaseModel], faulty: set[Location]
) -> dict[Location, object]:
    if not isinstance(source.value, dict):
        return {}
    broken = faulty | source.refused.keys()
    touched = {location[:end] for location in broken for end in (1, 2)}
    parts: dict[Location, object] = {}
    for name, about in model.model_fields.items():
        value = source.value.get(name)
        if value is None or (name,) in broken:
            continue
        if get_origin(about.annotation) is tuple and isinstance(value, list):
            adapter = TypeAdapter(get_args(about.annotation)[0])
            for index, item in enumerate(value):
                if (name, index) not in touched:
                    parts[name, index] = _validated(adapter, item, source)
        elif (name,) not in touched:
            adapter = TypeAdapter(about.rebuild_annotation())
            parts[(name,)] = _validated(adapter, value, source)
    return parts
