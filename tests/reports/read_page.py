"""Reads a report back: the attributes of its elements."""

from html.parser import HTMLParser

Attributes = dict[str, str | None]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(html: str, name: str) -> list[Attributes]:
    """Return the attributes of each element of this name."""
    reader = Reader()
    reader.feed(html)
    return [attributes for tag, attributes in reader.tags if tag == name]
