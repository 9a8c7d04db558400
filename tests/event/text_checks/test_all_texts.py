"""Spoiled text is found in every file with the form that was meant; sound text is left alone."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mi_print.event.collation import initial
from mi_print.event.load import load
from mi_print.event.names.titles import without_titles
from mi_print.event.text_checks.all_texts import notes
from mi_print.event.text_checks.one_name import one_name
from mi_print.source.csv_cells import one_line
from tests.event.small import WORKSHOP, Files, Write, said_of

SPOILED: dict[str, tuple[str, str]] = {
    "O&#039;Connell": ("entity", "O'Connell"),
    "Texas A&amp;M": ("entity", "Texas A&M"),
    "Texas A&amp;amp;M": ("entity", "Texas A&M"),
    "Ren&eacute; &#xDC;ber": ("entity", "René Über"),
    "p &lt; 0.05": ("entity", "p < 0.05"),
    "https://example.org/?a=1&amp;b=2": ("entity", "https://example.org/?a=1&b=2"),
    r"Ren\u00e9 Sample": ("escape", "René Sample"),
    r"\ud83d\ude00 Samples": ("escape", "😀 Samples"),
    r"Jos\xe9": ("escape", "José"),
    r"Sean O\'Brien": ("escape", "Sean O'Brien"),
    r"l\'amour et qu\'elle": ("escape", "l'amour et qu'elle"),
    r"It\'s a \"good\" paper": ("escape", 'It\'s a "good" paper'),
    r"Dept of X\nUni A": ("escape", "Dept of X Uni A"),
    r"A\/B": ("escape", "A/B"),
    "Ida\u200bSample": ("invisible", "IdaSample"),
    "\ufeffIda Sample": ("invisible", "Ida Sample"),
    "Ida\u2060 Sample\u200e": ("invisible", "Ida Sample"),
    "Auf\u200cLage": ("invisible", "AufLage"),
    "Ida\ufe0f Sample": ("invisible", "Ida Sample"),
    "Ida  Sample": ("spaces", "Ida Sample"),
    "JosÃ©": ("mojibake", "José"),
}

SOUND: Sequence[str] = (
    *("A 50% faster method", "Pay $5 or $6", "US$5, A$6", "Ke$ha and A$AP", "from $5 to $x"),
    *("R&D", "AT&T; we", "Q&A", "Kiesel & Söhne", "a&b;c", "&", "?a=1&b=2"),
    *(r"C:\new", r"see C:\table\users", r"\\server\share", r"DOMAIN\user", "a\\b"),
    *("{0, 1}-matrices", "{a | b}", "x^2 and a_b", "C# and F#", "#1 of ~10", "‘quoted’", "a -- b"),
    *("One.  Two", "What?  This", "80\u00a0%", "z.\u202fB.", "山田\u3000太郎"),
    *("می‌خواهم", "क्‍ष", "👩‍💻", "❤️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "שלום\u200f!", "葛󠄀", "Donau\u00addampfschiff"),
    *("```python\nx > 0\n```", "| A | B |\n|---|---|\n| 1 | 2 |"),
    *("SÃO PAULO", "É\xa0a", "naïve", "ÜBER – Ü"),
)


@pytest.mark.parametrize("text", SPOILED)
def test_spoiled_text_is_found_with_what_was_meant(text: str) -> None:
    rule, meant = SPOILED[text]
    (note,) = notes(text)
    assert (note.rule, note.hint) == (rule, f'write "{meant}"')


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    assert list(notes(text)) == []


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        (r"{BERT} at $\mathcal{O}(n^2)$", r"{BERT}, $\mathcal{O}(n^2)$"),
        (r"50\% less \emph{memory}", r"\%, \emph{memory}"),
        (r"Ren{\'e} \& Andr\'e", r"{\'e}, \&, \'e"),
        (r"Schr\"oder and Erd{\H o}s", r"\"o, {\H o}"),
        (r"\c{C}elik", r"\c{C}"),
        (r"$n$, $k$ and $5", "$n$, $k$"),
        ("``Quoted'' --- twice", "``, ---"),
        (r"A title:\\ the rest", r"\\"),
        (r"\alpha, \beta, \gamma, \delta, \pi", r"\alpha, \beta, \gamma, \delta, …"),
        ("${\\ell}_1$", "${\\ell}_1$"),
    ],
)
def test_latex_is_said_as_it_prints(text: str, prints: str) -> None:
    (note,) = notes(text)
    assert note.said == (
        "latex",
        f'"{text}" has LaTeX in it, which prints so: {prints}',
        "write the characters themselves: LaTeX is not set here",
    )


def test_a_soft_hyphen_serves_in_a_text_and_not_in_a_name() -> None:
    (note,) = notes("Sam\u00adple", name=True)
    assert note.said == (
        "invisible",
        '"Sam[U+00AD]ple" has an invisible character: SOFT HYPHEN',
        'write "Sample"',
    )


def test_what_can_t_be_shown_is_not_proposed() -> None:
    (note,) = notes(r"a \x1b b")
    assert note.hint == "write the characters themselves"


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("\\\\&;{}$'\",#xu0ae \u200d\ufe0fÃ©"), st.characters())
    )
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_is_answered(text: str) -> None:
    said = [*notes(text, name=True), one_name(text, in_list=True)]
    assert all(each is None or each.message for each in said)
    assert without_titles(text) in text
    assert initial(text, "ja") is not None


@pytest.mark.parametrize("unit", ["{a ", "$a ", "\\a", "a ,", "  ", " and ", "&a", "A\\", "Dr. "])
def test_hostile_text_takes_no_time(unit: str) -> None:
    text = unit * 2500
    begun = time.process_time()
    list(notes(text[:5000]))
    one_name(text[:500])
    one_line(f"a{unit * 50_000}\x07\n")
    assert time.process_time() - begun < 1


def test_every_file_is_looked_at(write: Write) -> None:
    files: Files = {
        "workshop.yaml": WORKSHOP.replace("name: Ada,", "name: Ada, bio: A &amp; B,"),
        "program.yaml": (
            "sessions:\n"
            '- {id: key, start: "09:00", end: "10:00", kind: keynote, title: On  X, speakers: '
            "[ada]}\n"
        ),
        "papers.csv": "id,title,authors,session\na,A --- C,Jos\\u00e9,remote\n",
        "signs.yaml": (
            'notices:\n- {id: a, title: "A\u200b B", wifi: {network: N, password: "a&amp;  $x$"}}\n'
        ),
        "attendees.csv": "id,name,affiliation,note\n1,Ann,A&amp;M,&amp;\n",
    }
    said = [line for line in said_of(load(write(files))) if not line.startswith(" ")]
    assert said == [
        (
            "data/attendees.csv:1:21: warning unknown-column: columns not read, and so never "
            "printed: "
            "note"
        ),
        (
            'data/attendees.csv:2:7: warning entity: "A&amp;M" has HTML in it, which prints as it '
            "stands"
        ),
        'data/papers.csv:2:3: warning latex: "A --- C" has LaTeX in it, which prints so: ---',
        (
            'data/papers.csv:2:11: warning escape: "Jos\\u00e9" has a backslash of a program in '
            "it, "
            "which prints as it stands"
        ),
        'data/program.yaml:2:65: warning spaces: "On  X" has several spaces in a row: one prints',
        (
            'data/signs.yaml:2:18: warning invisible: "A[U+200B] B" has an invisible character: '
            "ZERO WIDTH SPACE"
        ),
        (
            'data/workshop.yaml:9:31: warning entity: "A &amp; B" has HTML in it, which prints '
            "as it "
            "stands"
        ),
    ]
