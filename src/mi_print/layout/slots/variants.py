"""The masters of a series: one for each way in which its pages differ but for their slots.

A layout names in `vary:` the fields of a record that its design depends on.  For
each combination that occurs one master is set.  A master's template gets these
fields and no others, since whatever else it printed would be one person's, on
everybody's page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mi_print.errors import InputError
from mi_print.layout.template_api.views import View, plain
from mi_print.problem import error


class VariantRecord(View):
    """A record as a master's template sees it: the fields that the layout varies by.

    A field that is varied by whether it is there (`pronouns?`) is true or false.
    """

    __slots__ = ("_known",)

    def __init__(self, fields: Mapping[str, object], known: Sequence[str]) -> None:
        """Keep the fields; `known` are all those of the record."""
        super().__init__(plain(dict(fields)))
        self._known = frozenset(known)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field may be anything
        """Return a field.

        Raises:
            ValueError: the layout does not vary by it.
            AttributeError: no record has it.
        """
        if name in self._of:
            return self._of[name]
        if name in self._known:
            raise ValueError(
                f"“{name}” differs from record to record: give an element"
                f' data-slot="{name}", or name it in vary: of layout.yaml'
            )
        raise AttributeError(name)


@dataclass(frozen=True, slots=True)
class Variant:
    """A master: what its template sees, and the numbers of the records that it is for."""

    key: tuple[object, ...]
    record: VariantRecord
    records: tuple[int, ...]


def variants(
    records: Sequence[Mapping[str, object]], vary: Sequence[str], file: str
) -> list[Variant]:
    """Return the masters that some records need, in the order of their first records.

    Args:
        records: each with the same fields, by name.
        vary: fields whose values make a master each; with a `?` at its end, only
            whether there is a value; with a `#`, the fields of all numbers.
        file: of the manifest, for problems.

    Raises:
        InputError: the layout varies by what no record has.
    """
    if not records:
        return []
    fields = sorted(records[0])
    vary = [name for each in vary for name in _numbered(each, list(records[0])) or [each]]
    hint = f"they have: {', '.join(fields)}"
    problems = [
        error("slot", f"no record has “{_name(each)}”", hint, file=file)
        for each in vary
        if _name(each) not in records[0]
    ]
    if problems:
        raise InputError(problems)
    found: dict[tuple[object, ...], list[int]] = {}
    for number, record in enumerate(records):
        found.setdefault(tuple(_value(record, each) for each in vary), []).append(number)
    return [
        Variant(
            key,
            VariantRecord(dict(zip(map(_name, vary), key, strict=True)), fields),
            tuple(numbers),
        )
        for key, numbers in found.items()
    ]


def _numbered(vary: str, fields: Sequence[str]) -> list[str]:
    """Return the fields of all numbers for a name with a `#`: `url_1?`, `url_2?` for `url_#?`."""
    before, number, after = vary.partition("#")
    return [
        f"{name}{after}"
        for name in fields
        if number and name.startswith(before) and name.removeprefix(before).isdecimal()
    ]


def _name(vary: str) -> str:
    return vary.removesuffix("?")


def _value(record: Mapping[str, object], vary: str) -> object:
    value = record[_name(vary)]
    return bool(value) if vary.endswith("?") else value
