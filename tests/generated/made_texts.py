"""Made-up texts in ten scripts, of letters that the bundled fonts have.

Nobody is meant and nothing is said: the words are letters and syllables by chance.
"""

from collections.abc import Callable
from random import Random

_LATIN = "eeeaaaiiioounnrrssttlldmcpbvghfkwyzxjqéèüöäåøçñšžłğőßæ"
_GREEK = "αεηιοουωβγδθκλμνπρστφχψξζάέίό"
_CYRILLIC = "аеиоуыэюябвгджзклмнпрстфхцчшщйёїґ"
_ARABIC = "ابتثجحخدذرزسشصضطعغفقكلمنهويةأ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_DEVANAGARI = [*"कखगचजटडतदनपबमयरलवशसह", "क्ष", "त्र", "श्र", "द्ध", "र्क"]
_DEVANAGARI_VOWELS = ["", "", "ा", "ि", "ी", "ु", "े", "ो", "ं"]
_THAI = "กขคงจชดตทนบปพมยรลวสหอ"
_THAI_AFTER = ["", "า", "ะ", "ี", "ิ", "ุ", "่า", "้า", "ื่อ", "ำ"]
_JAPANESE = (
    "あいうえおかきくけこさしすせそたちつてとなにのはひまみもやゆよらりるれをんア"
    "イウカキクコサシスタテトナノバマラリルロン日本語学習機械研究発表人工知能直角骨"
)
_CHINESE = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就"
    "分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
_KOREAN = (
    "가나다라마바사아자차카타파하거너더러머버서어고노도로모"
    "보소오구누두루무부수우기니디리미비시이한국어학습연구발표"
)


def _of(letters: str, least: int = 1, most: int = 11) -> Callable[[Random], str]:
    def word(random: Random) -> str:
        return "".join(random.choices(letters, k=random.randint(least, most)))

    return word


def _devanagari(random: Random) -> str:
    return "".join(
        random.choice(_DEVANAGARI) + random.choice(_DEVANAGARI_VOWELS)
        for _ in range(random.randint(1, 5))
    )


def _thai(random: Random) -> str:
    return "".join(
        random.choice(["", "", "เ", "แ", "โ"]) + random.choice(_THAI) + random.choice(_THAI_AFTER)
        for _ in range(random.randint(2, 12))
    )


_LATIN_WORDS = _of(_LATIN)

WORDS: dict[str, Callable[[Random], str]] = {
    "Latin": _LATIN_WORDS,
    "Greek": _of(_GREEK),
    "Cyrillic": _of(_CYRILLIC),
    "Arabic": _of(_ARABIC, 2, 8),
    "Hebrew": _of(_HEBREW, 2, 8),
    "Devanagari": _devanagari,
    "Thai": _thai,
    "Japanese": _of(_JAPANESE, 2, 14),
    "Chinese": _of(_CHINESE, 2, 14),
    "Korean": _of(_KOREAN, 2, 5),
}
"""What makes a word of each script."""

RIGHT_TO_LEFT = ("Arabic", "Hebrew")
CASED = ("Latin", "Greek", "Cyrillic")
LANGUAGES = {"Japanese": "ja", "Chinese": "zh-Hans", "Korean": "ko"}


def text(
    random: Random, script: str, length: int, *, unbroken: bool = False, numbers: bool = True
) -> str:
    """Return a text of about so many characters, and of at least one.

    Args:
        random: what chooses.
        script: one of `WORDS`.
        length: the most that it has.
        unbroken: whether it is one word.
        numbers: whether some words are numbers.
    """
    between = "" if unbroken else " "
    words: list[str] = []
    while sum(map(len, words)) + len(between) * len(words) < length:
        words.append(_word(random, script) if numbers else WORDS[script](random))
    found = between.join(words)[:length].strip()
    # A mark without its letter is no text, and an initial vowel sign of Thai waits for its letter.
    while found and (found[-1] in "्เแโ" or not found[-1].isalnum()):
        found = found[:-1]
    found = found or WORDS["Latin"](random)[:1]
    capital = found[:1].upper()
    return capital + found[1:] if script in CASED and len(capital) == 1 else found


def mixed(random: Random, script: str, length: int) -> str:
    """Return a text in a script with words, numbers and signs of another direction between."""
    words: list[str] = []
    while sum(map(len, words)) + len(words) < length:
        other = random.random() < 0.3
        words.append(_aside(random, script) if other else WORDS[script](random))
    return " ".join(words)[:length].strip(" (")


def name(random: Random, script: str, length: int) -> tuple[str, str]:
    """Return a given and a family name, of so many characters together."""
    share = max(1, length // 3)
    given = text(random, script, share, unbroken=random.random() < 0.8, numbers=False)
    family = max(1, length - len(given) - 1)
    return given, text(random, script, family, unbroken=True, numbers=False)


def address(random: Random, length: int) -> str:
    """Return a web address of so many characters, at least 24."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    found = "https://example.org/"
    while len(found) < length:
        found += "".join(random.choices(letters, k=random.randint(3, 30)))
        found += random.choice(["/", "-", "?q=", "&r=", "_", "%C3%A9", "#", "."])
    return (
        found[:length].rstrip("%C/?#.&") if length > 24 else "https://example.org/" + found[20:24]
    )


def _word(random: Random, script: str) -> str:
    return str(random.randint(2, 2025)) if random.random() < 0.04 else WORDS[script](random)


def _aside(random: Random, script: str) -> str:
    other = "Latin" if script in RIGHT_TO_LEFT else random.choice(RIGHT_TO_LEFT)
    word = WORDS[other](random)
    return random.choice(
        [word, f"({word})", f"{random.randint(1, 99)}", f"{word}: {word}", "A/B", "50 %"]
    )
