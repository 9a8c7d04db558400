"""The people of a page: names, roles, affiliations, positions, what is said of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mi_print.event.model.roles import RoleTable
from mi_print.event.names.folding import folded
from mi_print.importers.site.page import Page, PageBlock, PageSection, sentences
from mi_print.importers.site.page_facts import CONTACT

_WORDS = {
    "keynote": "keynote",
    "invited": "speaker",
    "speaker": "speaker",
    "talk": "speaker",
    "vortragend": "speaker",
    "panel": "panelist",
    "podium": "panelist",
    "organiz": "organizer",
    "organis": "organizer",
    "chair": "organizer",
    "volunteer": "volunteer",
}
"""Beginnings of words in headings, and the roles of those below; the first found holds."""
_NOT_THESE = re.compile(
    r"\b(?:programme? committee|reviewers?|sponsors?|schedule|program(?:me)?|agenda|why|how|call|"
    r"topics?|dates?|submi\w+|registration|venue|accepted|faq)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\b(?:professor\w*|prof\.|lecturer|reader|research\w*|scientist|engineer|lead(?:er)?|head|"
    r"director|manager|ceo|cto|founder|co-?founder|student|candidate|phd|postdoc\w*|fellow|"
    r"president|chair|editor|member|intern|dozent\w*|doktorand\w*|leiter\w*)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\s*[(\[]\s*(?:main )?contact(?: person| chair)?\s*[)\]]", re.IGNORECASE)
_FIELD = re.compile(
    r"(?P<name>affiliations?|institution|organi[sz]ation|company|e-?mail|mail|website|web|"
    r"homepage|title|position|role|bio(?:graphy)?|about|pronouns)\s*:\s*(?P<text>.*)",
    re.IGNORECASE,
)
_AFFILIATION = {"affiliation", "affiliations", "institution", "organization", "organisation"}
_NAME = re.compile(
    r"(?P<name>[^(),:;|–—\n]{3,80}?)\s*"
    r"(?:\((?P<paren>[^()]+)\)|(?:,|\s[-–—|])\s+(?P<after>[^\n]+))?\s*\.?"
)
_OF = re.compile(r"(?P<position>.+?)\s+(?:of|at|@)\s+(?:the )?(?P<affiliation>[A-ZÀ-Þ].*)")
_ASIDE = re.compile(r"(?P<affiliation>.+?)\s+\((?P<position>[^()]+)\)")
_MOST_WORDS = 6
_FEWEST_NAMES = 3  # of a text that is a list of names
_MOST_NAME = 60


@dataclass(slots=True)
class PagePerson:
    """Somebody.

    Attributes:
        name: as it is written.
        line: where it stands.
        roles: what the headings above say.
        affiliation, position, bio: nothing if they are not told.
        mails: the person's, of which only the contact's is taken.
        contact: whether the page says that this is whom to write to.
    """

    name: str
    line: int
    roles: list[str]
    affiliation: str = ""
    position: str = ""
    bio: str = ""
    url: str = ""
    mails: list[str] = field(default_factory=list)
    contact: bool = False


def people(page: Page, roles: RoleTable) -> tuple[list[PagePerson], list[PageSection]]:
    """Return everybody once, in the page's order, and the sections that are of people."""
    found: dict[str, PagePerson] = {}
    used: list[PageSection] = []
    for section in page.sections:
        level, role = _role(section, roles)
        if not role:
            continue
        own = section.headings[-1]
        here = list(listed(section, role)) if own.level == level else [_described(section, role)]
        if own.level != level and not _is_name(_CONTACT.sub("", own.text)):
            continue
        used.append(section)
        for person in here:
            known = found.setdefault(folded(person.name), person)
            if known is not person:
                _join(known, person)
    return list(found.values()), used


def _role(section: PageSection, roles: RoleTable) -> tuple[int, str]:
    """Return the level of the nearest heading of a role above a section, and the role."""
    for heading in reversed(section.headings):
        text = heading.text.casefold()
        if _NOT_THESE.search(text) and "committee" not in text.replace("program committee", ""):
            return 0, ""
        word = roles.find(heading.text.strip()) or next(
            (role for word, role in _WORDS.items() if re.search(rf"\b(?:co-?)?{word}", text)), ""
        )
        if word and len(text.split()) <= _MOST_WORDS and not _CONTACT.search(heading.text):
            return heading.level, word
    return 0, ""


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and len(text) <= _MOST_NAME
        and not re.search(r"[\d?!:;]", text)
        and (words[0][:1].isupper() or not words[0].isascii())
    )


