"""Titles before a name and degrees behind it, which are no part of it.

They print as written; but nobody looks for Dr. Ada Sample under D, and Ada
Sample is the same person.  A title holds in every language, since guests bring theirs along;
left out are those that are names elsewhere (Don), or initials (M. for Monsieur).
"""

import functools
import re

TITLES: dict[str, str] = {
    "en": "Dr, Prof, Professor, Assoc. Prof, Asst. Prof, Associate Professor, Assistant Professor,"
    " Mr, Mrs, Ms, Miss, Mx, Sir, Dame, Lord, Lady, Rev., Reverend, Hon., The Hon., Capt., Col.,"
    " Gen., Lt., Sgt.",
    "de": "Dr. h. c, Dr. h. c. mult, Dr. e. h, Dr. med, Dr. med. dent, Dr. med. vet, Dr. phil,"
    " Dr. iur, Dr. jur, Dr. theol, Dr. rer. nat, Dr. rer. pol, Dr. rer. oec, Dr. rer. soc,"
    " Dr. habil, Dr. sc, Dr. techn, Dr. mont, Dr.-Ing, Dr.-Ing. habil, Prof. em, apl. Prof,"
    " ao. Prof, Univ.-Prof, Hon.-Prof, Jun.-Prof, Juniorprof, Professorin, Priv.-Doz, PD Dr, Mag.,"
    " Mag. rer. nat, Dipl.-Ing, Dipl.-Inf, Dipl.-Math, Dipl.-Phys, Dipl.-Kfm, Dipl.-Psych,"
    " Dipl.-Biol, Dipl.-Chem, Ing., Herr, Frau, Minister, Ministerin, Minister a. D,"
    " Ministerin a. D, Staatsminister, Staatsministerin, Staatssekretär, Staatssekretärin,"
    " Staatssekretär a. D, Staatssekretärin a. D, Bürgermeister, Bürgermeisterin,"
    " Oberbürgermeister, Oberbürgermeisterin, Landrat, Landrätin, Pfarrer, Pfarrerin",
    "fr": "Mme, Mlle, Monsieur, Madame, Pr., Docteur, Professeur",
    "es": "Sr., Sra., Srta., Dra., Profa., Lic., Doña",
    "it": "Sig., Sig.ra, Sig.na, Dott, Dott.ssa, Prof.ssa, Avv., Arch., On.",
    "pt": "Sr.ª, Dr.ª, Prof.ª, Eng., Eng.ª",
    "nl": "Dhr, Mevr, Mw., Ir., Drs, Prof. dr. ir, Prof. mr, Jhr.",
    "sv": "Fil. dr, Tekn. dr, Docent, Fru",
    "da": "Hr., Lektor, Cand. scient",
    "no": "Førsteamanuensis",
    "fi": "TkT, Dos., Dosentti, Professori, Tohtori",
    "pl": "Pani, Mgr, Mgr inż, Inż, Dr hab, Dr inż, Dr hab. inż, Prof. dr hab, Prof. dr hab. inż",
    "cs": "Bc., MgA, Ing. arch, MUDr, MVDr, JUDr, PhDr, RNDr, PharmDr, ThDr, ThLic, Doc., Paní",
    "tr": "Doç, Doç. Dr, Yrd. Doç. Dr, Öğr. Gör, Arş. Gör, Sayın",
}
"""Titles by the language that they come from; case is free, and a point at an end without one."""

DEGREES = (
    r"Ph\.? ?D\.?|PHD|D\.? ?Phil\.?|Dr\.? ?PH|M\.D\.|MD|Sc\.? ?D\.|D\.Sc\.|DSc|Ed\.D\.|J\.D\.|JD"
    r"|B\.? ?Sc\.?|M\.? ?Sc\.?|M\. ?Eng\.?|MEng|M\.A\.|B\.A\.|MBA|MPH|MPhil|M\.Phil\.|LL\. ?M\.|LLM"
    r"|Esq\.?|FRS|OBE|CBE|KBE|FRSC|CSc\.|DrSc\.|DiS\.|RN|CPA|MdB|MdL|MdEP"
)
"""Degrees and honours behind a name, as a pattern; case counts, for Ma and Ba are names."""

GENERATIONS = r"Jr\.?|Sr\.?|Junior|Senior|II|III|IV"
"""What tells a son from a father: part of the name, but no family name."""


def without_titles(name: str) -> str:
    """Return a name without titles before it and degrees behind it; never nothing."""
    bare = name
    first = _WORD.match(bare)
    if first and first[0].casefold() in _first_words() and (found := _before().match(bare)):
        bare = bare[found.end() :]
    last = bare[-6:]
    if ("." in last or "," in bare or last[-2:].isupper() or last[-1:] == "D") and (
        found := _BEHIND.search(bare)
    ):
        bare = bare[: found.start()]
    return bare


def without_generation(name: str) -> str:
    """Return a name without a Jr. or III behind it."""
    return _GENERATION.sub("", name)


_WORD = re.compile(r"[^\s.]+")
_BEHIND = re.compile(rf"(?<=\w)(?:,? +(?:{DEGREES})(?=,|\Z| ))+\Z|(?<=\w)(?:, *(?:{DEGREES}))+\Z")
_GENERATION = re.compile(rf"(?:,|(?<! )) +(?:{GENERATIONS})\Z")


@functools.cache
def _all() -> frozenset[str]:
    return frozenset(each.strip() for titles in TITLES.values() for each in titles.split(","))


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(each.casefold().replace(".", " ").split()[0] for each in _all())


@functools.cache
def _before() -> re.Pattern[str]:
    """Return the pattern of one or several titles, each with a word behind it."""
    longest = sorted(_all(), key=lambda title: (-len(title), title))
    titles = "|".join(re.escape(each).replace(r"\ ", " ?") for each in longest)
    return re.compile(rf"(?:(?:{titles})(?:\.(?:,? +)?|,? +|(?<=\.))(?=\w))+", re.IGNORECASE)
