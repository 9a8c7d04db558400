"""Notes of OpenReview's API, version 2: every field is `content`, its name, `value`.

Seen in the wild: `venueid` as a list, `authors` missing, values without their `value`.
"""

from collections.abc import Iterator

from mi_print.importers.papers.source_paper import SourceAuthor, SourcePaper

_FORUM = "https://openreview.net/forum?id="
_TYPES = ("oral", "spotlight", "poster")
_GONE = ("withdrawn", "desk reject", "desk_reject", "rejected", "retracted")


def openreview_papers(value: object) -> Iterator[SourcePaper] | None:
    """Return the papers of a JSON value, if it is such notes."""
    notes = value.get("notes") if isinstance(value, dict) else value
    if not isinstance(notes, list) or not notes:
        return None
    first = notes[0]
    if not isinstance(first, dict) or not isinstance(first.get("content"), dict):
        return None
    return (_paper(note) for note in notes if isinstance(note, dict))


def _paper(note: dict[str, object]) -> SourcePaper:
    content = note.get("content")
    fields = (
        {name: _value(each) for name, each in content.items()} if isinstance(content, dict) else {}
    )
    number, forum = note.get("number"), str(note.get("forum") or note.get("id") or "")
    venue = f"{_text(fields.get('venue'))} {_text(fields.get('venueid'))}".casefold()
    authors = fields.get("authors")
    return SourcePaper(
        id=str(number) if isinstance(number, int) else forum,
        title=_text(fields.get("title")),
        authors=tuple(SourceAuthor(str(each)) for each in authors)
        if isinstance(authors, list)
        else None,
        type=next((each for each in _TYPES if each in venue), ""),
        topic=_text(fields.get("primary_area") or fields.get("subject_areas")),
        category=_text(fields.get("track")),
        abstract=_text(fields.get("abstract")),
        url=f"{_FORUM}{forum}" if forum else "",
        status=next((each for each in _GONE if each in venue), ""),
    )


def _value(field: object) -> object:
    return field.get("value") if isinstance(field, dict) else field


def _text(value: object) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    return str(value).strip() if isinstance(value, str | int) else ""
