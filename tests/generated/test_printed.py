"""The judge knows of every text of the data where it is printed, or that it is not."""

from collections.abc import Iterator

from tests.generated.drawn import event
from tests.generated.made_products import FILES
from tests.generated.printed import UNPRINTED, printed
from tests.generated.rows import GeneratedEvent

_NO_TEXT = {
    *("id", "kind", "role", "roles", "person", "lang", "timezone", "zone", "within", "posters"),
    *("session", "paper", "start", "end", "arrow", "type", "organizer", "volunteer"),
}
"""Keys that refer to something, or say how a text is set."""

_FLYER = ("workshop.about", "workshop.topics", "workshop.host.place")
"""What stands on the flyer alone, and so nowhere if there is no call."""

_REFERRING = {"speakers", "chair", "people"}
"""Keys of a list, or a text, that names people by their ids."""


def test_every_text_is_printed_somewhere_or_has_no_place() -> None:
    for number in range(30):
        drawn = event(number)
        said = "\n".join(_said(drawn))
        elsewhere = UNPRINTED if "call" in drawn.workshop else {*UNPRINTED, *_FLYER}
        lost = {
            path
            for path, text in _texts(drawn)
            if text not in said and not any(f"{path}.".startswith(f"{key}.") for key in elsewhere)
        }
        assert lost == set(), number


def test_of_everything_without_a_place_something_is_drawn() -> None:
    drawn = {f"{path}." for at in range(60) for path, _ in _texts(event(at), of_all=True)}
    never = {key for key in UNPRINTED if not any(path.startswith(f"{key}.") for path in drawn)}
    assert never == set()


def _said(drawn: GeneratedEvent) -> Iterator[str]:
    for product in FILES:
        if product == "cfp" and "call" not in drawn.workshop:
            continue
        wanted = printed(product, drawn)
        for record in wanted.records:
            ways = (text for way in record.ways[:1] for text in way.texts)
            for text in (*record.texts, *record.codes, *record.items, *ways):
                yield from text if isinstance(text, tuple) else (text,)
        yield from (entry.name for entry in wanted.index)


def _texts(drawn: GeneratedEvent, *, of_all: bool = False) -> Iterator[tuple[str, str]]:
    """Yield every text with its path, of all values also those that are no texts."""
    people = [each for each in drawn.workshop.get("people", ()) if "organizer" in each["roles"]]
    workshop = drawn.workshop | {"people": people}  # others may be nowhere, as some volunteers
    parts = {"workshop": workshop, "program": drawn.program, "papers": drawn.papers}
    for name, part in (parts | {"signs": drawn.signs}).items():
        yield from _inside(part, name, of_all=of_all)


def _inside(value: object, path: str, *, of_all: bool) -> Iterator[tuple[str, str]]:
    key = path.rpartition(".")[2]
    if isinstance(value, dict):
        for name, inner in value.items():
            below = path if key in {"roles", "words", "boards"} else f"{path}.{name}"
            yield from _inside(inner, below, of_all=of_all)
    elif isinstance(value, list | tuple):
        for inner in value:
            if not (isinstance(inner, str) and key in _REFERRING):
                yield from _inside(inner, path, of_all=of_all)
    elif of_all or (
        isinstance(value, str)
        and key not in _NO_TEXT | {"words", "boards"}
        and not value.startswith("room-")  # an id
    ):
        yield path, str(value).removeprefix("https://").removesuffix("/")
