"""A page as headings and texts, each with its line; nothing in it is executed or fetched."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_LABEL = re.compile(
    "\x02\\s*([^\x02\x03\n:]{1,40}?)\\s*(?::\\s*\x03|\x03\\s*:)"  # in bold, with a colon
)
_LITERAL = re.compile(r"\*\*([^*\n:]{1,40}):\s*\*\*")  # bold that Markdown does not take for it
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_SENTENCE = re.compile(r"(?<=[.!?;])(?<!\b\d\.)(?<!\b\d\d\.)\s+(?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A heading, a paragraph, an item of a list, or a row of a table.

    Attributes:
        line: where it begins, from 1.
        level: of a heading, 1 to 6; else 0.
        item: whether it is an item of a list.
        text: plain; each label in bold begins a line of its own.
        links: addresses that it leads to.
    """

    line: int
    level: int
    item: bool
    text: str
    links: tuple[str, ...] = ()

    @property
    def mails(self) -> list[str]:
        """The mail addresses in it."""
        hidden = (link[7:].partition("?")[0] for link in self.links if link[:7] == "mailto:")
        return list(dict.fromkeys([*_MAIL.findall(self.text), *hidden]))

    @property
    def sentences(self) -> list[str]:
        """Its sentences and lines."""
        return sentences(self.text)


@dataclass(frozen=True, slots=True)
class PageSection:
    """What stands below a heading, up to the next.

    Attributes:
        headings: those above each other that lead to it, the last its own; before the first
            heading there are none.
        blocks: its texts.
    """

    headings: tuple[PageBlock, ...]
    blocks: tuple[PageBlock, ...]

    @property
    def heading(self) -> str:
        """Its own heading."""
        return self.headings[-1].text if self.headings else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        blocks: in their order.
        about: what its front matter says, or its head: `title`, `lang`.
    """

    blocks: Sequence[PageBlock]
    about: Mapping[str, object]

    @property
    def sections(self) -> list[PageSection]:
        """The page by its headings."""
        starts = [at for at, block in enumerate(self.blocks) if block.level]
        found = [PageSection((), tuple(self.blocks[: starts[0] if starts else None]))]
        above: list[PageBlock] = []
        for at, end in pairwise([*starts, len(self.blocks)]):
            heading = self.blocks[at]
            above = [each for each in above if each.level < heading.level] + [heading]
            found.append(PageSection(tuple(above), tuple(self.blocks[at + 1 : end])))
        return found


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of a text."""
    return [e for line in text.split("\n") for e in _SENTENCE.split(line) if e.strip()]


@dataclass(slots=True)
class InlineText:
    """Collects the text of a block from its pieces."""

    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    struck: int = 0

    def add(self, text: str) -> None:
        """Take a piece of text, if it is not struck out."""
        if not self.struck:
            self.parts.append(text)

    def strong(self, *, begins: bool) -> None:
        """Take the beginning or the end of bold text."""
        self.parts.append("\x02" if begins else "\x03")

    def strike(self, *, begins: bool) -> None:
        """Take the beginning or the end of text that is struck out."""
        self.struck = max(self.struck + (1 if begins else -1), 0)

    def text(self) -> str:
        """Return the text, a line for each label."""
        text = _LABEL.sub("\n\\1: ", "".join(self.parts))
        text = _LITERAL.sub(r"\n\1: ", re.sub("[\x02\x03]", "", text))
        lines = (" ".join(line.split()) for line in text.split("\n"))
        return "\n".join(filter(None, lines))
