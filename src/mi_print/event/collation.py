"""The order of names in the workshop's language, and the letters of an index.

Letters count without their marks, except those that are letters of their own
in the language: ä follows z in Swedish and stands with a in German.  Titles
before a name don't count.  Han characters are ordered as the character set of
the language has them: by Pinyin (GB 2312, its first level), by strokes (Big5),
by reading (JIS X 0208, level 1).  The table follows the tailorings of CLDR.
https://cldr.unicode.org/index/cldr-spec/collation-guidelines

Neither Babel nor the standard library sorts by language, pyuca has no tailorings, and
PyICU needs a library of the system's; what differs between languages is this table.
"""

import bisect
import functools
import unicodedata

from mi_print.event.names.titles import without_generation, without_titles

_PLAIN = str.maketrans(
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
        "’": "'",
        "ʼ": "'",
        "‐": "-",
        "‑": "-",
    }
)

_NORDIC, _BALKAN, _TURKIC = (
    "z æ=ä ø=ö=ő å=aa, y=ü",
    "c č ć, d dž đ, l lj, n nj, s š, z ž",
    "c ç, g ğ, h ı, o ö, s ş, u ü",
)

_OWN: dict[str, str] = {
    "az": "c ç, e ə, g ğ, h x ı, k q, o ö, s ş, u ü",
    "be": "е ё, и й, у ў",
    "bg": "и й",
    "bs": _BALKAN,
    "cs": "c č, h ch, r ř, s š, z ž",
    "da": _NORDIC,
    "es": "n ñ",
    "et": "s š z ž, w õ ä ö ü",
    "fi": "z å ä=æ ö=ø, y=ü",
    "hr": _BALKAN,
    "hu": "c cs, d dz dzs, g gy, l ly, n ny, o ö=ő, s sz, t ty, u ü=ű, z zs",
    "is": "a á, d ð, e é, i í, o ó, u ú, y ý, z þ æ=ä ö=ø å",
    "lt": "c č, i=y, s š, z ž",
    "lv": "c č, g ģ, i=y, k ķ, l ļ, n ņ, s š, z ž",
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "pl": "a ą, c ć, e ę, l ł, n ń, o ó, s ś, z ź ż",
    "ro": "a ă â, i î, s ș=ş, t ț=ţ",
    "ru": "и й",
    "sk": "a ä, c č, h ch, o ô, s š, z ž",
    "sl": _BALKAN,
    "sv": "z å ä=æ ö=ø, y=ü",
    "tr": _TURKIC,
    "uk": "г ґ, е є, и і ї й",
}
"""By language: letters of their own, each group after the letter that it follows, in this order;
those joined by = count as one."""

_HAN = {"ja": "euc_jp", "zh": "gb2312", "zh-hant": "big5", "zh-hk": "big5", "zh-tw": "big5"}
"""By language: the character set in whose order Han characters stand."""

