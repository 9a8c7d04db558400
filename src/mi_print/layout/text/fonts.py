"""Which fonts a text is set in: those of `assets/fonts/`, and never another.

Pango asks fontconfig for every font, and fontconfig reads what is installed.
A font that leaks in from the machine changes line breaks and may not be
licensed for print, so fontconfig gets a configuration of our own that knows
one folder.  It also orders the fallbacks: Inter first, then the families of
`STACK`, the Han family by the text's language.  Layouts name `Inter` or
`Inter Display` and nothing else; docs/fonts.md says why that is enough.

https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
"""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

SCRIPTS: dict[str, str] = {
    "Inter": "Latin, Greek, Cyrillic",
    "Noto Sans": "Latin, Greek, Cyrillic, Devanagari",
    "Noto Sans SC": "Han, as in China, with kana and bopomofo",
    "Noto Sans TC": "Han, as in Taiwan and Hong Kong",
    "Noto Sans JP": "Han, as in Japan, with kana",
    "Noto Sans KR": "Hangul, and Han as in Korea",
    "Noto Sans Arabic": "Arabic",
    "Noto Sans Hebrew": "Hebrew",
    "Noto Sans Bengali": "Bengali",
    "Noto Sans Gurmukhi": "Gurmukhi",
    "Noto Sans Gujarati": "Gujarati",
    "Noto Sans Oriya": "Odia",
    "Noto Sans Tamil": "Tamil",
    "Noto Sans Telugu": "Telugu",
    "Noto Sans Kannada": "Kannada",
    "Noto Sans Malayalam": "Malayalam",
    "Noto Sans Sinhala": "Sinhala",
    "Noto Sans Thai": "Thai",
    "Noto Sans Lao": "Lao",
    "Noto Sans Khmer": "Khmer",
    "Noto Sans Myanmar": "Burmese",
    "Noto Sans Georgian": "Georgian",
    "Noto Sans Armenian": "Armenian",
    "Noto Sans Ethiopic": "Ethiopic",
    "Noto Sans Thaana": "Thaana",
    "Noto Sans Math": "mathematical signs and alphabets",
    "Noto Sans Symbols": "arrows, signs, symbols",
    "Noto Sans Symbols 2": "more symbols",
}
"""The families and what each is there for, in the order of `STACK`."""

STACK: tuple[str, ...] = tuple(SCRIPTS)
"""The families in the order in which a character looks for one that has it."""

HAN: dict[str, tuple[str, ...]] = {
    "Noto Sans TC": ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue"),
    "Noto Sans JP": ("ja",),
    "Noto Sans KR": ("ko", "zh-kr"),
}
"""Languages (BCP 47, lower case) whose Han forms are not those of `Noto Sans SC`."""

KOREAN_CSS = '[lang|="ko"] { font-language-override: "zh-KR" }'
"""Gives Hanja its Korean forms; every layout's style sheet starts with it.

Pango believes that Korean is written in Hangul alone and drops the language
from a Han character of a Korean text.  Of `zh-KR` it believes it, and HAN
knows what is meant.  The text stays Korean in the file.
"""


def configuration(fonts: Path, cache: Path) -> str:
    """Return the text of a fonts.conf that names one folder.

    Families are appended with a strong binding, since with a weak one
    fontconfig sorts by language coverage before it sorts by family.
    """
    first = [
        _rule((*STACK[:2], family), language)
        for family, languages in HAN.items()
        for language in languages
    ]
    return "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            f"<dir>{escape(str(fonts), quote=False)}</dir>",
            f"<cachedir>{escape(str(cache), quote=False)}</cachedir>",
            *first,
            _rule(STACK),
            '<match target="pattern"><edit name="hinting"><bool>false</bool></edit></match>',
            "</fontconfig>\n",
        )
    )


def _rule(families: Sequence[str], language: str | None = None) -> str:
    """Return the rule that appends families to what is asked for, for one language or all."""
    test = f"<test {_CONTAINS}>{_strings([language])}</test>" if language else ""
    edit = f'<edit name="family" mode="append_last" binding="strong">{_strings(families)}</edit>'
    return f'<match target="pattern">{test}{edit}</match>'


_CONTAINS = 'name="lang" compare="contains"'


def _strings(values: Iterable[str]) -> str:
    return "".join(f"<string>{escape(value, quote=False)}</string>" for value in values)
