"""What a workshop's page says, as records of the data."""

import re
from collections.abc import Mapping, Sequence

from mi_print.event.collation import letters
from mi_print.event.names.folding import folded
from mi_print.importers.attendees.person_names import changed
from mi_print.importers.clean_text import clean
from mi_print.importers.importer import ImportContext, Imported
from mi_print.importers.merging.record import DataRecord
from mi_print.importers.site import page_facts
from mi_print.importers.site.page import Page, PageBlock
from mi_print.importers.site.page_dates import Means, NamedDay, named_days, zone_in
from mi_print.importers.site.page_lists import PageGroup, PageSponsor, committees
from mi_print.importers.site.page_lists import sponsors as sponsors_of
from mi_print.importers.site.page_people import PagePerson, blocks_beside, people
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import shown

WORKSHOP, PEOPLE = "workshop", "workshop.people"
GROUPS, SPONSORED = "workshop.groups", "workshop.sponsors"

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WORDS = re.compile(r"[a-z0-9]+")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LONGEST = {"bio": 5000, "about": 5000}


class WorkshopPageReader:
    """Reads a page into records."""

    def __init__(self, key: str, file: str, page: Page) -> None:
        """Take a page, by what it is remembered, and how problems name its file."""
        self._key, self._file, self._page = key, file, page
        self._problems: list[Problem] = []
        lang = page.about.get("lang") or page.about.get("language") or ""
        self._lang = str(lang).replace("_", "-") if _LANGUAGE.fullmatch(str(lang)) else ""
        self._days = list(named_days(page.blocks, self._lang or "en"))

    @property
    def facts(self) -> int:
        """How many kinds of facts there are: days of meaning, limits, people, topics."""
        means = {each.means for each in self._days} - {None, Means.OTHER}
        found = (page_facts.host(self._page, self._page.blocks), page_facts.topics(self._page))
        headings = re.compile(r"speakers?|organi[sz]|panelists?|committee|call for", re.IGNORECASE)
        people_too = any(each.level and headings.search(each.text) for each in self._page.blocks)
        return len(means) and len(means) + sum(map(bool, found)) + people_too

    def __call__(self, context: ImportContext) -> Imported:
        """Return what is made of the page."""
        found, used = people(self._page, context.roles)
        beside = blocks_beside(self._page, used)
        lines = {each.line for each in beside}
        days = [each for each in self._days if each.line in lines]
        records = self._people(found)
        record: DataRecord = {"id": WORKSHOP}
        host = page_facts.host(self._page, beside)
        year = host.year if host else 0
        record |= self._event(days, host, context)
        record |= self._texts(days)
        record |= self._call(days, beside, year)
        record |= self._contact(found, records, context)
        groups = [self._group(each) for each in committees(self._page)]
        sponsored = [self._sponsor(each) for each in sponsors_of(self._page)]
        parts: dict[str, Sequence[DataRecord]] = {
            WORKSHOP: [record],
            PEOPLE: list(records.values()),
            **({GROUPS: groups} if groups else {}),
            **({SPONSORED: sponsored} if sponsored else {}),
        }
        return Imported(self._key, parts, self._problems)

    def _event(
        self, days: Sequence[NamedDay], host: page_facts.PageHost | None, context: ImportContext
    ) -> DataRecord:
        """Return name, conference, date, and place."""
        found: DataRecord = {}
        if name := page_facts.event_name(self._page):
            found["name"] = self._text(name.text, name.line)
            if not name.sure:
                message = f'no title names the event: it is "{found["name"]}" by this sentence'
                self._say("assumed", message, _WRITE.format("name"), name.line)
        else:
            self._lack(context, "what it is called", "name")
        if host:
            found["host.name"] = self._text(host.name, host.line)
            if host.place:
                found["host.place"] = self._text(host.place, host.line)
        found |= self._date(days, host.year if host else 0, context)
        if self._lang and self._lang != "en":
            found["lang"] = self._lang
        return found | self._venue(host, context)

    def _venue(self, host: page_facts.PageHost | None, context: ImportContext) -> DataRecord:
        if stated := page_facts.venue(self._page):
            venue, room = stated
            found: DataRecord = {"venue.name": self._text(venue.text, venue.line)}
            return found | ({"venue.room": self._text(room, venue.line)} if room else {})
        if context.workshop:
            return {}
        where = page_facts.place(self._page)
        text, line = (
            (host.place, host.line) if host and host.place else where[:2] if where else ("", 1)
        )
        if not text:
            self._lack(context, "where it is", "venue: name")
            return {}
        message = f'the page names no building: "{shown(text)}" stands for it'
        self._say("assumed", message, _WRITE.format("venue: name"), line)
        return {"venue.name": self._text(text, line)}

    def _lack(self, context: ImportContext, what: str, key: str) -> None:
        """Say that the page does not say what a new `workshop.yaml` needs."""
        if context.workshop is None:
            message = f"the page does not say {what}"
            hint = f"write it into the page, or {key} into data/workshop.yaml first"
            self._problems.append(error("missing-key", message, hint, file=self._file, line=1))

    def _date(self, days: Sequence[NamedDay], year: int, context: ImportContext) -> DataRecord:
        """Return the date or the dates of the event, and whether they may still change."""
        latest = max((each.year for each in days if each.year), default=0)
        # Days of years before are those of earlier events.
        near = [each for each in days if not each.year or each.year >= (year or latest)]
        named = self._first(near, Means.EVENT)
        if named is None:
            named = next((each for each in days if each.means is None), None)
            if named is None:
                self._lack(context, "when it is", "date")
                return {}
            message = f'"{named.text}" is taken for the day of the event: no word says what it is'
            self._say("assumed", message, _WRITE.format("date"), named.line)
        dates = self._dates(named, year)
        if not dates:
            return {}
        block = next(each for each in self._page.blocks if each.line == named.line)
        around = next((each for each in block.sentences if named.text in each), "")
        tentative = named.either or bool(_TENTATIVE.search(around))
        found: DataRecord = {"tentative": True} if tentative else {}
        if named.either:
            message = f'"{named.text}" leaves open when it is: the first stands there, as tentative'
            self._say("assumed", message, _WRITE.format("date"), named.line)
            return {"date": dates[0], **found}
        return ({"dates": dates} if len(dates) > 1 else {"date": dates[0]}) | found

    def _dates(self, named: NamedDay, year: int) -> list[str]:
        """Return days as the data has them; none if the year is not told, or there are none."""
        known = year or next((each.year for each in self._days if each.year), 0)
        if not (named.year or known):
            message = f'"{named.text}" has no year, and is left out'
            self._say("not-told", message, "write it into data/workshop.yaml", named.line)
            return []
        if not named.year:
            message = f'"{named.text}" has no year: {known} is that of the page'
            self._say("assumed", message, "see whether it is right", named.line)
        try:
            return [each.isoformat() for each in named.days(known)]
        except ValueError:
            message = f'there is no such day as "{named.text}": it is left out'
            self._say("not-told", message, "write it into data/workshop.yaml", named.line)
            return []

    def _first(self, days: Sequence[NamedDay], means: Means) -> NamedDay | None:
        """Return the day of this meaning, the last that was put off or else the first."""
        found = [each for each in days if each.means is means]
        chosen = next((each for each in reversed(found) if each.extended), None)
        chosen = (
            chosen or next((each for each in found if each.year), None) or next(iter(found), None)
        )
        if chosen:
            same = (chosen.month, chosen.day)
            others = {each.text: each.line for each in found if (each.month, each.day) != same}
            for text, line in others.items():
                message = (
                    f'the page says "{chosen.text}" and "{text}" for the {means}: the first holds'
                )
                self._say("ambiguous", message, "see which is right", line)
        return chosen

    def _call(self, days: Sequence[NamedDay], beside: Sequence[PageBlock], year: int) -> DataRecord:
        """Return the call for papers, if the page says all that one needs."""
        due = self._first(days, Means.DEADLINE)
        tracks = page_facts.tracks(beside)
        if due is None and not tracks:
            return {}
        zone = (due and due.zone) or next(filter(None, (zone_in(e.text) for e in beside)), "")
        lacks = {
            "the deadline": due,
            "the zone in which it ends": zone,
            "how many pages a paper may have": tracks,
        }
        missing = [what for what, told in lacks.items() if not told]
        date = self._dates(due, year) if due else []
        if missing or not date or due is None:
            message = f"the call is left out: the page does not say {', '.join(missing)}"
            if missing:
                line = due.line if due else tracks[0].line
                self._say("not-told", message, _WRITE.format("call"), line)
            return {}
        found: DataRecord = {"call.deadline.date": date[0], "call.deadline.zone": zone}
        for means in (Means.OPENS, Means.NOTIFICATION):
            named = self._first(days, means)
            if named and (other := self._dates(named, int(date[0][:4]))):
                found[f"call.{means}"] = other[0]
        found["call.tracks"] = [{"name": each.name, "pages": each.pages} for each in tracks]
        if submit := page_facts.submit_address(beside):
            found["call.submit"] = submit.text
        else:
            message = "the page does not say where papers are submitted: the flyer has no QR code"
            self._say("not-told", message, _WRITE.format("call: submit"), due.line)
        return found

    def _texts(self, days: Sequence[NamedDay]) -> DataRecord:
        """Return topics, and what the event is about."""
        found: DataRecord = {}
        if topics := page_facts.topics(self._page):
            found["topics"] = list(dict.fromkeys(self._text(*each[:2]) for each in topics))
        taken = {each.line for each in days}
        about = [self._text(*each[:2], "about") for each in page_facts.about(self._page, taken)]
        if texts := list(filter(None, about)):
            found["about"] = texts
        return found

    def _contact(
        self,
        found: Sequence[PagePerson],
        records: Mapping[str, DataRecord],
        context: ImportContext,
    ) -> DataRecord:
        """Return whom to write to; no other address of the page is taken."""
        person = next((each for each in found if each.contact and each.mails), None)
        if person:
            known = context.workshop.people if context.workshop else ()
            name = folded(person.name)
            here = next((each.id for each in known if folded(each.name) == name), None)
            return {
                "contact.email": person.mails[0],
                "contact.person": here or records[name]["id"],
            }
        fact = page_facts.contact_section_mail(self._page.sections)
        fact = fact or page_facts.contact_mail(self._page.blocks)
        return {"contact.email": fact.text} if fact else {}

    def _people(self, found: Sequence[PagePerson]) -> dict[str, DataRecord]:
        records: dict[str, DataRecord] = {}
        taken: set[str] = set()
        for number, person in enumerate(found, 1):
            slug = "-".join(_WORDS.findall(letters(person.name).lower()))[:60].strip("-")
            slug = slug or f"person-{number}"
            slug = slug if slug not in taken else f"{slug}-{number}"
            taken.add(slug)
            name = self._text(person.name, person.line, "name")
            record: DataRecord = {"id": slug, "name": name}
            for field in ("affiliation", "position", "bio"):
                if text := self._text(_MAIL.sub("", getattr(person, field)), person.line, field):
                    record[field] = text
            records[folded(person.name)] = record | {"roles": person.roles}
        return records

    def _group(self, group: PageGroup) -> DataRecord:
        people: list[DataRecord] = []
        for person in group.people:
            about: DataRecord = {"name": self._text(person.name, person.line, "name")}
            if place := self._text(person.affiliation, person.line):
                about["affiliation"] = place
            people.append(about)
        heading = self._text(group.heading, group.line)
        return {"id": heading, "heading": heading, "people": people}

    def _sponsor(self, sponsor: PageSponsor) -> DataRecord:
        name, level = (self._text(each, sponsor.line) for each in (sponsor.name, sponsor.level))
        found: DataRecord = {"id": name, "name": name}
        return found | {k: text for k, text in (("level", level), ("url", sponsor.url)) if text}

    def _text(self, text: str, line: int, field: str = "") -> str:
        found, notes = clean(" ".join(text.split()), name=field == "name")
        for rule, message, hint in changed(notes):
            self._say(rule, message, hint, line)
        most = _LONGEST.get(field, 500)
        if len(found) > most:
            message = f"a text has {len(found):,} characters, of {most:,} at most, and is left out"
            self._say("too-long", message, f'"{found[:40]}…": write a shorter one', line)
            return ""
        return found

    def _say(self, rule: str, message: str, hint: str, line: int = 1) -> None:
        self._problems.append(warning(rule, message, hint, file=self._file, line=line))


_WRITE = "write {} in data/workshop.yaml"
_TENTATIVE = re.compile(
    r"tentativ|\btba\b|\btbc\b|to be confirmed|provisional|vorläufig", re.IGNORECASE
)
