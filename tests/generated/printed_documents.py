"""What the flyer and the booklet print, by docs/data.md and docs/layouts.md."""

from collections.abc import Iterator, Sequence
from functools import partial

from tests.generated.facts import Facts, names, remote, spotlit
from tests.generated.record import Indexed, OneOf, Record
from tests.generated.rows import Row

# The flyer


def flyer(facts: Facts) -> Iterator[Record]:
    """Yield what the flyer holds; of long lists it may say how many more there are."""
    workshop, call, speech = facts.workshop, facts.workshop["call"], facts.speech
    host = workshop.get("host") or {"name": workshop["venue"]["name"]}
    yield Record("the workshop", (workshop["name"], *given(host, "name", "place")))
    yield Record("the days", (days_in_words(facts, facts.speech.weekday(facts.days[0])),))
    if workshop.get("tentative"):
        yield Record("the days", (speech.word("date-tentative"),))
    url = workshop.get("url") or workshop.get("host", {}).get("url")
    items = tuple((paragraph,) for paragraph in workshop.get("about", ()))
    shorter = speech.word("more-at", url=shown(url or ""))
    yield Record("about", items=items, more=(lambda _: shorter) if url else None)
    yield Record("contact", (*given(workshop.get("contact", {}), "email"), *address(workshop)))
    submit = given(call, "submit")
    yield Record("the call", (*given(call, "notes"), *map(shown, submit)), submit)
    anywhere = " AoE" if call["deadline"]["zone"] == "AoE" else ""
    due = speech.full_day(call["deadline"]["date"]) + anywhere
    yield Record("the call", (speech.word("due", date=due),))
    dates = [
        call["deadline"]["date"],
        *(call[key] for key in ("opens", "notification") if key in call),
    ]
    yield Record("the call", (speech.word("call-for-papers"), *map(speech.short_day, dates)))
    for about, listed in _lists(facts).items():
        yield Record(about, items=tuple(listed), more=partial(_more, facts))


def _lists(facts: Facts) -> dict[str, list[tuple[str, ...]]]:
    """Return what the flyer lists, item by item."""
    workshop, word = facts.workshop, facts.speech.word
    lists: dict[str, list[tuple[str, ...]]] = {
        "topics": [(topic,) for topic in workshop.get("topics", ())],
        "tracks": [
            (track["name"], word("pages", n=track["pages"])) for track in workshop["call"]["tracks"]
        ],
        "organizers": [(person["name"],) for person in facts.having("organizer")],
        "sponsors": [
            (each["name"],) for each in workshop.get("sponsors", ()) if "logo" not in each
        ],
    }
    for role in ("keynote", "panelist"):
        lists[role] = [given(person, "name", "affiliation") for person in facts.having(role)]
    return lists


def _more(facts: Facts, count: int) -> str:
    """Return how the flyer says that it leaves out so many."""
    workshop = facts.workshop
    url = workshop.get("url") or workshop.get("host", {}).get("url")
    key = "and-more-at" if url else "and-more"
    return facts.speech.word(key, n=count, url=shown(url or ""))


def days_in_words(facts: Facts, weekday: str) -> OneOf:
    """Return the days as a cover may write them: one with its weekday, several as a range."""
    speech, days = facts.speech, facts.days
    if len(days) == 1:
        return (speech.day_month(days[0]), weekday)[:1]
    return speech.span(days)


# The booklet


def booklet(facts: Facts) -> Iterator[Record]:
    """Yield what the booklet holds."""
    workshop, venue = facts.workshop, facts.workshop["venue"]
    host = workshop.get("host", {})
    yield Record("the workshop", (workshop["name"],))
    yield Record("the host", given(host, "name"), times=2)
    yield Record("the days", (days_in_words(facts, facts.speech.weekday(facts.days[0])),), times=2)
    room = (facts.room,) if facts.room else ()
    yield Record("the venue", (venue["name"], *room), times=2)
    where = venue.get("address") or host.get("place", "")
    yield Record("the way", (where, *venue.get("directions", ())))
    yield Record("welcome", tuple(workshop.get("welcome", ())))
    yield Record("attendance", given(workshop, "attendance"))
    yield Record("contact", (*given(workshop.get("contact", {}), "email"), *address(workshop)))
    for number, sponsor in enumerate(workshop.get("sponsors", ()), 1):
        texts = *given(sponsor, "name", "level"), *address(sponsor)
        yield Record(f"sponsor {number}", texts, together=True)
    for person in facts.having("organizer"):
        texts = given(person, "name", "position", "affiliation", "bio")
        yield Record(person["id"], texts)
    yield Record("the workshop", given(workshop, "short"))
    for room in venue.get("rooms", ()):
        yield Record(f"room {room['id']}", given(room, "name", "level"), together=True)
    yield from _people_lists(facts)
    if track := _common_track(facts):
        yield Record("the track of all sessions", (track,))
    for session in facts.event.program:
        yield from _session(session, facts)
    yield from _days(facts)
    yield from _papers(facts)


