"""A YAML file of the data as records, and changed records in it; the only importer of ruamel.

Comments and the order of keys stay.  Texts are quoted wherever YAML 1.1 would read a bare
word as something else; what is written is read back and compared.
"""

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, errors_of
from mi_print.source import yaml_reader

_PLAIN = re.compile(r"[^\W\d_][\w]*(?:[ .&/()+-]+[\w(][\w()]*)*", re.ASCII)
_TAKEN = frozenset(["true", "false", "yes", "no", "on", "off", "y", "n", "null"])
_WIDTH = 100
_INDENTED = re.compile(r"^( *)- ", re.MULTILINE)


class YamlFile:
    """One file, as it is and as it will be."""

    def __init__(self, text: str | None, file: str) -> None:
        """Read it; `None` is a file that is not there."""
        source = yaml_reader.read(text, file) if text and text.strip() else None
        self.problems: list[Problem] = errors_of(source.problems) if source else []
        value = source.value if source else None
        self.value: dict[str, Any] = value if isinstance(value, dict) else {}
        self._yaml = YAML()
        self._yaml.preserve_quotes = True
        self._yaml.width = _WIDTH
        first = _INDENTED.search(text or "")
        deep = 2 if first is None or first[1] else 0
        self._yaml.indent(mapping=2, sequence=2 + deep, offset=deep)
        self._tree: Any = CommentedMap()
        if text and self.value and not self.problems:
            self._tree = self._yaml.load(text)

    def records(self, path: Sequence[str]) -> list[DataRecord]:
        """Return the items of a list that have an id."""
        found: Any = self.value
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        items = found if isinstance(found, list) else []
        return [dict(each) for each in items if isinstance(each, dict) and "id" in each]

    def fields(self, names: Sequence[str]) -> DataRecord:
        """Return values of the file by their keys, with points between the steps."""
        found: DataRecord = {}
        for name in names:
            value: Any = self.value
            for step in name.split("."):
                value = value.get(step) if isinstance(value, dict) else None
            if value is not None:
                found[name] = value
        return found

    def put_fields(self, before: DataRecord, after: DataRecord) -> None:
        """Write those values that are other than before."""
        for name in {**before, **after}:
            if name == "id" or before.get(name) == after.get(name):
                continue
            *steps, last = name.split(".")
            tree, value = self._tree, self.value
            for step in steps:
                tree, value = tree.setdefault(step, CommentedMap()), value.setdefault(step, {})
            _put(tree, value, last, after.get(name))

    def put_records(
        self, path: Sequence[str], records: Sequence[DataRecord], order: Sequence[str] = ()
    ) -> None:
        """Write records into a list: changed fields of its items, and new items.

        Args:
            path: the keys that lead to the list.
            records: all of the list.
            order: the fields by which new items stand among the others; else at the end.
        """
        *steps, last = path
        tree, value = self._tree, self.value
        for step in steps:
            tree, value = tree.setdefault(step, CommentedMap()), value.setdefault(step, {})
        items = tree.setdefault(last, CommentedSeq())
        values = value.setdefault(last, [])
        places = {
            str(each["id"]): at
            for at, each in enumerate(values)
            if isinstance(each, dict) and "id" in each
        }
        for record in records:
            at = places.get(str(record["id"]))
            if at is None:
                at = _place(record, values, order)
                items.insert(at, _node(record))
                values.insert(at, dict(record))
                places = {name: old + (old >= at) for name, old in places.items()}
                continue
            before: Mapping[str, object] = dict(values[at])
            for name in {**before, **record}:
                if before.get(name) != record.get(name):
                    _put(items[at], values[at], name, record.get(name))

    def text(self) -> str:
        """Return the file.

        Raises:
            AssertionError: what is written would be read as something else; a mistake of ours.
        """
        written = io.StringIO()
        self._yaml.dump(self._tree, written)
        text = written.getvalue()
        found = yaml_reader.read(text, "")
        if found.problems or found.value != self.value:
            raise AssertionError(f"written YAML reads otherwise: {found.problems[:1]}")
        return text


def _place(record: DataRecord, values: Sequence[object], order: Sequence[str]) -> int:
    """Return where a record stands in a list: before the first that comes later."""
    mine = [str(record.get(name, "")) for name in order]
    for at, each in enumerate(values if order else ()):
        if isinstance(each, dict) and [str(each.get(name, "")) for name in order] > mine:
            return at
    return len(values)


def _put(tree: Any, value: dict[str, Any], name: str, new: object) -> None:  # noqa: ANN401 - ruamel's
    if new is None:
        tree.pop(name, None)
        value.pop(name, None)
    else:
        tree[name] = _node(new)
        value[name] = new


def _node(value: object) -> object:
    """Return a value as it is written."""
    if isinstance(value, dict):
        found = CommentedMap((name, _node(each)) for name, each in value.items())
        if len(found) <= 2 and all(isinstance(each, str) for each in found.values()):  # noqa: PLR2004 - short ones
            found.fa.set_flow_style()
        return found
    if isinstance(value, list):
        items = CommentedSeq(map(_node, value))
        if all(isinstance(each, str) for each in value):
            items.fa.set_flow_style()
        return items
    if not isinstance(value, str):
        return value
    if "\n" in value:
        return LiteralScalarString(value)
    plain = _PLAIN.fullmatch(value) and value.lower() not in _TAKEN
    return value if plain else DoubleQuotedScalarString(value)
