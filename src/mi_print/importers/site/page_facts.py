"""What a page says of the event: name, conference, place, topics, tracks, contact, texts."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mi_print.importers.site.page import Page, PageBlock, PageSection

_CAPITAL = r"(?:St\.|[A-ZÀ-Þ][\w&'’-]{0,40})"
_PLACE = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}(?:,\s{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}){{0,2}}"
_HOST = re.compile(
    r"(?:\b(?:at|co-?located with|in conjunction with|part of|bei(?: der)?|auf der)|@)\s*\b"
    r"(?:the\s+)?"
    rf"(?P<name>{_CAPITAL}(?:\s(?:{_CAPITAL}|on|of|for|and)){{0,7}}?[\s-]?(?P<year>20\d\d)\b)"
    rf"(?:,?\s+in\s+(?P<place>{_PLACE}))?"
)
_IN = re.compile(
    rf"\b(?:held|takes? place|located|hosted)\b[^.]{{0,80}}?\b(?:in|at)\s+(?P<place>{_PLACE})"
)
_ON = re.compile(
    r"\bworkshop\b[^.]{0,60}?(?<!held )(?<!place )\bon\s+(?P<subject>[^,.;:()]{3,80})",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:the |our |a )?(?:main|home|homepage|index|workshops?|about(?: us)?|welcome|overview|"
    r"call(?: for (?:papers|contributions))?|cfp|news|untitled|introduction|start)",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"(?:welcome to|willkommen (?:zum|zur|bei)|about)\s+(?:the\s+)?", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[|–—·•-]\s+|:\s+(?=call\b)", re.IGNORECASE)
_VENUE = re.compile(
    r"(?:venue|location|where|place|ort|veranstaltungsort)\s*:\s*(?P<text>.+)", re.IGNORECASE
)
_VENUE_HEADING = re.compile(
    r"(?:the )?(?:venue|location|where|veranstaltungsort)\b.*", re.IGNORECASE
)
_ROOM = re.compile(
    r"(?:[,(]\s?)?\b(?P<room>(?:(?:meeting )?room|hall|raum|saal)\s[\w.-]+)\)?", re.IGNORECASE
)
_TOPICS = re.compile(
    r"\b(?:topics?|scope|areas? of interest|subjects|themes|themen|we welcome|include)\b",
    re.IGNORECASE,
)
_TRACK = re.compile(
    r"(?P<name>(?:\b[A-Za-z][\w-]{0,30}\s+){0,2}?\b[A-Za-z][\w-]{0,30})\s*"
    r"(?:[(:,–—-]|\bof\b|\bare\b|\bmay have\b)*"
    r"\s*(?:up to|at most|max(?:imum|\.)?(?: of)?|limited to|no more than|bis zu)?\s*"
    r"(?P<pages>\d{1,3})[\s-]*(?:pages?|seiten)\b",
    re.IGNORECASE,
)
_PAGES_FIRST = re.compile(
    r"\b(?P<pages>\d{1,3})-page\s+(?P<name>[a-z]+(?:\s+(?:papers?|abstracts?))?)", re.IGNORECASE
)
_TRACK_WORD = re.compile(
    r"\b(?:short|long|full|regular|extended|tiny|position|demo|poster|survey|workshop|work-in-progress|"
    r"abstracts?|papers?|beitr\w+)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\b(?:contact|questions?|e-?mail us|reach us|kontakt|fragen)\b", re.IGNORECASE
)
_SUBMIT = re.compile(
    r"https?://(?:[\w-]+\.)*(?:openreview\.net|easychair\.org|softconf\.com|hotcrp\.com|"
    r"cmt3\.research\.microsoft\.com|aclweb\.org|arr\.[\w.]+)/\S+",
    re.IGNORECASE,
)
_LESS = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_MOST_ABOUT = 3
_ABOUT = re.compile(
    r"\b(?:about|overview|description|motivation|aims?|background|abstract|why)\b", re.IGNORECASE
)


class PageFact(NamedTuple):
    """A text that a page says, and its line."""

    text: str
    line: int
    sure: bool = True


class PageHost(NamedTuple):
    """The conference that it belongs to."""

    name: str
    place: str
    year: int
    line: int


class PageTrack(NamedTuple):
    """A kind of submission, and how many pages it may have."""

    name: str
    pages: int
    line: int


def event_name(page: Page) -> PageFact | None:
    """Return the name: the title or the first heading that is one, or what it is a workshop on."""
    title = page.about.get("title")
    texts = [PageFact(title, 1)] if isinstance(title, str) else []
    texts += [PageFact(each.text, each.line) for each in page.blocks if each.level == 1]
    for text, line, _ in texts:
        for part in _PARTS.split(" ".join(text.split())):
            name = _WELCOME.sub("", part.strip(), count=1)
            if host := _HOST.search(name):
                name = name[: host.start()]
            name = name.strip(" ,:-–—(")
            if name and not _GENERIC.fullmatch(name) and _names_event(name, texts):
                return PageFact(name, line)
    for block in page.blocks:
        if found := _ON.search(block.text):
            return PageFact(f"Workshop on {_title(found['subject'])}", block.line, sure=False)
    return None


def _names_event(name: str, texts: Sequence[PageFact]) -> bool:
    """Tell whether a text names an event, and no section of a page."""
    words = ("workshop", "symposium", "conference", "seminar", "school", "meeting", "tagung")
    return any(word in name.casefold() for word in words) or name == texts[0].text.strip()


def _title(text: str) -> str:
    words = text.strip().split()
    capitals = (each if each in _LESS else each[:1].upper() + each[1:] for each in words)
    return " ".join(capitals)


def host(page: Page, blocks: Sequence[PageBlock]) -> PageHost | None:
    """Return the conference that title and texts name first, preferably with its place."""
    title = page.about.get("title")
    texts = [PageBlock(1, 1, item=False, text=title)] if isinstance(title, str) else []
    found = [
        PageHost(match["name"], match["place"] or "", int(match["year"]), block.line)
        for block in (*texts, *blocks)
        for match in _HOST.finditer(block.text)
    ]
    first = next(iter(found), None)
    return next((each for each in found if first and each.name == first.name and each.place), first)


def venue(page: Page) -> tuple[PageFact, str] | None:
    """Return the building and the room, as the page labels them."""
    for key in ("venue", "location"):
        text = page.about.get(key)
        if isinstance(text, str) and text.strip():
            return _room(PageFact(text.strip(), 1))
    for block in page.blocks:
        for line in block.text.split("\n"):
            if found := _VENUE.fullmatch(line):
                return _room(PageFact(found["text"].strip(), block.line))
    for section in page.sections:
        if _VENUE_HEADING.fullmatch(section.heading) and section.blocks:
            first = section.blocks[0]
            return _room(PageFact(first.sentences[0].rstrip("."), first.line))
    return None


def place(page: Page) -> PageFact | None:
    """Return where it is, in words of a sentence."""
    for block in page.blocks:
        if found := _IN.search(block.text):
            return PageFact(found["place"], block.line)
    return None


def _room(fact: PageFact) -> tuple[PageFact, str]:
    if found := _ROOM.search(fact.text):
        rest = (fact.text[: found.start()] + fact.text[found.end() :]).strip(" ,;")
        return (fact._replace(text=rest) if rest else fact), found["room"]
    return fact, ""


def topics(page: Page) -> list[PageFact]:
    """Return the items of the list of topics, or the headings below that of topics."""
    for section in page.sections:
        if not section.headings or not _TOPICS.search(section.heading):
            continue
        items = [PageFact(_item(each), each.line) for each in section.blocks if each.item]
        if items:
            return items
        own = section.headings[-1]
        below = [each.headings[-1] for each in page.sections if own in each.headings[:-1]]
        if below:
            return [PageFact(each.text, each.line) for each in below]
    return _said_topics(page.blocks)


def _said_topics(blocks: Sequence[PageBlock]) -> list[PageFact]:
    """Return the items of a list that a text with a colon at its end announces."""
    for at, block in enumerate(blocks):
        if block.text.endswith(":") and not block.item and _TOPICS.search(block.sentences[-1]):
            items = itertools.takewhile(lambda each: each.item, blocks[at + 1 :])
            return [PageFact(_item(each), each.line) for each in items]
    return []


def _item(block: PageBlock) -> str:
    return block.text.split("\n")[0].rstrip(" .;,").removesuffix(" and").rstrip(" ;,")


def tracks(blocks: Sequence[PageBlock]) -> list[PageTrack]:
    """Return kinds of submission with their limits, each once."""
    found: dict[str, PageTrack] = {}
    for block in blocks:
        for sentence in block.sentences:
            for match in (*_TRACK.finditer(sentence), *_PAGES_FIRST.finditer(sentence)):
                if name := _track_name(match["name"]):
                    track = PageTrack(name, int(match["pages"]), block.line)
                    found.setdefault(name.casefold(), track)
    return list(found.values())


def _track_name(text: str) -> str:
    words = [each for each in text.split() if each.casefold() not in {*_LESS, "of", "are", "be"}]
    known = [each for each in words if _TRACK_WORD.search(each)]
    if not known:
        return ""
    words = words[words.index(known[0]) :]
    name = " ".join(words).casefold()
    name = re.sub(r"\bpapers\b", "paper", re.sub(r"\babstracts\b", "abstract", name))
    if not re.search(r"paper|abstract|demo|poster|survey|beitr", name):
        name += " paper"
    return name[:1].upper() + name[1:]


def contact_mail(blocks: Sequence[PageBlock]) -> PageFact | None:
    """Return the address of a text that says whom to write to."""
    said = (each for each in blocks if each.mails and CONTACT.search(each.text))
    first = next(said, None)
    return PageFact(first.mails[0], first.line) if first else None


def contact_section_mail(sections: Sequence[PageSection]) -> PageFact | None:
    """Return the address below a heading that says so."""
    for section in sections:
        for block in section.blocks if CONTACT.search(section.heading) else ():
            if block.mails:
                return PageFact(block.mails[0], block.line)
    return None


def submit_address(blocks: Sequence[PageBlock]) -> PageFact | None:
    """Return where papers are submitted: a link to a system for that, or that says so."""
    links = [(link, block) for block in blocks for link in _links(block)]
    for link, block in links:
        if _SUBMIT.fullmatch(link):
            return PageFact(link, block.line)
    for link, block in links:
        if "submi" in link.casefold():
            return PageFact(link, block.line)
    return None


def _links(block: PageBlock) -> Iterator[str]:
    bare = (each.rstrip(".,;)") for each in re.findall(r"https?://\S+", block.text))
    yield from (each for each in (*block.links, *bare) if each.startswith(("https://", "http://")))


def about(page: Page, taken: set[int]) -> list[PageFact]:
    """Return the first paragraphs of the page's beginning, without those of other facts."""
    told = [each for each in page.sections if each.blocks]
    first = [each for each in told if _ABOUT.search(each.heading)]
    for section in (*told[:1], *first):
        found = [
            PageFact(" ".join(each.text.split()), each.line)
            for each in section.blocks
            if not each.item and each.line not in taken and len(each.text) > 80  # noqa: PLR2004 - a paragraph
        ]
        if found:
            return found[:_MOST_ABOUT]
    return []