def _described(section: PageSection, role: str) -> PagePerson:
    """Return whom a heading names, with what stands below."""
    heading = section.headings[-1]
    person = PagePerson(_CONTACT.sub("", heading.text).strip(), heading.line, [role])
    person.contact = bool(_CONTACT.search(heading.text))
    told: list[str] = []
    for block in section.blocks:
        if block.mails and CONTACT.search(block.text) and not _FIELD.match(block.text):
            continue  # whom to write to of the event
        person.mails += block.mails
        for line in block.text.split("\n"):
            if stated := _FIELD.fullmatch(line):
                _take(person, stated["name"].casefold(), stated["text"].strip(), told)
            elif not told and not person.affiliation and _short(line):
                person.position, person.affiliation = placed(line)
            else:
                told.append(line)
    person.bio = " ".join(each for line in told for each in sentences(line) if "@" not in each)
    return person


def _take(person: PagePerson, name: str, text: str, told: list[str]) -> None:
    if name in _AFFILIATION or name == "company":
        position, person.affiliation = placed(text)
        person.position = person.position or position
    elif name in {"title", "position"}:
        person.position = text
    elif name.startswith(("bio", "about")):
        told.append(text)


def _short(line: str) -> bool:
    return len(line) <= 2 * _MOST_NAME and not line.rstrip().endswith(".") and "@" not in line


def named_in(block: PageBlock) -> list[PagePerson]:
    """Return those whom a text names one after the other; nobody if anything else stands in it."""
    parts = re.split(r"[;\n]|,(?![^()]*\))|\s(?:and|und)\s", block.text)
    found = [_NAME.fullmatch(part.strip(" .")) for part in parts if part.strip(" .")]
    people = [
        PagePerson(match["name"].strip(), block.line, [], placed(match["paren"] or "")[1])
        for match in found
        if match and _is_name(match["name"].strip())
    ]
    return people if len(people) == len(found) >= _FEWEST_NAMES else []


def listed(section: PageSection, role: str) -> Iterator[PagePerson]:
    """Yield those whom a list below a heading names, with a role."""
    for block in section.blocks:
        line = block.text.split("\n")[0] if block.item else ""
        name = _NAME.fullmatch(_CONTACT.sub("", line).replace(": ", ", ", 1))
        if name and _is_name(name["name"].strip()):
            position, affiliation = placed(name["paren"] or name["after"] or "")
            yield PagePerson(
                name["name"].strip(),
                block.line,
                [role] if role else [],
                affiliation,
                position,
                mails=block.mails,
                contact=bool(_CONTACT.search(line)),
            )


def placed(text: str) -> tuple[str, str]:
    """Return position and affiliation of a line that says both, or one."""
    text = text.strip().rstrip(",.")
    if parts := _several(text):
        return parts
    if (aside := _ASIDE.fullmatch(text)) and _POSITION.search(aside["position"]):
        return _capital(aside["position"]), aside["affiliation"]
    first, comma, rest = text.partition(",")
    if comma and _POSITION.search(first):
        return _capital(first), rest.strip()
    if comma and _POSITION.search(text.rpartition(",")[2]):
        return _capital(text.rpartition(",")[2].strip()), text.rpartition(",")[0].strip()
    if (of := _OF.fullmatch(text)) and _POSITION.search(of["position"]):
        return _capital(of["position"]), of["affiliation"]
    return "", text


def _several(text: str) -> tuple[str, str] | None:
    """Return the positions and the affiliations of "A, B & C, D"."""
    parts = [part.partition(",") for part in re.split(r"\s+(?:&|and)\s+|;\s*", text)]
    if len(parts) < 2 or not all(rest and _POSITION.search(one) for one, _, rest in parts):  # noqa: PLR2004 - a single one
        return None
    positions, places = zip(*((one.strip(), rest.strip()) for one, _, rest in parts), strict=True)
    return " & ".join(dict.fromkeys(positions)), " & ".join(dict.fromkeys(places))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:].strip()


def _join(known: PagePerson, other: PagePerson) -> None:
    """Add what a second mention of somebody says."""
    known.roles += [role for role in other.roles if role not in known.roles]
    known.affiliation = known.affiliation or other.affiliation
    known.position = known.position or other.position
    known.bio = known.bio or other.bio
    known.mails += other.mails
    known.contact = known.contact or other.contact


def blocks_beside(page: Page, used: Sequence[PageSection]) -> list[PageBlock]:
    """Return the blocks of a page that are not of people."""
    lines = {block.line for section in used for block in (*section.headings[-1:], *section.blocks)}
    return [block for block in page.blocks if block.line not in lines]
