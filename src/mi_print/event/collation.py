"""The order of names in the workshop's language.

Letters count without their marks, except those that are letters of their own
in the language: ä follows z in Swedish and stands with a in German.  The table
follows the tailorings of CLDR for single letters; digraphs (Czech ch) sort by
their first letter.  https://cldr.unicode.org/index/cldr-spec/collation-guidelines
"""

import functools
import unicodedata

_STROKED = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)

_NORDIC, _BALKAN, _TURKIC = (
    ("zæøå",),
    ("cčć", "dđ", "sš", "zž"),
    ("cç", "gğ", "hı", "oö", "sş", "uü"),
)

_OWN: dict[str, tuple[str, ...]] = {
    "az": ("cç", "eə", "gğ", "hı", "oö", "sş", "uü"),
    "bs": _BALKAN,
    "cs": ("cč", "rř", "sš", "zž"),
    "da": _NORDIC,
    "es": ("nñ",),
    "et": ("sšzž", "wõäöü"),
    "fi": ("zåäö",),
    "hr": _BALKAN,
    "hu": ("oö", "uü"),
    "is": ("aá", "dð", "eé", "ií", "oó", "uú", "yý", "zþæö"),
    "lt": ("cč", "sš", "zž"),
    "lv": ("cč", "gģ", "kķ", "lļ", "nņ", "sš", "zž"),
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zźż"),
    "ro": ("aăâ", "iî", "sș", "tț"),
    "sk": ("aä", "cč", "oô", "sš", "zž"),
    "sl": _BALKAN,
    "sv": ("zåäö",),
    "tr": _TURKIC,
}
"""By language: letters of their own, each group after its first letter, in this order."""

_CONSONANTS = {
    chr(0x1100 + place): letter
    for place, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
}
"""The initials of Hangul's syllables as they stand alone; fonts have no others."""

_LAST = 0xE000  # private use: behind every letter that a name has


def sort_key(name: str, lang: str = "en") -> str:
    """Return what a name is sorted by in a language: its letters, then the name itself."""
    return f"{letters(name, lang)}\0{name}"


def letters(name: str, lang: str = "en") -> str:
    """Return a name's letters in lower case and without the marks that don't count."""
    folded = unicodedata.normalize("NFC", name.casefold())
    own = folded.translate(_tailored(lang)).translate(_STROKED)
    plain = unicodedata.normalize("NFKD", own)
    return "".join(c for c in plain if not unicodedata.combining(c))


def initial(name: str) -> str:
    """Return the letter under which a name stands in an index; Hangul's is a consonant."""
    first = letters(name)[:1].upper()
    return _CONSONANTS.get(first, first)


@functools.cache
def _tailored(lang: str) -> dict[int, str]:
    groups = _OWN.get(lang.partition("-")[0].lower(), ())
    return {
        ord(letter): group[0] + chr(_LAST + place)
        for group in groups
        for place, letter in enumerate(group[1:])
    }
