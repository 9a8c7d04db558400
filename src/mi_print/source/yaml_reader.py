"""YAML as plain values with places; the only importer of PyYAML.

Aliases, tags and repeated keys are errors: aliases can grow into gigabytes, tags
name Python's types, and a second key replaces the first.  Events are read one by
one instead of nodes, so that a file that nests too deeply or refers to itself is
refused early.
"""

import re
from typing import Any

import yaml

from mi_print.source.located_values import MAX_VALUES, TOO_MANY, Location, Position, Source
from mi_print.source.wording import shown
from mi_print.source.yaml_errors import syntax_fault
from mi_print.source.yaml_scalars import Surprise, meaning

MAX_DEPTH = 20

_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _StopReading(Exception):  # noqa: N818 - its problem is noted already
    """The rest of this file is not worth reading."""


def read(text: str, file: str) -> Source:
    """Return the values of a YAML text with their places, and its problems."""
    source = Source(file)
    if found := _UNPRINTABLE.search(text):
        before = text[: found.start()]
        place = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        source.note("syntax", f"U+{ord(found[0]):04X} is a control character", "take it out", place)
        return source
    loader = yaml.CSafeLoader(text)
    try:
        if (beyond := _too_many(text)) is not None:
            source.note("size", *TOO_MANY, beyond)
            return source
        source.value = _Reading(loader, source).document()
    except _StopReading:
        source.value = None
    except yaml.MarkedYAMLError as reason:
        message, hint, place = syntax_fault(
            reason.problem or "", _place(reason.problem_mark), _place(reason.context_mark), text
        )
        others = (each for each in source.problems if (each.line, each.column) != place)
        source.problems = list(others)  # what is said there of the value is not so
        source.note("syntax", message, hint, place)
        source.value = None
    finally:
        loader.dispose()
    return source


def _too_many(text: str) -> Position | None:
    """Return where a text has more values than a file may have, before any of them is kept.

    Only of texts that can have so many the events are counted, which takes a sixth of reading.
    """
    if sum(map(text.count, "\n,:[{")) <= MAX_VALUES:
        return None
    loader = yaml.CSafeLoader(text)
    count = 0
    keyed: list[bool | None] = [False]  # of each list or mapping that is open: is a key next
    try:
        while (event := loader.get_event()) and not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, _CLOSING):
                keyed.pop()
            elif isinstance(event, yaml.NodeEvent):
                count += not keyed[-1]
                keyed[-1] = None if keyed[-1] is None else not keyed[-1]
                if isinstance(event, yaml.CollectionStartEvent):
                    keyed.append(True if isinstance(event, yaml.MappingStartEvent) else None)
            if count > MAX_VALUES:
                return _place(event.start_mark)
    except (yaml.YAMLError, IndexError):
        return None  # reading says what is wrong
    finally:
        loader.dispose()
    return None


class _Reading:
    """One pass over the events of a file."""

    def __init__(self, loader: yaml.CSafeLoader, source: Source) -> None:
        self._loader = loader
        self._source = source

    def document(self) -> object:
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._source.values[()] = Position(1, 1)
            hint = "write its keys, or delete it"
            self._source.refuse((), "empty", "the file says nothing", hint)
            return None
        value = self._value(self._next(), ())
        self._next()  # the document's end
        more = self._next()
        if not isinstance(more, yaml.StreamEndEvent):
            hint = "take out the line --- and what follows, or move that to a file of its own"
            place = _place(more.start_mark)
            self._source.note("documents", "a second document begins here", hint, place)
        return value

    def _next(self) -> yaml.Event:
        event: yaml.Event = self._loader.get_event()  # type: ignore[assignment] # None: past the end
        return event

    def _stop(self, rule: str, message: str, hint: str, location: Location) -> _StopReading:
        self._source.refuse(location, rule, message, hint)
        return _StopReading()

    def _value(self, event: yaml.Event, location: Location) -> object:
        self._source.values[location] = _place(event.start_mark)
        if len(location) > MAX_DEPTH:
            message = f"this stands in {len(location)} others; data goes {MAX_DEPTH} deep at most"
            raise self._stop("nesting", message, "close the brackets before it", location)
        self._refuse_references(event, location)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, location)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(location)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(location)
        return None  # an alias, refused already

    def _refuse_references(self, event: yaml.Event, location: Location) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = f"*{shown(event.anchor)} refers to a value elsewhere; data has no aliases"
            self._source.refuse(location, "alias", message, _text_or("write the value itself"))
            return
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            message = f"&{shown(anchor)} names a value; data has no anchors"
            self._source.refuse(location, "alias", message, _text_or("take the name out"))
        if tag is not None:
            message = f"{shown(_short(tag))} gives a value a type; data has no tags"
            self._source.refuse(location, "tag", message, _text_or("take the tag out"))

    def _list(self, location: Location) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*location, len(items))))
        return items

    def _mapping(self, location: Location) -> dict[str, object]:
        pairs: dict[str, object] = {}
        copies = 0
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, location)
            if key in pairs:
                copies += 1
                self._repeated(event, (*location, key))
                # Read to no effect, at a location that no value has: no key is empty.
                self._value(self._next(), (*location, "", copies))
                continue
            self._source.keys[*location, key] = _place(event.start_mark)
            pairs[key] = self._value(self._next(), (*location, key))
        return pairs

    def _key(self, event: yaml.Event, location: Location) -> str:
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._source.values[location] = _place(event.start_mark)
            hint = "write a key, a colon and the value"
            raise self._stop("syntax", "the key here is not a word", hint, location)
        key: str = event.value
        if key == "<<" and not event.style:
            self._source.values[*location, key] = _place(event.start_mark)
            message = "<< takes keys over from elsewhere; data has no merging"
            self._source.refuse((*location, key), "alias", message, "write the keys themselves")
        return key

    def _repeated(self, event: yaml.Event, location: Location) -> None:
        first = self._source.keys[location].line
        message = f'"{shown(location[-1])}" is said twice, first on line {first}'
        place = _place(event.start_mark)
        self._source.note("duplicate-key", message, "take one of them out", place)

    def _scalar(self, event: yaml.ScalarEvent, location: Location) -> object:
        text: str = event.value
        if event.style:  # quoted, or a block
            return text
        if not text:
            self._nothing(location)
            return None
        tag: str = self._loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        value = meaning(text, tag.rpartition(":")[2])
        if isinstance(value, Surprise):
            self._source.refuse(location, "surprise", value.message, value.hint)
            return text
        return value

    def _nothing(self, location: Location) -> None:
        what = "this item has no value"
        if location in self._source.keys:
            self._source.values[location] = self._source.keys[location]
            what = f'"{shown(location[-1])}" has no value'
        hint = "write one, in quotes if it begins with #, or take this out"  # else it is a comment
        self._source.refuse(location, "surprise", what, hint)


def _place(mark: Any) -> Position:  # noqa: ANN401 - PyYAML types its two kinds of mark unlike
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _text_or(cure: str) -> str:
    return f"{cure}; if it is text, put it in quotes"
