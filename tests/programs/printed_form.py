"""A program as it prints: without what is empty, and without LaTeX."""

CONVERTED = {
    r"$\mathcal{D}^2$": "𝒟²",
    r"$\mathcal{D}$": "𝒟",
    r"$\ell_1$": "ℓ₁",
    r"$\ell_0$": "ℓ₀",
    r"\textit{Effective Theory}": "Effective Theory",
    r"clay:\\ A": "clay: A",
    r"$O(\log n)$": "O(log n)",
    "$k$": "k",
    "$R^2$": "R²",
    r"\emph{Good}": "Good",
    r"$\beta$": "β",
    r"$\alpha/\gamma$": "α/γ",
    r"\texttt{sluice-bench}": "sluice-bench",
    "1{,}024": "1,024",
    r"95\%? ---": "95%? —",
    "$1$": "1",
    r"$W \leftarrow W + uv^{\top}$": "W ← W + uvᵀ",
    r"\%": "%",
    r"Na\"ive": "Naïve",
    r"Schr\"oder": "Schröder",
    r"$\mathbb{R}^{3}$": "ℝ³",
}
"""The LaTeX of the programs, and what of it prints."""


def as_printed(said: object) -> object:
    """Return a part of a program as it prints."""
    if isinstance(said, str):
        for latex, text in CONVERTED.items():
            said = said.replace(latex, text)
        return said.strip()
    if isinstance(said, list):
        return [as_printed(each) for each in said]
    if isinstance(said, dict):
        kept = {key: as_printed(value) for key, value in said.items()}
        return {key: value for key, value in kept.items() if value not in (None, "", [], {})}
    return said
