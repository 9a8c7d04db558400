"""A YAML file of the data as records, and changed records in it; the only importer of ruamel.

Comments and the order of keys stay.  Of the keys at the top of a file, and of the items of lists
there, only those are set anew that change; if their lines can't be told apart, the file is.  What
is written is read back and compared.
"""

import io
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
)

from mi_print.importers.merging.record import DataRecord
from mi_print.importers.merging.yaml_lines import spliced
from mi_print.importers.merging.yaml_shape import unlike
from mi_print.importers.merging.yaml_text import folded, item_text, plain
from mi_print.problem import Problem, errors_of
from mi_print.source import yaml_reader
from mi_print.source.located_values import Source

_WIDTH = 100
_INDENTED = re.compile(r"^( *)- ", re.MULTILINE)
_ASIDE = re.compile(r"\s*(?:#.*)?")


class YamlFile:
    """One file, as it is and as it will be."""

    def __init__(self, text: str | None, file: str) -> None:
        """Read it; `None` is a file that is not there."""
        self._file = file
        self._text = text if text and text.strip() else ""
        self._stood = self._text
        self._read: Source | None = None
        self._as_it_was = source = self._source()
        self.problems: list[Problem] = errors_of(source.problems)
        value = source.value
        self.value: dict[str, Any] = value if isinstance(value, dict) else {}
        self._tree_used = False

    def _source(self) -> Source:
        """Return the text as it is read, once for each that there is."""
        if self._read is None:
            there = Source(self._file) if not self._text else None
            self._read = there or yaml_reader.read(self._text, self._file)
        return self._read

    @cached_property
    def _yaml(self) -> YAML:
        found = YAML()
        found.preserve_quotes = True
        found.width = _WIDTH
        first = _INDENTED.search(self._text)
        deep = 2 if first is None or first[1] else 0
        found.indent(mapping=2, sequence=2 + deep, offset=deep)
        return found

    @cached_property
    def _tree(self) -> Any:  # noqa: ANN401 - ruamel's
        self._tree_used, self._stood = True, self._text
        return self._yaml.load(self._text) if self._text else CommentedMap()

    def unlike(self, path: Sequence[str], names: Sequence[str]) -> list[Problem]:
        """Return what stands where others must, as `yaml_shape.unlike` does."""
        return list(unlike(self._as_it_was, path, names))

    def records(self, path: Sequence[str], key: str = "id") -> list[DataRecord]:
        """Return the items of a list that have an id, or what is one in its place."""
        found: Any = self.value
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        items = found if isinstance(found, list) else []
        there = (each for each in items if isinstance(each, dict) and key in each)
        return [{"id": str(each[key]), **each} for each in there]

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
        self._read = None
        for name in {**before, **after}:
            if name == "id" or before.get(name) == after.get(name):
                continue
            *steps, last = name.split(".")
            tree, value = self._tree, self.value
            for step in steps:
                tree, value = tree.setdefault(step, CommentedMap()), value.setdefault(step, {})
            _put(tree, value, last, after.get(name))

    def put_records(
        self,
        path: Sequence[str],
        records: Sequence[DataRecord],
        order: Sequence[str] = (),
        key: str = "id",
    ) -> None:
        """Write records into a list: changed fields of its items, and new items.

        Args:
            path: the keys that lead to the list.
            records: all of the list.
            order: the fields by which new items stand among the others; else at the end.
            key: the field that is the id of an item; of another than `id`, that is not written.
        """
        if key != "id":
            records = [{name: each[name] for name in each if name != "id"} for each in records]
        *steps, last = path
        value = self.value
        for step in steps:
            value = value.setdefault(step, {})
        values = value.setdefault(last, [])
        lines = (
            None if steps or self._tree_used else _ItemLines.of(self._text, self._source(), last)
        )
        items: _Items | Any = lines and _Items(lines, self._yaml)
        if lines is None:
            tree = self._tree
            for step in steps:
                tree = tree.setdefault(step, CommentedMap())
            items = tree.setdefault(last, CommentedSeq())
        _put_records(items, values, records, order, key)
        self._read = None
        if lines is not None:
            self._text = lines.text()

    def remove(self, path: Sequence[str], ids: Collection[str]) -> None:
        """Take the items with these ids out of a list."""
        tree: Any = self._tree
        value: Any = self.value
        for step in path:
            tree, value = tree[step], value[step]
        for at in reversed(range(len(value))):
            if isinstance(value[at], dict) and str(value[at].get("id")) in ids:
                del tree[at], value[at]
        self._read = None

    def text(self) -> str:
        """Return the file.

        Raises:
            AssertionError: what is written would be read as something else; a mistake of ours.
        """
        return self.read_back()[0]

    def read_back(self) -> tuple[str, Source]:
        """Return the file, and how it is read; it raises as `text` does."""
        if self._read is None and self._tree_used:
            self._text = self._from_tree()
        if not self._sound(self._source()):
            raise AssertionError("written YAML reads otherwise")
        return self._text, self._source()

    def _from_tree(self) -> str:
        """Return the tree as text, with the lines that it had where they say the same."""
        written = io.StringIO()
        self._yaml.dump(self._tree, written)
        whole = written.getvalue()
        before, after = (yaml_reader.read(text, self._file) for text in (self._stood, whole))
        found = spliced(self._stood, before, whole, after)
        self._read = yaml_reader.read(found, self._file)
        if self._sound(self._read):
            return found
        self._read = after
        return whole

    def _sound(self, source: Source) -> bool:
        """Tell whether a text is read as the file that is meant."""
        return not source.problems and source.value == self.value


