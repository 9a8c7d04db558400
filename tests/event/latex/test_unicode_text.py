"""LaTeX becomes text where Unicode can say it, and nothing is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mi_print.event.latex.unicode_text import plain

SAID = {
    r"{BERT} at 50%": "BERT at 50%",
    r"\emph{Very \textbf{deep}} {\em nets}": "Very deep nets",
    r"R\&D for \$5 and 5\% of \#1": "R&D for $5 and 5% of #1",
    r"{\'e}t\'e": "été",
    r"Andr\'e Erd\H{o}s, Mart\'{\i}nez, S{\o}ren, \r{A}sa": "André Erdős, Martínez, Søren, Åsa",
    r"\L ukasz and \LaTeX is": "Łukasz and LaTeX is",
    r"{{nested {BERT}}}": "nested BERT",
    r"GAN\textsuperscript{2}, H\textsubscript{2}O": "GAN², H₂O",
    r"One \\ two": "One two",
    r"10\,000": "10\u202f000",
    r"{0, 1} and {BERT}": "{0, 1} and BERT",
    r"1{,}024 GPUs, {0, 1}, {,}": "1,024 GPUs, {0, 1}, {,}",
    r"a # b ~ c --- {BERT}": "a # b ~ c — BERT",
    r"``Don't'' ask---{BERT} 1--5 ones, A--B, c -- d": "“Don't” ask—BERT 1–5 ones, A–B, c – d",
    r"``$k$-means'' of Section~2 and {\'E}~X": "“k-means” of Section\u00a02 and É\u00a0X",
    r"{BERT} --fast --x=y, 10~20, ~5 times, a---- b": "BERT --fast --x=y, 10~20, ~5 times, a---- b",
    r"Nets{---}{``}deep{''} ones{--}A{'}s": "Nets—“deep” ones–A’s",
    r"$\frac{a---b~c}{d}$---{BERT}": r"$\frac{a---b~c}{d}$—BERT",
    r"``open {BERT} and '' spaced ``": "``open BERT and '' spaced ``",
    r"$x^{n+1}$": "xⁿ⁺¹",
    r"$\ell_1$, $\mathcal{D}$, $\mathbb{R}^n$": "ℓ₁, 𝒟, ℝⁿ",
    r"\(x_i^2\)": "xᵢ²",
    r"$\alpha \to \beta$, $a-b$, $f'$": "α → β, a−b, f′",
    r"O(n \log n) is $O(n\log n)$": "O(n log n) is O(nlog n)",
    r"$k$-means, top-$k$, $n$th, 2$\times$, CO$_2$, $^{13}$C": "k-means, top-k, nth, 2×, CO₂, ¹³C",
    r"$x$ costs $5": "x costs $5",
    r"$\sqrt{n}$ and $A^\top$": "√n and Aᵀ",
    r"$\frac{a}{b}$ and {BERT}": r"$\frac{a}{b}$ and BERT",
    r"$x^{q}$ and $x_{b}$": r"$x^{q}$ and $x_{b}$",
}

AS_WRITTEN = (
    "A 50% faster method",
    "Pay $5 or $6",
    "from $5 to 10$ each",
    "US$5 and US$6",
    r"C:\new and {BERT}",
    r"\\server\alpha {BERT}",
    r"CORP\alpha",
    "``quotes'' --- and -- #1 ~ all",
    r"\unknown{x} {BERT}",
    r"\begin{x}{BERT}\end{x}",
    "{BERT",
    "BERT}",
    r"\emph",
    r"\emph{",
    "{}",
    "{0, 1}",
    "a $ b",
    "$$",
    r"O\'Connor",
    r"caf\u00e9 {BERT}",
    r"\frac{a}{b}",
    r"\hat{x}",
    "{" * 3000,
    "{}" * 2400,
)


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_what_unicode_can_say_is_said(written: str, said: str) -> None:
    assert plain(written) == said


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_all_else_stays_as_it_is_written(written: str) -> None:
    assert plain(written) == written


def test_a_name_has_no_formulas() -> None:
    assert plain(r"A$AP{\'e}$", formulas=False) == "A$APé$"


@given(st.text(st.characters(exclude_characters="\\${}")))
def test_a_text_without_latex_stays(text: str) -> None:
    assert plain(text) == text


def kept(text: str) -> str:
    """Return the letters and digits of a text, without marks, raised and lowered as plain ones."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii() and c.isalnum())


WORD = st.text("ab1ABz", min_size=1, max_size=3).filter(lambda word: word.lower() != "aa")
"""Not "AA": behind a backslash that is Å."""
PIECE = st.one_of(
    WORD.map(lambda word: (word, word)),
    st.sampled_from([" ", "$", "{", "}", "%", "&", "#", "_", "^", "~", ","]).map(lambda s: (s, "")),
    *(
        WORD.map(lambda word, form=form: (form.replace("@", word), word))  # type: ignore[misc]
        for form in (
            *(r"\emph{@}", "{@}", r"\@", r"\foo{@}", "$@$", "$x^{@}$", "$x_@$", r"\mathbb{@}"),
            *(r"{\em @}", r"\'{@}", r"\&@", r"\textsuperscript{@}", r"$\mathcal{@}_1$"),
        )
    ),
)


@given(st.lists(PIECE, max_size=8))
def test_no_letter_and_no_digit_is_lost(pieces: list[tuple[str, str]]) -> None:
    said = kept(plain("".join(written for written, _ in pieces)))
    for _, word in pieces:
        place = said.find(word)
        assert place >= 0
        said = said[place + len(word) :]
