"""Papers of aclpub2 (`papers.yml`): authors are names, or mappings with the parts of one."""

from collections.abc import Iterator

from mi_print.importers.papers.source_paper import SourceAuthor, SourcePaper


def aclpub2_papers(value: object) -> Iterator[SourcePaper] | None:
    """Return the papers of a YAML value, if it is such a file."""
    entries = value if isinstance(value, list) else []
    first = entries[0] if entries else None
    if not isinstance(first, dict) or not {"id", "title", "authors"} <= first.keys():
        return None
    return (_paper(each) for each in entries if isinstance(each, dict))


def _paper(entry: dict[str, object]) -> SourcePaper:
    authors, about = entry.get("authors"), entry.get("attributes")
    named = about if isinstance(about, dict) else {}
    attributes = {str(name).casefold(): each for name, each in named.items()}
    return SourcePaper(
        id=_text(entry, "id"),
        title=_text(entry, "title"),
        authors=tuple(map(_author, authors)) if isinstance(authors, list) else None,
        type=_text(attributes, "presentation_type") or _text(attributes, "presentation type"),
        category=_text(attributes, "track") or _text(attributes, "submitted_area"),
        abstract=_text(entry, "abstract"),
    )


def _author(author: object) -> SourceAuthor:
    if not isinstance(author, dict):
        return SourceAuthor(str(author))
    first, middle, family = (
        _text(author, each) for each in ("first_name", "middle_name", "last_name")
    )
    given = " ".join(filter(None, (first, middle)))
    name = " ".join(filter(None, (given, family))) or _text(author, "name")
    parts = (given, family) if given and family else ("", "")
    return SourceAuthor(name, _text(author, "institution") or _text(author, "affiliation"), *parts)


def _text(entry: dict[str, object], key: str) -> str:
    found = entry.get(key)
    text = str(found).strip() if isinstance(found, str | int) and found is not True else ""
    return "" if text in {"null", "~"} else text
