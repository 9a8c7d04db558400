"""Abstracts and biographies of schedules, which may be Markdown or HTML, as plain text."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_INLINE = re.compile(r"</?(?:b|i|u|em|strong|a|span|code|sub|sup)\b[^<>]{0,500}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]{0,500}>", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*<li\b[^<>]{0,500}>[ \t]*", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|pre|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_SUSPECT = re.compile(r"[*_`|\[~]|^[ ]{0,3}(?:[-+#>]|\d{1,9}[.)]\s|={2})", re.MULTILINE)
"""What may be Markdown; most texts have none of it."""
_WITHIN = re.compile(r"(?<=[^\W_])([*~])(?=[^\W_])")
"""A star within a word or a formula, as in 2*3, which is none of Markdown's."""
_STANDS_FOR = {"*": "\ue001", "~": "\ue002"}
_QUOTED = re.compile(r"``[^`\n]{0,500}''")
"""Quotes of LaTeX, whose marks are none of code."""
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\U000e0020-\U000e007f\U0001f1e6-\U0001f1ff]|[\u2600-\u27bf]\ufe0f)"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff\u20e3]*"
)
_SPACES = re.compile(r"[ \t]{2,}")
_LISTS, _TEXTS = frozenset({"ul", "ol", "table"}), frozenset({"inline", "fence"})
LONGEST = 20_000
"""Characters of a text that is read as Markdown."""
_BRACKETS = 500  # the parser takes long for more that are opened without end
_ENDS = tuple(".!?:;…。！？")


def without_emoji(text: str) -> str:
    """Return a text without emoji, which no font of print has."""
    if text.isascii() or not _EMOJI.search(text):
        return text
    lines = (_SPACES.sub(" ", _EMOJI.sub("", line)).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def without_markup(text: str) -> str:
    """Return a text without HTML and Markdown.

    Paragraphs stay apart.  The items of a list are a sentence with semicolons; so are the rows
    of a table, its cells apart by commas.  Code stays as it is written.
    """
    found = text
    if "<" in text:
        found = _ITEM.sub("\n- ", _BREAK.sub("\n", _INLINE.sub("", text)))
        found = _BLOCK.sub("\n\n", found)
    if not _SUSPECT.search(found) or len(found) > LONGEST or found.count("[") > _BRACKETS:
        return found
    kept = _WITHIN.sub(lambda mark: _STANDS_FOR[mark[1]], found)
    rules = ["code", "escape", "entity", "autolink", "html_block", "html_inline"]
    if _QUOTED.search(found):
        rules.append("backticks")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(rules)
    plain = "\n\n".join(filter(None, _paragraphs(parser.parse(kept))))
    for mark, other in _STANDS_FOR.items():
        plain = plain.replace(other, mark)
    return plain


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the blocks of a text, each list and each table as one."""
    depth, begun = 0, 0
    for at, token in enumerate(tokens):
        if token.tag in _LISTS:
            begun = begun if depth else at
            depth += token.nesting
            if not depth:
                yield _sentence(list(_items(tokens[begun:at])))
        elif not depth and token.type in _TEXTS:
            yield _plain(token)


def _items(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the items of a list with their numbers, or the rows of a table."""
    number, row = "", None
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}. " if token.info else ""
        elif token.type == "tr_open":
            row = list[str]()
        elif token.type == "tr_close" and row:
            yield ", ".join(filter(None, row))
        elif token.type in _TEXTS:
            text = " ".join(_plain(token).split())
            if row is None:
                yield number + text
                number = ""
            else:
                row.append(text)


def _sentence(items: Sequence[str]) -> str:
    """Return items as one sentence, or as several if they are sentences themselves."""
    there = [each.rstrip(" ,;") for each in items if each.strip()]
    if not there:
        return ""
    if len(there) == 1:
        return there[0]
    parts = [each if each.endswith(_ENDS) else f"{each};" for each in there[:-1]]
    last = there[-1]
    return " ".join([*parts, last if last.endswith(_ENDS) else f"{last}."])


def _plain(token: Token) -> str:
    if token.type == "fence":
        return token.content.strip("\n")
    found: list[str] = []
    for each in token.children or ():
        if each.type in {"text", "code_inline"}:
            found.append(each.content)
        elif each.type in {"softbreak", "hardbreak"}:
            found.append("\n")
        elif each.type == "image":
            found.append(each.content)
    return "".join(found)
