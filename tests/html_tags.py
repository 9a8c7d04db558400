"""The elements of an HTML page, by their tags."""

from html.parser import HTMLParser


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(html: str, name: str) -> list[dict[str, str | None]]:
    """Return the attributes of each element with this tag, in their order."""
    reader = _TagReader()
    reader.feed(html)
    return [attributes for tag, attributes in reader.found if tag == name]
