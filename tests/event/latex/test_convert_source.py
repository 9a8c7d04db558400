"""Titles and names are read as LaTeX, other texts are not, and problems name the data's place."""

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Write, said_of

PAPERS = r"""
papers:
  - {id: a, title: '{BERT} on $\ell_1$', authors: ['Jos{\''e} $n$'], session: post, board: 1}
  - {id: b, title: 'With \foo{x}', authors: [Bo], session: post, board: 2, category: 'A\&B'}
"""


def test_titles_and_names_are_converted(write: Write) -> None:
    workshop = f"{WORKSHOP}attendance: '{{BERT}}'\n"
    loaded = load(write({"papers.yaml": PAPERS, "workshop.yaml": workshop}))
    said = [each.partition(" has LaTeX")[0] for each in said_of(loaded) if "latex" in each]
    assert said == [
        'data/papers.yaml:3:52: warning latex: "José $n$"',
        'data/papers.yaml:4:20: warning latex: "With \\foo{x}"',
        'data/workshop.yaml:11:13: warning latex: "{BERT}"',
    ]
    assert loaded.event
    first, second = loaded.event.papers
    assert (first.title, [*map(str, first.authors)]) == ("BERT on ℓ₁", ["José $n$"])
    assert (second.title, second.category) == (r"With \foo{x}", "A&B")
    values = {each.field: each.value for each in loaded.texts}
    assert values["papers[0].title"] == "BERT on ℓ₁"