def _people_lists(facts: Facts) -> Iterator[Record]:
    """Yield who stands below the heading of a group, or of a role that is none of the program."""
    for number, group in enumerate(facts.workshop.get("groups", ()), 1):
        people = [facts.somebody(each) for each in group["people"]]
        texts = (group["heading"], *names(people), *given_of(people, "affiliation"))
        yield Record(f"group {number}", texts)
    own = facts.workshop.get("roles", {})
    for person in facts.people.values():
        if apart := [role for role in facts.roles(person) if role not in _OF_THE_PROGRAM]:
            said = [facts.speech.role(role) for role in apart]
            said += [own[role]["plural"] for role in apart if "plural" in own.get(role, {})]
            texts = (tuple(said), *given(person, "name", "affiliation"))
            yield Record(f"{person['id']} by role", texts)


_OF_THE_PROGRAM = {
    *("keynote", "panelist", "organizer", "speaker", "lightning", "spotlight-author", "attendee"),
}


def _days(facts: Facts) -> Iterator[Record]:
    """Yield which sessions stand under which day, where there are several."""
    speech = facts.speech
    if len(facts.days) == 1:
        return
    for day in facts.days:
        for session in facts.event.program:
            if facts.day(session) == day:
                start = speech.time(session["start"])
                heading = (
                    speech.weekday(day),
                    speech.day_month(day),
                    facts.workshop["venue"]["name"],
                )
                texts = (*heading, start, *_called(session, facts))
                yield Record(f"session {session['id']} on its day", texts, together=True)


def _called(session: Row, facts: Facts) -> tuple[str, ...]:
    """Return what a row of a day says of a session."""
    people = () if session.get("talks") else names(facts.speakers(session))
    where = facts.where(session)
    elsewhere = (where,) if where and where != facts.room else ()
    return (session["title"], *people, *elsewhere)


def _common_track(facts: Facts) -> str | None:
    """Return the track that all sessions with speakers or papers have, if they are several."""
    told = [session for session in facts.event.program if session["kind"] not in _QUIET]
    tracks = {session.get("track") for session in told}
    return tracks.pop() if len(told) > 1 and len(tracks) == 1 else None


def _own_track(session: Row, facts: Facts) -> tuple[str, ...]:
    return () if session.get("track") == _common_track(facts) else ("track",)


_QUIET = {"break", "registration", "social"}


def _session(session: Row, facts: Facts) -> Iterator[Record]:
    about = f"session {session['id']}"
    keynote = session["kind"] == "keynote" and bool(session.get("speakers"))
    stretch = facts.speech.stretch(session)
    video: tuple[OneOf, ...] = ()
    if session.get("remote"):
        word = facts.speech.word("by-video")
        video = ((word, word[:1].upper() + word[1:]),)
    texts: tuple[str | OneOf, ...] = (
        session["title"],
        stretch,
        *_called(session, facts)[1:],
        *video,
    )
    texts += given(session, "subtitle", *_own_track(session, facts))
    if "chair" in session:
        texts += (facts.speech.word("chair", name=facts.somebody(session["chair"])["name"]),)
    yield Record(about, texts, together=True)
    yield Record(about, (session["title"],), times=3 if keynote else 2)
    if where := facts.where(session):
        yield Record(about, (where,))
    speakers = facts.speakers(session)
    if not session.get("talks"):
        yield Record(about, tuple(names(speakers)), times=2)
    for person in speakers if keynote else ():
        texts = given(person, "name", "position", "affiliation", "bio")
        yield Record(f"{about}, {person['name']}", texts)
    for talk in session.get("talks", ()):
        own = facts.speakers(talk)
        places = given_of(own, "affiliation") if talk.get("speakers") else ()
        prizes = facts.papers.get(talk.get("paper", ""), {}).get("awards", ())
        texts = (facts.talk_title(talk), *names(own), *places, *prizes)
        yield Record(f"{about}, a talk", texts, together=True)
        time = [facts.speech.time(talk["start"])] if "start" in talk else []
        if "minutes" in talk:
            time.append(f"{talk['minutes']} {facts.speech.word('minutes')}")
        yield Record(f"{about}, a talk", (facts.talk_title(talk), *time), together=True)
    if facts.event.orders.get("program", {}).get("abstracts"):
        for part in (session, *session.get("talks", ())):
            paragraphs = part.get("abstract", "").split("\n\n")
            yield Record(f"{about}, abstracts", tuple(filter(None, paragraphs)))


