"""What Unicode can say of LaTeX: commands, accents, and the letters and signs of formulas.

Every character here is in the bundled fonts; a test holds that.
"""

import functools
import unicodedata

UNWRAPPED = frozenset(
    {
        *("emph", "text", "textit", "textbf", "textsc", "textsl", "texttt", "textrm", "textsf"),
        *("textup", "textmd", "textnormal", "mbox", "hbox", "underline", "uline"),
        *("mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathnormal", "operatorname"),
        *("boldsymbol", "bm", "ensuremath"),
    }
)
"""Commands that change the look of their argument, which stays."""

SWITCHES = frozenset(
    {
        *("em", "it", "bf", "sc", "sl", "tt", "rm", "sf", "itshape", "bfseries", "scshape"),
        *("slshape", "ttfamily", "rmfamily", "sffamily", "upshape", "mdseries", "normalfont"),
        *("displaystyle", "textstyle", "relax", "protect", "left", "right", "big", "Big"),
        *("/", "-", "!", "limits", "nolimits"),
    }
)
"""Commands that change the look of what follows, or where a line may break."""

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "hat": "\u0302",
    "tilde": "\u0303",
    "bar": "\u0304",
    "breve": "\u0306",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
}
"""Commands that put a mark on a letter; with the letter it must be one character."""

_GREEK = (
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"),
    *("lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi"),
    *("chi", "psi", "omega"),
)

SYMBOLS = {
    **{
        name: unicodedata.lookup(f"GREEK SMALL LETTER {name.replace('lambda', 'lamda')}")
        for name in _GREEK
    },
    **{
        name.capitalize(): unicodedata.lookup(
            f"GREEK CAPITAL LETTER {name.replace('lambda', 'lamda')}"
        )
        for name in _GREEK
    },
    "varepsilon": "ε",
    "epsilon": "ϵ",
    "vartheta": "ϑ",
    "varphi": "φ",
    "phi": "ϕ",
    "varrho": "ϱ",
    "varsigma": "ς",
    "varpi": "ϖ",
    "ell": "ℓ",
    "hbar": "ℏ",
    "Re": "ℜ",
    "Im": "ℑ",
    "aleph": "ℵ",
    "wp": "℘",
    "imath": "ı",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "emptyset": "∅",
    "varnothing": "∅",
    "forall": "∀",
    "exists": "∃",
    "neg": "¬",
    "lnot": "¬",
    "top": "⊤",
    "bot": "⊥",
    "prime": "′",
    "times": "×",
    "cdot": "·",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "ast": "∗",
    "star": "⋆",
    "circ": "∘",
    "bullet": "•",
    "oplus": "⊕",
    "otimes": "⊗",
    "odot": "⊙",
    "ominus": "⊖",
    "wedge": "∧",
    "land": "∧",
    "vee": "∨",
    "lor": "∨",
    "cap": "∩",
    "cup": "∪",
    "setminus": "∖",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "angle": "∠",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "ne": "≠",
    "ll": "≪",
    "gg": "≫",
    "approx": "≈",
    "sim": "∼",
    "simeq": "≃",
    "cong": "≅",
    "equiv": "≡",
    "propto": "∝",
    "in": "∈",
    "notin": "∉",
    "ni": "∋",
    "subset": "⊂",
    "subseteq": "⊆",
    "supset": "⊃",
    "supseteq": "⊇",
    "parallel": "∥",
    "perp": "⊥",
    "mid": "∣",
    "models": "⊨",
    "vdash": "⊢",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "gets": "←",
    "leftrightarrow": "↔",
    "Rightarrow": "⇒",
    "Leftarrow": "⇐",
    "Leftrightarrow": "⇔",
    "iff": "⇔",
    "implies": "⇒",
    "mapsto": "↦",
    "uparrow": "↑",
    "downarrow": "↓",
    "longrightarrow": "⟶",
    "langle": "⟨",
    "rangle": "⟩",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉",
    "lvert": "|",
    "rvert": "|",
    "vert": "|",
    "Vert": "‖",
    "lVert": "‖",
    "rVert": "‖",
    "|": "‖",
    "ldots": "…",
    "dots": "…",
    "cdots": "⋯",
    "textellipsis": "…",
    "colon": ":",
    "degree": "°",
    "textdegree": "°",
    "textmu": "µ",
    "checkmark": "✓",
    "dagger": "†",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
    **{sign: sign for sign in ("&", "%", "$", "#", "_", "{", "}")},
    " ": " ",
    "\\": " ",
    "newline": " ",
    "quad": " ",
    "qquad": " ",
    "space": " ",
    ",": "\u202f",
    "thinspace": "\u202f",
    ":": "\u202f",
    ";": "\u202f",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textregistered": "®",
    "texttrademark": "™",
    "copyright": "©",
    "textcopyright": "©",
    "S": "§",
    "P": "¶",
    "pounds": "£",
    "euro": "€",
    "texteuro": "€",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    **{
        name: name
        for name in (
            *("log", "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min", "sup", "inf"),
            *("lim", "arg", "det", "dim", "ker", "deg", "gcd", "Pr"),
        )
    },
}
"""Commands without an argument, by what they say."""

GROUPS = {"{---}": "—", "{--}": "–", "{``}": "“", "{''}": "”", "{`}": "‘", "{'}": "’", "{-}": "-"}
"""Signs that BibTeX has in braces."""

ALPHABETS = {
    "mathcal": ("SCRIPT", "SCRIPT"),
    "mathscr": ("SCRIPT", "SCRIPT"),
    "mathbb": ("DOUBLE-STRUCK", "DOUBLE-STRUCK"),
    "mathfrak": ("FRAKTUR", "BLACK-LETTER"),
}
"""Commands for letters of another alphabet: its name in Unicode, and that of its older letters."""

SUPERSCRIPTS = dict(
    zip(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
        strict=True,
    ),
) | {"⊤": "ᵀ", "′": "′", "∘": "°", "∗": "*", "*": "*", "†": "†"}
"""What can stand raised."""

SUBSCRIPTS = dict(
    zip(
        "0123456789+−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
"""What can stand lowered."""

SCRIPTS = {"^": SUPERSCRIPTS, "_": SUBSCRIPTS}


@functools.cache
def alphabet(command: str) -> dict[str, str]:
    """Return the letters of another alphabet by plain ones; none if the command has none."""
    if command not in ALPHABETS:
        return {}
    letters = {}
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x30, 0x3A)):
        plain = unicodedata.name(chr(code)).removeprefix("LATIN ").replace("LETTER ", "")
        for name in (
            f"MATHEMATICAL {ALPHABETS[command][0]} {plain}",
            f"{ALPHABETS[command][1]} {plain}",
        ):
            try:
                letters[chr(code)] = unicodedata.lookup(name)
                break
            except KeyError:
                continue
    return letters


def accented(letter: str, accent: str) -> str | None:
    """Return a letter with the mark of an accent, if that is one character."""
    plain = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    found = unicodedata.normalize("NFC", plain + ACCENTS[accent])
    return found if len(plain) == len(found) == 1 else None