_PINYIN = (
    *((0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f")),
    *((0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m")),
    *((0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s")),
    *((0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"), (0xD8A1, "")),
)
"""Where in GB 2312 the characters of each initial begin; from the last on they go by radicals."""

_CONSONANTS = {
    chr(0x1100 + place): letter
    for place, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
}
"""The initials of Hangul's syllables as they stand alone; fonts have no others."""

_KANA_ROWS = "あかさたなはまやらわ"
_LAST = 0xE000  # private use: behind every letter that a name has
_RANKED = 0x20000  # Han characters that their character set ranks
_UNRANKED = 0x40000  # the others, by their code points
_FAMILY_FIRST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


def sort_key(name: str, lang: str = "en") -> str:
    """Return what a name is sorted by in a language: its letters, then the name itself."""
    return f"{letters(_counting(name), lang)}\0{name}"


def family_key(name: str, family: str | None, lang: str = "en") -> tuple[str, str]:
    """Return what a name is sorted by where family names go first."""
    return sort_key(family or guessed_family(name, lang), lang), sort_key(name, lang)


def guessed_family(name: str, lang: str = "en") -> str:
    """Return what is taken for the family name where none is given, to sort by and never to print.

    It is the last word, without titles and Jr.; what stands before a comma; in Hungarian the
    first word; all of a name in Chinese, Japanese or Korean characters.
    """
    bare = without_generation(_counting(name))
    before, comma, _ = bare.partition(",")
    if comma or unicodedata.name(bare[:1] or " ").startswith(_FAMILY_FIRST):
        return before
    words = bare.split() or [bare]
    return words[0 if lang.lower().partition("-")[0] == "hu" else -1]


def letters(text: str, lang: str = "en") -> str:
    """Return a text's letters in lower case and without the marks that don't count."""
    tag = lang.lower()
    language = tag.partition("-")[0]
    if text.isascii() and language not in _OWN and language not in _HAN:
        return text.lower()
    if language in {"az", "tr"}:
        text = text.replace("I", "ı").replace("İ", "i")
    own = unicodedata.normalize("NFC", text.casefold())
    joined, single = _tailored(language)
    for several, one in joined:
        own = own.replace(several, one)
    plain = unicodedata.normalize("NFKD", own.translate(single).translate(_PLAIN))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    codec = _HAN.get("-".join(tag.split("-")[:2]), _HAN.get(language))
    return "".join(_ranked(c, codec) for c in bare) if codec else bare


def initial(name: str, lang: str = "en") -> str:
    """Return the letter under which a name stands in an index.

    A letter of its own in the language is one here too; Hangul's is a consonant, kana's the first
    of its row, and that of Chinese in short characters the one that Pinyin writes.
    """
    counting = _counting(name)
    key = letters(counting, lang)
    language = lang.lower().partition("-")[0]
    if own := _headings(language).get(key[:2]):
        return own[0].upper() + own[1:]
    first = key[:1]
    if first >= chr(_RANKED):
        return counting[0]
    if language == "ja" and "ぁ" <= first <= "ゖ":
        return _KANA_ROWS[max(bisect.bisect_right(_KANA_ROWS, first) - 1, 0)]
    if first == "i" and language in {"az", "tr"}:
        return "İ"
    return _CONSONANTS.get(first, first.upper())


def _counting(name: str) -> str:
    """Return the part of a name that sorts: no title, no quotation marks or points before it."""
    bare = without_titles(name)
    start = next((place for place, c in enumerate(bare) if c.isalnum()), 0)
    return bare[start:]


def _ranked(character: str, codec: str) -> str:
    """Return a Han character as what it is sorted by; any other as it is, katakana as hiragana."""
    code = ord(character)
    if 0x30A1 <= code <= 0x30F6:  # noqa: PLR2004 - katakana
        return chr(code - 0x60)
    if not (0x3400 <= code <= 0x9FFF or _RANKED <= code < _UNRANKED):  # noqa: PLR2004 - Han
        return character
    try:
        rank = int.from_bytes(character.encode(codec))
    except UnicodeEncodeError:
        return chr(_UNRANKED + code)
    read = _pinyin(rank) if codec == "gb2312" else ""
    return read + chr(_RANKED + min(rank, 0xFFFF))


def _pinyin(rank: int) -> str:
    place = bisect.bisect_right(_PINYIN, (rank, "~")) - 1
    return _PINYIN[place][1]


@functools.cache
def _tailored(language: str) -> tuple[tuple[tuple[str, str], ...], dict[int, str]]:
    """Return what stands for several letters that count as one, the longest first, and for one."""
    found = {
        letter: key for key, same in _groups(language).items() for letter in same if letter != key
    }
    several = [(letter, key) for letter, key in found.items() if len(letter) > 1]
    several.sort(key=lambda pair: -len(pair[0]))
    return tuple(several), {ord(c): key for c, key in found.items() if len(c) == 1}


@functools.cache
def _headings(language: str) -> dict[str, str]:
    """Return the letters of their own by what they are sorted by."""
    return {key: same[0] for key, same in _groups(language).items() if len(key) > 1}


def _groups(language: str) -> dict[str, list[str]]:
    """Return letters that count as one, by what they are sorted by."""
    found = {}
    for group in filter(None, _OWN.get(language, "").split(", ")):
        first, *own = (each.split("=") for each in group.split())
        found[first[0]] = first
        found |= {first[0] + chr(_LAST + place): each for place, each in enumerate(own)}
    return found