def _papers(facts: Facts) -> Iterator[Record]:
    for posters in facts.poster_sessions:
        listed = [paper for _, paper in posters.papers]
        topics = {each for paper in listed for each in facts.heading(paper, listed)}
        yield Record(f"topics of {posters.session['id']}", tuple(topics))
        for label, paper in posters.papers:
            about = f"paper {paper['id']} in {posters.session['id']}"
            yield from _paper(about, paper, listed, facts, label)
    afar = [paper for paper in facts.event.papers if remote(paper)]
    for apart in (facts.other_papers, afar):
        for each in apart:
            yield from _paper(f"paper {each['id']} on no board", each, apart, facts)
    talks = [
        talk.get("paper") for session in facts.event.program for talk in session.get("talks", ())
    ]
    for paper in facts.event.papers:
        hangs = [
            p.session["id"] for p in facts.poster_sessions for _, own in p.papers if own is paper
        ]
        named = talks.count(paper["id"])
        spoken = sum(
            each.get("posters") in hangs
            and paper["id"] not in [talk.get("paper") for talk in each.get("talks", ())]
            for each in facts.event.program
            if each["kind"] == "spotlights" and spotlit(paper)
        )
        lists = len(hangs) or (0 if named and not remote(paper) else 1)
        times = lists + spoken + named
        yield Record(f"paper {paper['id']}", (paper["title"],), times=times, most=max(times, 1))


def _paper(
    about: str, paper: Row, listed: Sequence[Row], facts: Facts, label: str = ""
) -> Iterator[Record]:
    """Yield what a list of papers says of one of them."""
    texts = (label, paper["title"], *facts.heading(paper, listed), *names(facts.authors(paper)))
    texts += tuple(paper.get("awards", ()))
    beside = (label, paper["title"]) if label else None
    yield Record(about, texts, together=True, beside=beside)
    yield Record(about, tuple(facts.abstract(paper)))


def indexed(facts: Facts) -> Iterator[Indexed]:
    """Yield the entries of the index, which few people who wrote no papers don't have."""
    boards: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    for name, text in _mentioned(facts):
        beside.setdefault(name, []).append(text)
    several = len(facts.poster_sessions) > 1
    for posters in facts.poster_sessions:
        number = f"{posters.number}/" if several else ""
        for label, paper in posters.papers:
            for name in names(facts.authors(paper)) if label else ():
                boards.setdefault(name, []).append(f"{number}{label}")
    for name, texts in beside.items() if facts.event.papers or len(beside) > _FEW else ():
        yield Indexed(name, tuple(boards.get(name, ())), tuple(texts))


_FEW = 12  # names that are found without an index


def _mentioned(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield everybody whom the index names, each with a text beside which they stand."""
    for paper in facts.event.papers:
        for person in facts.authors(paper):
            yield person["name"], paper["title"]
    for session in facts.event.program:
        for person in facts.speakers(session):
            yield person["name"], session["title"]
        if "chair" in session:
            yield facts.somebody(session["chair"])["name"], session["title"]
        for talk in session.get("talks", ()):
            for person in facts.speakers(talk):
                yield person["name"], facts.talk_title(talk)
    for person in facts.having("organizer"):
        yield person["name"], facts.speech.word("organizers")


# What they share


def given(row: Row, *keys: str) -> tuple[str, ...]:
    """Return the texts that a row has of some keys."""
    return tuple(row[key] for key in keys if row.get(key))


def given_of(rows: list[Row], key: str) -> tuple[str, ...]:
    """Return the texts that rows have of one key."""
    return tuple(row[key] for row in rows if row.get(key))


def address(row: Row) -> tuple[str, ...]:
    """Return a row's address as it is written on paper."""
    return tuple(shown(url) for url in given(row, "url"))


def shown(url: str) -> str:
    """Return an address as it is written on paper."""
    return url.removeprefix("https://").removesuffix("/")
