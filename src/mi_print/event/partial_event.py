"""Those parts of the event that fit their models, for the checks across files.

An item that does not fit is left out of `people`, `sessions` and `papers`, but
its id is still known, so that a mistake in a person is not also reported by every session that
refers to it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from mi_print.event.model import (
    AuthorRow,
    AuthorRows,
    BadgeOrder,
    Call,
    Contact,
    Direction,
    Group,
    NamedOrder,
    Notice,
    Order,
    Paper,
    Person,
    ProgramOrder,
    RoleTable,
    Session,
    SignageOrder,
    Sponsor,
    Theme,
    Venue,
)
from mi_print.event.model.lookup import with_author_rows, with_authors
from mi_print.language.print_locale import PrintLocale
from mi_print.language.word_tables import FALLBACK, Phrase
from mi_print.problem import Place
from mi_print.source.located_values import Location, Source
from mi_print.trade.inks import Ink
from mi_print.trade.stocks import Stock, Stocks, stocks

Item = TypeVar("Item")


@dataclass(frozen=True)
class PartialEvent:
    """What is known of the event.

    Attributes:
        sources: the files by name: those of `data/` without their endings.
        parts: of each file what has no faults, by location.
        whole: whether nothing was left out.
    """

    sources: Mapping[str, Source]
    parts: Mapping[str, Mapping[Location, object]]
    whole: bool

    @cached_property
    def people(self) -> dict[Location, Person]:
        """The people that fit."""
        return self._items("workshop", "people", Person)

    @cached_property
    def sessions(self) -> dict[Location, Session]:
        """The sessions that fit; of a workshop of one day each has that day."""
        found = self._items("program", "sessions", Session)
        days = self.days or ()
        only = {"day": days[0]} if len(days) == 1 else {}
        return {
            location: session if session.day else session.model_copy(update=only)
            for location, session in found.items()
        }

    @cached_property
    def dated_sessions(self) -> dict[Location, Session]:
        """Those of the sessions whose moments can be compared: if days matter, all with a day."""
        dated = {location: each for location, each in self.sessions.items() if each.day}
        return dated if dated or (self.days or ())[1:] else self.sessions

    @cached_property
    def sessions_by_id(self) -> dict[str, Session]:
        """The sessions that fit; of several with one id the last."""
        return {session.id: session for session in self.sessions.values()}

    @cached_property
    def papers(self) -> dict[Location, Paper]:
        """The papers that fit, their authors by name."""
        people = {person.id: person for person in self.people.values()}
        papers = self._items("papers", "papers", Paper)
        rows = AuthorRows(authors=tuple(self.author_rows.values())).by_paper
        named = with_authors(with_author_rows(papers.values(), rows), people)
        return dict(zip(papers, named, strict=True))

    @cached_property
    def author_rows(self) -> dict[Location, AuthorRow]:
        """The rows of the table of authors that fit."""
        return self._items("authors", "authors", AuthorRow)

    @cached_property
    def _rows_of_authors(self) -> dict[str, list[Location]]:
        """The rows of each paper's authors, by its id."""
        found: dict[str, list[Location]] = {}
        for location, row in self.author_rows.items():
            found.setdefault(row.paper, []).append(location)
        return found

    @property
    def sponsors(self) -> dict[Location, Sponsor]:
        """The sponsors that fit."""
        return self._items("workshop", "sponsors", Sponsor)

    @property
    def sponsor_levels(self) -> tuple[str, ...]:
        """The levels that there are for them; none if any fits."""
        return tuple(self._items("workshop", "sponsor_levels", str).values())

    @property
    def directions(self) -> dict[Location, Direction]:
        """The direction signs that fit."""
        return self._items("signs", "directions", Direction)

    @property
    def notices(self) -> dict[Location, Notice]:
        """The notices that fit."""
        return self._items("signs", "notices", Notice)

    @property
    def days(self) -> tuple[dt.date, ...] | None:
        """The days of the workshop in their order; `None` if they can't be known."""
        if "workshop" not in self.sources:
            return None
        written = self.sources["workshop"].value
        if not isinstance(written, dict):
            return None
        found = tuple(self._items("workshop", "dates", dt.date).values())
        if date := self._field("date", dt.date):
            found = (date, *found)
        several = written.get("dates", [])
        count = len(several) if isinstance(several, list) else -1
        return found if len(found) == count + ("date" in written) else None

    @property
    def timezone(self) -> str | None:
        """The workshop's time zone, as written."""
        return self._field("timezone", str)

    @property
    def lang(self) -> str | None:
        """The language of the texts, if it is said."""
        return self._field("lang", str)

    @property
    def words(self) -> dict[str, Phrase]:
        """The words that layouts are to say otherwise, by their keys."""
        return self._field("words", dict) or {}

    @property
    def venue(self) -> Venue | None:
        """Where it is."""
        return self._field("venue", Venue)

    @property
    def contact(self) -> Contact | None:
        """Whom to write to."""
        return self._field("contact", Contact)

    @property
    def call(self) -> Call | None:
        """The call for papers."""
        return self._field("call", Call)

    @property
    def groups(self) -> dict[Location, Group]:
        """The groups that fit."""
        return self._items("workshop", "groups", Group)

    @property
    def colours(self) -> dict[str, Ink]:
        """The workshop's own colours by name."""
        return (self._field("theme", Theme) or Theme()).colours

    @property
    def roles(self) -> RoleTable | None:
        """All roles; `None` if they can't be known."""
        own = self.parts.get("workshop", {}).get(("roles",))
        value = self.sources["workshop"].value if "workshop" in self.sources else None
        if isinstance(value, dict) and "roles" in value and not isinstance(own, dict):
            return None
        locale = PrintLocale(self.lang or FALLBACK, None, self.words)
        return RoleTable(own if isinstance(own, dict) else None, locale)

    @property
    def badge_order(self) -> BadgeOrder:
        """What is ordered of the badges; the default if that can't be known."""
        order = self.parts.get("print", {}).get(("badges",))
        return order if isinstance(order, BadgeOrder) else BadgeOrder()

    @property
    def orders(self) -> dict[Location, Order]:
        """What is ordered of products and of single kinds of sign, named orders apart."""
        parts = self.parts.get("print", {})
        found = {key: each for key, each in parts.items() if isinstance(each, Order)}
        signage = parts.get(("signage",))
        kinds = signage.kinds if isinstance(signage, SignageOrder) else {}
        return found | {("signage", "kinds", kind): each for kind, each in kinds.items()}

    @property
    def stocks(self) -> dict[str, Stock] | None:
        """All stocks by name; `None` if they can't be known."""
        if "stocks" not in self.sources:
            return stocks()
        table = self.parts.get("stocks", {}).get(("stocks",))
        own = Stocks.model_construct(None, stocks=table) if isinstance(table, dict) else None
        return None if own is None else stocks() | own.by_name

    @property
    def named_orders(self) -> dict[str, NamedOrder]:
        """The orders beside the products' own, by name."""
        found = self.parts.get("print", {}).get(("orders",))
        return found if isinstance(found, dict) else {}

    @property
    def program_order(self) -> ProgramOrder:
        """What is ordered of the booklet; the default if that can't be known."""
        order = self.parts.get("print", {}).get(("program",))
        return order if isinstance(order, ProgramOrder) else ProgramOrder()

    @property
    def people_ids(self) -> set[str] | None:
        """The ids of all people; `None` if they can't be known."""
        return self._ids("workshop", "people")

    @property
    def session_ids(self) -> set[str] | None:
        """The ids of all sessions; `None` if they can't be known."""
        return self._ids("program", "sessions")

    @property
    def paper_ids(self) -> set[str] | None:
        """The ids of all papers; `None` if they can't be known."""
        return self._ids("papers", "papers")

    def at(self, file: str, *location: str | int, key: bool = False) -> Place:
        """Return a problem's place fields for a value of a file, or for its key.

        An author of a paper whose authors stand in a table has the place of the row there.
        """
        if file == "papers" and location[2:3] == ("authors",) and self.author_rows:
            paper = self.papers[location[0], location[1]].id
            if paper in self._rows_of_authors:
                row = self._rows_of_authors[paper][int(location[3])]
                return self.sources["authors"].at(row) | {"record": paper}
        return self.sources[file].at(location, key=key)

    def line(self, file: str, *location: str | int) -> int | None:
        """Return the line of a value of a file."""
        return self.at(file, *location)["line"]

    def named_place(self, file: str, *location: str | int) -> str:
        """Return the place of a value as messages name another one."""
        place = self.at(file, *location)
        return f"{place['file']}, line {place['line']}"

    def _field(self, name: str, kind: type[Item]) -> Item | None:
        value = self.parts.get("workshop", {}).get((name,))
        return value if isinstance(value, kind) else None

    def _items(self, file: str, name: str, kind: type[Item]) -> dict[Location, Item]:
        parts = self.parts.get(file, {})
        return {
            location: value
            for location, value in parts.items()
            if location[0] == name and isinstance(value, kind)
        }

    def _ids(self, file: str, name: str) -> set[str] | None:
        if file not in self.sources:
            return set()
        value = self.sources[file].value
        items = value.get(name, []) if isinstance(value, dict) else None
        if not isinstance(items, list):
            return None
        return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}
