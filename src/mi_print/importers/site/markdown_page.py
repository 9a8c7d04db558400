"""Pages in Markdown, with front matter or without."""

import re
import tomllib
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mi_print.importers.site.html_page import html_page
from mi_print.importers.site.page import InlineText, Page, PageBlock
from mi_print.source import yaml_reader

_FRONT = re.compile(r"\s*^(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%]?.{0,500}?[>%]?\}\}|\{%.{0,500}?%\}|\{:[^{}\n]{0,200}\}")
_STRONG = {"strong_open": True, "strong_close": False}
_STRUCK = {"s_open": True, "s_close": False}


def markdown_page(text: str, file: str) -> Page:
    """Return a page; shortcodes and tags of templates are left out."""
    about: dict[str, object] = {}
    lines = 0
    if front := _FRONT.match(text):
        about = _front_matter(front[1], front[2], file)
        lines, text = front[0].count("\n"), text[front.end() :]
    text = _SHORTCODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    blocks = (each for each in _blocks(parser.parse(text), lines + 1) if each.text)
    return Page(list(blocks), about)


def _front_matter(fence: str, text: str, file: str) -> dict[str, object]:
    if fence == "---":
        value = yaml_reader.read(text, file).value
        return value if isinstance(value, dict) else {}
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _blocks(tokens: Sequence[Token], first: int) -> Iterator[PageBlock]:
    """Yield the blocks; `first` is the number of the first line."""
    level, items, row = 0, 0, None
    for token in tokens:
        line = first + (token.map[0] if token.map else 0)
        match token.type:
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "list_item_open" | "list_item_close":
                items += token.nesting
            case "tr_open":
                row = line, InlineText()
            case "tr_close" if row:
                yield PageBlock(row[0], 0, True, row[1].text(), tuple(row[1].links))  # noqa: FBT003 - an item
                row = None
            case "html_block":
                yield from html_page(token.content, line).blocks
            case "inline" if row:
                row[1].add(": " if row[1].parts else "")
                _collect(token.children or (), row[1])
            case "inline":
                inline = InlineText()
                _collect(token.children or (), inline)
                yield PageBlock(line, level, items > 0, inline.text(), tuple(inline.links))


def _collect(tokens: Sequence[Token], inline: InlineText) -> None:
    for token in tokens:
        kind = token.type
        if kind in _STRONG:
            inline.strong(begins=_STRONG[kind])
        elif kind in _STRUCK:
            inline.strike(begins=_STRUCK[kind])
        elif kind == "link_open":
            inline.links.append(str(token.attrGet("href") or ""))
        elif kind == "hardbreak" or (kind == "html_inline" and token.content[:3].lower() == "<br"):
            inline.add("\n")
        elif kind == "softbreak":
            inline.add(" ")
        elif kind in {"text", "code_inline"}:
            inline.add(token.content)