class _ItemLines:
    """A file as what stands before a list, the lines of each of its items, and what follows."""

    def __init__(self, head: str, items: list[str], tail: str, indent: str) -> None:
        self.head, self.items, self.tail, self.indent = head, items, tail, indent

    @classmethod
    def of(cls, text: str, source: Source, key: str) -> "_ItemLines | None":
        """Return the lines of a list at the top; nothing if its items share their lines."""
        value = source.value if isinstance(source.value, dict) else {}
        if key not in value:
            if text.lstrip().startswith("{"):
                return None
            head = text if not text or text.endswith("\n") else f"{text}\n"
            return cls(f"{head}{key}:\n", [], "", "  ")
        lines = text.splitlines(keepends=True)
        starts = [source.values[key, at].line - 1 for at in range(len(value[key]))]
        keys = (place.line - 1 for way, place in source.keys.items() if len(way) == 1)
        end = min((at for at in keys if starts and at > starts[0]), default=len(lines))
        marks = {lines[at].partition("-")[0] for at in starts}
        sound = all(lines[at].lstrip(" ").startswith("- ") for at in starts)
        if not starts or not sound or len(marks) != 1 or len(set(starts)) != len(starts):
            return None
        (indent,) = marks
        ends = [*starts[1:], end]
        items = ["".join(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
        return cls("".join(lines[: starts[0]]), items, "".join(lines[end:]), indent)

    def text(self) -> str:
        """Return the file."""
        whole = (each if each.endswith("\n") else f"{each}\n" for each in self.items)
        return "".join([self.head, *whole, self.tail])


class _Items:
    """The items of a list, each changed by itself."""

    def __init__(self, lines: _ItemLines, yaml: YAML) -> None:
        self._lines, self._yaml = lines, yaml

    def insert(self, at: int, record: DataRecord) -> None:
        """Put a new item there."""
        self._lines.items.insert(at, item_text(record, self._lines.indent) + "\n")

    def change(self, at: int, before: Mapping[str, object], record: DataRecord) -> None:
        """Write the changed fields of an item."""
        lines = self._lines.items[at].splitlines(keepends=True)
        width = len(self._lines.indent) + 2
        kept = len(lines)
        while _ASIDE.fullmatch(lines[kept - 1].rstrip("\r\n")):
            kept -= 1  # comments below it are of the next
        tail, indent = "".join(lines[kept:]), self._lines.indent
        if "".join(lines[:kept]) == item_text(before, indent) + "\n":  # nobody has edited it
            after = {name: record[name] for name in {**before, **record} if name in record}
            self._lines.items[at] = item_text(after, indent) + "\n" + tail
            return
        own = "".join([lines[0][width:], *(each[width:] or "\n" for each in lines[1:kept])])
        tree = self._yaml.load(own)
        _put_changed(tree, before, record)
        written = io.StringIO()
        self._yaml.dump(tree, written)
        pad = " " * width
        body = [
            f"{pad}{each}" if each.strip() else each for each in written.getvalue().splitlines()
        ]
        body[0] = f"{indent}- {body[0][width:]}"
        self._lines.items[at] = "\n".join(body) + "\n" + tail


def _put_records(
    items: Any,  # noqa: ANN401 - ours, or ruamel's
    values: list[Any],
    records: Sequence[DataRecord],
    order: Sequence[str],
    key: str,
) -> None:
    known = {str(each[key]): each for each in values if isinstance(each, dict) and key in each}
    places = {id(each): at for at, each in enumerate(values)}
    new = [record for record in records if str(record[key]) not in known]
    for record in records:
        there = known.get(str(record[key]))
        if there is None or there == record:
            continue
        at, before = places[id(there)], dict(there)
        if isinstance(items, _Items):
            items.change(at, before, record)
        else:
            _put_changed(items[at], before, record)
        there.clear()
        there.update(record)
    for record in new:
        at = _place(record, values, order)
        items.insert(at, record if isinstance(items, _Items) else _node(record))
        values.insert(at, dict(record))


def _put_changed(
    tree: Any,  # noqa: ANN401 - ruamel's
    before: Mapping[str, object],
    record: DataRecord,
) -> None:
    for name in {**before, **record}:
        if before.get(name) != record.get(name):
            _put(tree, {}, name, record.get(name))


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
    """Return a value as ruamel is to write it."""
    if isinstance(value, dict):
        found = CommentedMap((name, _node(each)) for name, each in value.items())
        if len(found) <= 2 and all(isinstance(each, str) for each in found.values()):  # noqa: PLR2004 - short ones
            found.fa.set_flow_style()
        return found
    if isinstance(value, list):
        items = CommentedSeq(map(_node, value))
        if all(isinstance(each, str) for each in value) and len(", ".join(value)) < _WIDTH:
            items.fa.set_flow_style()
        return items
    if not isinstance(value, str):
        return value
    if "\n" in value:
        return LiteralScalarString(value)
    if lines := folded(value):
        text = FoldedScalarString(value)
        ends = accumulate(len(line) + 1 for line in lines[:-1])
        text.fold_pos = [end - 1 for end in ends]
        return text
    return value if plain(value) else DoubleQuotedScalarString(value)
