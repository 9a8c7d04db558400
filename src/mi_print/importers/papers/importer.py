"""The importer of papers: titles, authors, where they hang."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from mi_print.event.names.folding import folded
from mi_print.importers.attendees.person_names import changed, put_right
from mi_print.importers.clean_text import FORMULA, clean, formula, quiet_title
from mi_print.importers.files.open_file import ExportFile
from mi_print.importers.importer import ImportContext, Imported, Importer, Recognized
from mi_print.importers.merging.record import DataRecord
from mi_print.importers.papers.aclpub2 import aclpub2_papers
from mi_print.importers.papers.openreview import openreview_papers
from mi_print.importers.papers.openreview_profiles import KEY as PROFILES
from mi_print.importers.papers.openreview_profiles import profiles_in, read_profiles
from mi_print.importers.papers.paper_tables import (
    ANY_PAPERS,
    BOARD_SHEET,
    FIELDS,
    KNOWN,
    TABLES,
    recognize,
    table_papers,
)
from mi_print.importers.papers.session_names import session_meant
from mi_print.importers.papers.source_paper import SourceAuthor, SourcePaper
from mi_print.importers.papers.virtual_site import mini_conf_papers, virtual_papers
from mi_print.problem import Problem, warning
from mi_print.source.wording import shown

PAPERS_PART = "papers.papers"

_JSON: dict[str, tuple[str, Callable[[object], Iterator[SourcePaper] | None]]] = {
    "openreview": ("notes of OpenReview (API 2)", openreview_papers),
    "virtual-site": ("papers of a virtual site (NeurIPS, ICML, ICLR)", virtual_papers),
    "aclpub2-papers": ("papers of aclpub2", aclpub2_papers),
    "mini-conf": ("papers of Mini-Conf", mini_conf_papers),
}
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")
_PREFIX = re.compile(r"(?:paper )?title\s*:\s*(?=\S)", re.IGNORECASE)
_GONE = re.compile(r"withdr|reject|retract|declin|cancel", re.IGNORECASE)
_BOARD = re.compile(r"(?:(?:poster )?board|poster|#|no\.?|nr\.?)\s*[#:]?\s*", re.IGNORECASE)
_DIGITS = re.compile(r"0*([0-9]{1,6})")
_LONGEST = 20_000
_FEW = 3  # papers of another session in a sheet of one


def _recognize(opened: ExportFile, mapped: Mapping[str, str], only: str) -> Recognized | None:
    profiles = profiles_in(opened.value) if only in {"", "papers", PROFILES} else []
    if profiles:
        made = partial(read_profiles, profiles, opened.file, PAPERS_PART)
        return Recognized(PROFILES, "profiles of OpenReview (sure)", (1.0, 1), made)
    for key, (name, read) in _JSON.items():
        papers = read(opened.value) if only in {"", "papers", key} else None
        if papers is not None:
            return Recognized(
                key, f"{name} (sure)", (1.0, 1), _PaperReader(key, opened.file, papers)
            )
    found = recognize(opened.tables, mapped, only)
    if found is None:
        return None
    papers = table_papers(found.table, found.form)
    reader = _PaperReader(found.form.key, opened.file, papers, found.table.problems, found.columns)
    return Recognized(found.form.key, str(found), (found.sure, len(found.form.marks) or -1), reader)


class _PaperReader:
    """Reads papers into records."""

    def __init__(
        self,
        key: str,
        file: str,
        papers: Iterable[SourcePaper],
        problems: Sequence[Problem] = (),
        columns: tuple[Collection[str], Sequence[str]] = ((), ()),
    ) -> None:
        self._said, self._unread = columns  # fields that there are columns for, and others
        self._key, self._file, self._papers = key, file, papers
        self._problems = list(problems)
        self._gone: dict[str, str] = {}

    def __call__(self, context: ImportContext) -> Imported:
        papers = list(self._kept(self._papers))
        self._odd_sessions(papers)
        self._several_sessions(papers)
        sessions = self._sessions(papers, context)
        records = [self._record(identifier, same, sessions) for identifier, same in _by_id(papers)]
        gone = {PAPERS_PART: self._gone}
        return Imported(
            self._source(papers, sessions),
            {PAPERS_PART: records},
            self._problems,
            gone,
            {PAPERS_PART: self._said},
            self._unread,
        )

    def _source(self, papers: Sequence[SourcePaper], sessions: Mapping[str, str]) -> str:
        """Return what the list is remembered by: of one for each session, by that too."""
        counts = Counter(sessions.get(each.session, "") for each in papers)
        (usual, most), *_ = counts.most_common(1) or [("", 0)]
        one = usual and len(papers) - most <= _FEW
        return f"{self._key}:{usual}" if one and self._key == BOARD_SHEET.key else self._key

    def _kept(self, papers: Iterable[SourcePaper]) -> Iterator[SourcePaper]:
        """Yield the papers that are shown, and say which are not."""
        gone: defaultdict[str, list[SourcePaper]] = defaultdict(list)
        for paper in papers:
            if _GONE.search(paper.status):
                gone[paper.status].append(paper)
                self._gone[_identifier(paper)] = paper.status
            elif not paper.title.strip() or not _identifier(paper):
                what = "title" if paper.id else "id"
                message = f'a paper has no {what} ("{shown(paper.title or paper.id)}"): left out'
                hint = "write it into the list, and import again"
                self._say("no-title", message, hint, paper)
            else:
                yield paper
        for status, found in gone.items():
            many = "1 paper is" if len(found) == 1 else f"{len(found)} papers are"
            ids = ", ".join(shown(each.id) for each in found[:12])
            message = f'{many} left out, with "{shown(status)}": {ids}'
            self._say("not-coming", message, "", found[0])

    def _odd_sessions(self, papers: Sequence[SourcePaper]) -> None:
        """Say which few papers are in another session than all others of the list."""
        counts = Counter(each.session for each in papers)
        (usual, most), *others = counts.most_common() or [("", 0)]
        if others and sum(count for _, count in others) <= _FEW and most > 5 * _FEW:
            for paper in papers:
                if paper.session != usual:
                    said = f'paper {shown(paper.id)} says "{shown(paper.session)}"'
                    message = f'{said} among {most} of "{shown(usual)}"'
                    self._say("odd-session", message, "see whether it is in the right list", paper)

    def _several_sessions(self, papers: Sequence[SourcePaper]) -> None:
        """Say of which papers only the first of several sessions comes over."""
        if found := [each for each in papers if each.more_sessions]:
            ids = ", ".join(shown(each.id) for each in found[:12])
            message = f"of papers in several sessions the first stands in the data: {ids}"
            hint = "the data needs a board for each: write boards in data/papers.yaml"
            self._say("assumed", message, hint, found[0])

    def _sessions(self, papers: Sequence[SourcePaper], context: ImportContext) -> dict[str, str]:
        """Return the ids of the sessions in the data by the names of the source."""
        known = context.program.sessions if context.program else ()
        found: dict[str, str] = {}
        for name, count in Counter(each.session for each in papers if each.session).items():
            if meant := session_meant(name, known):
                found[name] = meant
                continue
            hang = "1 paper hangs" if count == 1 else f"{count} papers hang"
            message = f'no session of the data is "{shown(name)}", where {hang}'
            hint = "give a poster session of data/program.yaml this title, and import again"
            self._problems.append(warning("session-unknown", message, hint, file=self._file))
        return found

    def _record(
        self, identifier: str, group: Sequence[SourcePaper], sessions: Mapping[str, str]
    ) -> DataRecord:
        paper = group[0]
        record: DataRecord = {"id": identifier, "title": self._title(paper)}
        authors = next((each.authors for each in group if each.authors is not None), None)
        if authors is not None:
            record["authors"] = self._authors(authors, paper)
        record |= _placed([(sessions.get(each.session), _board(each.board)) for each in group])
        for name in ("type", "category", "topic"):
            if text := self._text(getattr(paper, name), paper):
                record[name] = text
        if paper.awards:
            record["awards"] = list(paper.awards)
        if paper.url.startswith(("https://", "http://")):
            record["url"] = paper.url
        if abstract := self._abstract(paper):
            record["abstract"] = abstract
        return record

    def _title(self, paper: SourcePaper) -> str:
        title = paper.title
        if found := _PREFIX.match(title):
            title = title[found.end() :]
            message = f'"{shown(paper.title)}" has the name of its column in front'
            self._say("title-prefix", message, f'it is now "{shown(title)}"', paper)
        quiet, said = quiet_title(self._text(title, paper))
        if said:
            self._say(*said, paper)
        return quiet

    def _authors(self, authors: Iterable[SourceAuthor], paper: SourcePaper) -> list[object]:
        found: dict[str, object] = {}
        for author in authors:
            values = {
                field: self._text(text, paper, name=True)
                for field, text in author._asdict().items()
                if text
            }
            parts, notes = put_right(values)
            for said in changed(notes):
                self._say(*said, paper)
            if not parts.name:
                continue
            if folded(parts.name) in found:
                message = f'paper {shown(paper.id)} names "{shown(parts.name)}" twice: once is left'
                self._say("same-person", message, "", paper)
                continue
            about = parts._asdict() | {"affiliation": values.get("affiliation", "")}
            kept = {field: text for field, text in about.items() if text}
            found[folded(parts.name)] = kept if len(kept) > 1 else parts.name
        return list(found.values())

    def _abstract(self, paper: SourcePaper) -> str:
        lines = (" ".join(line.split()) for line in paper.abstract.split("\n"))
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        if len(text) > _LONGEST:
            message = (
                f"the abstract of {shown(paper.id)} has {len(text):,} characters, and is left out"
            )
            self._say("too-long", message, f"shorten it to {_LONGEST:,}", paper)
            return ""
        return self._clean(text, paper)

    def _text(self, text: str, paper: SourcePaper, *, name: bool = False) -> str:
        return self._clean(" ".join(text.split()), paper, name=name)

    def _clean(self, text: str, paper: SourcePaper, *, name: bool = False) -> str:
        if FORMULA.match(text):
            self._problems.append(formula(text, self._file, paper.line or None))
        found, notes = clean(text, name=name)
        for said in changed(notes):
            self._say(*said, paper)
        return found

    def _say(self, rule: str, message: str, hint: str, paper: SourcePaper) -> None:
        line = paper.line or None
        self._problems.append(warning(rule, message, hint, file=self._file, line=line))


def _by_id(papers: Sequence[SourcePaper]) -> Iterator[tuple[str, list[SourcePaper]]]:
    """Yield each id with its entries, in the order of the list."""
    found: defaultdict[str, list[SourcePaper]] = defaultdict(list)
    for paper in papers:
        found[_identifier(paper)].append(paper)
    yield from found.items()


def _identifier(paper: SourcePaper) -> str:
    """Return the id of a paper, written as ids are; nothing if it has none."""
    return _NO_ID.sub("-", paper.id).strip("-")[:80]


def _placed(places: Sequence[tuple[str | None, object]]) -> DataRecord:
    """Return what a paper says of its sessions and boards."""
    found = dict.fromkeys(session for session, _ in places if session)
    boards = {session: board for session, board in places if session and board is not None}
    if len(found) > 1 and len(boards) > 1:
        return {"boards": boards}
    first = next(iter(found), None)
    if first is None:
        return {}
    return {"session": first} | ({"board": boards[first]} if first in boards else {})


def _board(text: str) -> object:
    """Return a board as the data has it: a number, or a label."""
    label = _BOARD.sub("", text.strip(), count=1) if _BOARD.match(text.strip()) else text.strip()
    found = _DIGITS.fullmatch(label)
    if found:
        return int(found[1])
    return label or None


PAPERS = Importer(
    kind="papers",
    formats=(*_JSON, PROFILES, *(each.key for each in TABLES), ANY_PAPERS.key),
    fields=FIELDS,
    columns=KNOWN,
    recognize=_recognize,
)
