"""What a list says of a paper, line by line."""

from typing import Any

from mi_print.event.model import Paper
from mi_print.layout.text.pango import measure
from mi_print.products.signage.poster_entry import (
    EntryFaces,
    PosterEntry,
    paper_notes,
    poster_entry,
)
from tests.products import made_up
from tests.products.made_up import paper

CONTEXT = made_up.context("24x36in", "poster-lists")
TITLE, AUTHORS = CONTEXT.face("list-title"), CONTEXT.face("list-authors")


def entry(scale: float = 1.0, width: float = 430, **more: object) -> PosterEntry:
    given = Paper.model_validate(paper("a", 1, **more))
    return poster_entry(given, [], CONTEXT, EntryFaces(TITLE, AUTHORS, AUTHORS, scale), width)


def test_a_paper_without_authors_takes_the_lines_of_its_title() -> None:
    assert entry(authors=[]).height == TITLE.leading
    assert entry().height == TITLE.leading + AUTHORS.leading


def test_lines_are_the_same_at_every_scale() -> None:
    words: dict[str, Any] = {
        "title": "Sparse Features of a Rather Long Title " * 3,
        "authors": ["Ada B. Sample"] * 9,
    }
    plain, large = entry(**words), entry(2.5, 2.5 * 430, **words)
    assert [part.lines for part in large.parts] == [part.lines for part in plain.parts]
    assert large.height == 2.5 * plain.height


def test_no_line_of_a_tall_script_reaches_into_the_next() -> None:
    arabic = (
        "نحو تفسير آلي للتعلم ضمن السياق عبر البنى والمقاييس وأنظمة التدريب المختلفة في النماذج"
    )
    found = entry(title=arabic)
    title, authors, _ = found.parts
    assert len(title.lines) > 1
    assert title.face.leading > TITLE.leading
    ink = measure(title.lines[-1], title.face).ink_bottom + measure("Ada", authors.face).ink_top
    foot = found.tops[1] - title.face.leading / 2 + 0.3638 * title.face.size
    assert found.tops[1] + authors.face.leading / 2 + 0.3638 * authors.face.size >= foot + ink


def test_what_is_noted_of_a_paper() -> None:
    def notes(**more: object) -> list[str]:
        return paper_notes(Paper.model_validate(paper("a", 1, **more)))

    assert notes() == notes(type="poster") == notes(type="Spotlight") == []
    assert notes(type="oral", awards=["Best paper", "Runner-up"]) == [
        *("Oral", "Best paper", "Runner-up")
    ]
