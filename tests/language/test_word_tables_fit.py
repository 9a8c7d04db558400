"""The words of each language have room in the bundled layouts, beside ordinary data."""

from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.language.word_tables import FALLBACK, languages
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import Edition, Request
from mi_print.products.run import run

OTHERS = sorted(set(languages().values()) - {FALLBACK})
ROLES = (
    *("keynote", "panelist", "organizer", "speaker", "lightning", "volunteer"),
    *("sponsor", "press", "student", "other", "attendee"),
)


def made(project: Path, lang: str, *asked: tuple[str, str, str]) -> int:
    """Return how many files come out of the full starter, with somebody in each role.

    Args:
        project: a folder.
        lang: the language of the workshop.
        asked: products, sizes, and kinds of sign.
    """
    assert main(["init", "--full", "--lang", lang, str(project)]) == 0
    rows = "".join(f"R-{at},Ida Sample {at},{role}\n" for at, role in enumerate(ROLES))
    (project / "data" / "attendees.csv").write_text(f"id,name,role\n{rows}", "utf-8")
    loaded = load_checked(project)
    assert loaded.event
    results = []
    for product, size, kind in asked:
        request = Request(
            project / "out", (Edition.SCREEN,), size=size, kinds=(kind,) if kind else ()
        )
        results.append(
            run(product, project, loaded, loaded.event, request, copyfit_page=lambda _: "")
        )
    return sum(len(result.artifacts) for result in results)


@pytest.mark.parametrize("lang", OTHERS)
def test_a_language_has_room_on_badges_and_cards(tmp_path: Path, lang: str) -> None:
    cards = (
        ("signage", "a4-landscape", "time-cards"),
        ("signage", "a5-landscape", "reserved-seats"),
    )
    assert made(tmp_path, lang, ("badges", "4x3in", ""), *cards) == 3


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["de", "it", "nl", "zh", "ko"])
def test_a_language_has_room_in_whole_products(tmp_path: Path, lang: str) -> None:
    asked = (("cfp", "a4", ""), ("program", "a5", ""), ("badges", "a6", ""))
    assert made(tmp_path, lang, *asked) == 3
