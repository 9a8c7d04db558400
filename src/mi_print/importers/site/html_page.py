"""Pages in HTML, as they are: nothing in them is run, and nothing that they name is fetched."""

from html.parser import HTMLParser

from mi_print.importers.site.page import InlineText, Page, PageBlock

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "li",
        "tr",
        "ul",
        "ol",
        "table",
        "tbody",
        "thead",
        "header",
        "footer",
        "main",
        "dl",
        "dt",
        "figure",
        "figcaption",
        "blockquote",
        "body",
        "aside",
        "address",
        "pre",
        "hr",
        "form",
    ]
)
_SKIPPED = frozenset(
    ["script", "style", "template", "noscript", "svg", "nav", "select", "textarea"]
)
_CELLS = frozenset({"td", "th", "dd"})
_STRONG, _STRUCK = frozenset({"b", "strong"}), frozenset({"s", "del", "strike"})


def html_page(text: str, first: int = 1) -> Page:
    """Return a page; `first` is the number of its first line."""
    reader = _HtmlReader(first)
    reader.feed(text)
    reader.close()
    reader.end()
    return Page(reader.blocks, reader.about)


class _HtmlReader(HTMLParser):
    """Collects blocks."""

    def __init__(self, first: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[PageBlock] = []
        self.about: dict[str, object] = {}
        self._first = first
        self._inline = InlineText()
        self._line, self._level, self._items, self._skipped = 0, 0, 0, ""
        self._depth = 0
        self._title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._skipped:
            self._depth += tag == self._skipped
            return
        if tag in _SKIPPED:
            self._skipped, self._depth = tag, 1
        elif tag == "html" and given.get("lang"):
            self.about["lang"] = given["lang"]
        elif tag == "title":
            self._title = []
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.end()
            self._level = _HEADINGS.get(tag, 0)
            self._items += tag in {"li", "tr"}
        elif tag in _CELLS and "".join(self._inline.parts).strip():
            self._inline.add(": ")
        elif tag == "br":
            self._inline.add("\n")
        elif tag == "a" and "href" in given:
            self._inline.links.append(given["href"])
        else:
            self._marked(tag, begins=True)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag == "title" and self._title is not None:
            self.about.setdefault("title", " ".join("".join(self._title).split()))
            self._title = None
        elif tag == "dt":
            return  # what it names follows
        elif tag in _BLOCKS or tag in _HEADINGS or tag == "dd":
            self.end()
            self._level = 0
            self._items = max(self._items - (tag in {"li", "tr"}), 0)
        else:
            self._marked(tag, begins=False)

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
        elif not self._skipped:
            if not self._line and data.strip():
                before = data[: len(data) - len(data.lstrip())].count("\n")
                self._line = self.getpos()[0] + before + self._first - 1
            self._inline.add(" ".join(data.split("\n")))

    def end(self) -> None:
        """Take what was collected as a block."""
        if text := self._inline.text():
            item = self._items > 0
            links = tuple(self._inline.links)
            self.blocks.append(PageBlock(self._line or self._first, self._level, item, text, links))
        self._inline, self._line = InlineText(), 0

    def _marked(self, tag: str, *, begins: bool) -> None:
        if tag in _STRONG:
            self._inline.strong(begins=begins)
        elif tag in _STRUCK:
            self._inline.strike(begins=begins)
