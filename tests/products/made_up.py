"""Made-up events, for tests that need no file."""

from collections.abc import Iterable, Mapping

from mi_print.event.model import Event
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.package import find
from mi_print.layout.template_api.context import LayoutContext
from mi_print.resources import BUNDLED
from mi_print.trade.sizes import sizes
from tests.small_workshop import WORKSHOP

Row = Mapping[str, object]


def event(
    sessions: Iterable[Row] = (),
    papers: Iterable[Row] = (),
    people: Iterable[Row] = (),
    **workshop: object,
) -> Event:
    """Return an event; a session's kind and a person's role may be left out."""
    return Event.model_validate(
        {
            "workshop": WORKSHOP
            | {"people": [{"roles": ["speaker"]} | dict(each) for each in people]}
            | workshop,
            "program": {"sessions": [{"kind": "talk"} | dict(each) for each in sessions]},
            "papers": list(papers),
        }
    )


def session(identifier: str, start: str, end: str, kind: str = "talk", **more: object) -> Row:
    """Return a session that is called like its id, with a capital."""
    title = identifier.capitalize()
    return {
        "id": identifier,
        "start": start,
        "end": end,
        "kind": kind,
        "title": title,
    } | more


def paper(identifier: str, board: int | str | None = None, **more: object) -> Row:
    """Return a paper of Ada's, on a board of the session `posters` if it has one."""
    place: dict[str, object] = {"session": "remote"}
    if board is not None:
        place = {"session": "posters", "board": board}
    return {"id": identifier, "title": f"Paper {identifier}", "authors": ["Ada"]} | place | more


def context(size: str = "half-letter", layout: str = "program") -> LayoutContext:
    """Return what the templates of one of our layouts measure with."""
    spec = find.layout(layout, BUNDLED).manifest.sizes[size]
    trim = sizes()[size]
    return LayoutContext(
        find.theme(BUNDLED), spec, spec.grid(trim.width, trim.height), PrintLocale()
    )


PEOPLE_OF_THE_WORLD = {
    "Latin": "Wilhelmina Åkesson-Østergård",
    "Vietnamese": "Nguyễn Thị Bích Ngọc",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Олена Шевченко",
    "Arabic": "سلمى الحداد",
    "Hebrew": "נועה לוי",
    "Devanagari": "प्रिया शर्मा",
    "Bengali": "অনন্যা চৌধুরী",
    "Tamil": "கவிதா முருகன்",
    "Telugu": "లక్ష్మి రెడ్డి",
    "Kannada": "ಸುಮಾ ಹೆಗಡೆ",
    "Malayalam": "ലക്ഷ്മി നായർ",
    "Gujarati": "દિવ્યા પટેલ",
    "Gurmukhi": "ਹਰਪ੍ਰੀਤ ਕੌਰ",
    "Sinhala": "නිමල් පෙරේරා",
    "Thai": "สมชาย ใจดี",
    "Lao": "ສົມສັກ ວົງສາ",
    "Khmer": "សុខា ចាន់",
    "Myanmar": "အောင်ဆန်း",
    "Georgian": "ნინო ბერიძე",
    "Armenian": "Անահիտ Սարգսյան",
    "Ethiopic": "ሰላም ተስፋዬ",
    "Chinese": "李明",
    "Japanese": "山田 花子",
    "Korean": "김민준",
}
"""A made-up name in each script that the bundled fonts are there for."""

EVERYBODY = list(PEOPLE_OF_THE_WORLD.values())
POSTERS = session("posters", "11:00", "12:00", "posters")
LONG = "Towards a Mechanistic Account of In-Context Learning Across Architectures, Scales,"
TITLE = f"{LONG} and Training Regimes: Evidence from Attention Heads and MLPs"
TOPIC = "Mechanistic Interpretability of Very Large Language Models and Other Generative Systems"
"""A session, and a title and a topic as long as they get."""
