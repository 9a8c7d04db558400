"""Texts with LaTeX as plain ones, where Unicode can say it.

pylatexenc reads the LaTeX; what it means stands in our own tables.  A text of which anything is
unknown stays as it is written; a formula that can't be said stays by itself.  Quotes and dashes
of several characters, and ties, are read in a text with other LaTeX alone: who writes none may
mean them.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from mi_print.event.latex.tables import (
    ACCENTS,
    ALPHABETS,
    GROUPS,
    SCRIPTS,
    SWITCHES,
    SYMBOLS,
    UNWRAPPED,
    accented,
    alphabet,
)
from mi_print.event.text_checks.escapes import PATH, unescaped

_LATEX = re.compile(r"[\\${]")
_FORMULA = re.compile(
    r"""
    (?<![\w\\$])\$(?=\S)([^$]*[^$\s\\])\$(?![\w$])  # $n$; $5 and $6 are prices
    | (?<![\\$])\$([A-Za-z\\_^][^$\s]*)(?<!\\)\$(?!\$)  # $n$th, 2$\times$, CO$_2$
    | \\\((.+?)\\\)
    """,
    re.VERBOSE,
)
_ACCENT = re.compile(r"\{\\[`'^\"~=.]|\\[`'^\"~=.rt]\{")
_WORDS = re.compile(r"(?<![\\{A-Za-z])[A-Za-z]{2,}\s")
_SET = re.compile(r"[^{}\\]*[,|][^{}\\]*|(?:[^{}\\A-Za-z]|\d)*")
_POINT = re.compile(r"(?<=\d)\{[,.]\}(?=\d)")
"""The mark in a number, as in `1{,}024`."""
_RAISED = {"textsuperscript": "^", "textsubscript": "_"}
_SPACES = re.compile("  +")
_QUOTED = re.compile(r"``(?=\S)((?:(?!``|'').)+)(?<=\S)''")
_JOINS = re.compile(
    r"""
    (?P<formula>\$[^$]*\$|\\\(.*?\\\))  # one that stays as it is written
    | (?P<dash>(?<!-)---(?!-))
    | (?P<range>(?<=[^\W_])--(?=[^\W_])|(?<=\s)--(?=\s))  # no option of a program, as in "--fast"
    | (?P<tie>(?<=[^\W\d_])~(?=\w))  # neither 10~20 nor "~5 times"
    """,
    re.VERBOSE,
)
_SAID_JOINS = {"dash": "—", "range": "–", "tie": "\u00a0"}
_ROOT = "sqrt"
_ARGUMENT = (*UNWRAPPED, *ACCENTS, *ALPHABETS, *_RAISED, _ROOT)
_LONGEST = 5000

_SIGNS = {ord("%"): "\ue000", ord("$"): "\ue001"}
"""Signs that mean themselves, while pylatexenc reads a text."""
_BACK = {ord(held): chr(sign) for sign, held in _SIGNS.items()}
_TYPOGRAPHY = str.maketrans("-'", "−′")


class _UnsaidError(Exception):
    """Unicode has no characters for something."""


def plain(text: str, *, formulas: bool = True) -> str:
    r"""Return a text with LaTeX as what it says, or as it is written.

    Args:
        text: one text of the data.
        formulas: whether `$…$` and `\(…\)` are formulas.
    """
    if not _LATEX.search(text) or len(text) > _LONGEST:
        return text
    if PATH.search(text) or (unescaped(text) != text and not _ACCENT.search(text)):
        return text
    try:
        said = "".join(_parts(text, formulas=formulas))
    except (_UnsaidError, RecursionError):
        return text
    if said == text or not said.strip():
        return text
    return _SPACES.sub(" ", _JOINS.sub(_joint, _QUOTED.sub(r"“\1”", said)))


def _joint(found: re.Match[str]) -> str:
    return _SAID_JOINS.get(found.lastgroup or "", found[0])


def _parts(text: str, *, formulas: bool) -> Iterator[str]:
    """Yield what the texts and the formulas say, in turn."""
    start = 0
    for found in _FORMULA.finditer(text) if formulas else ():
        content = next(group for group in found.groups() if group is not None)
        if not _WORDS.search(content):
            yield _said(text[start : found.start()])
            try:
                yield _joined(_atoms(content, _nodes(content, formula=True)))
            except _UnsaidError:
                yield found[0]
            start = found.end()
    yield _said(text[start:])


def _said(text: str) -> str:
    if not _LATEX.search(text):
        return text
    held = text.translate(_SIGNS).replace("\\\ue000", "\\%").replace("\\\ue001", "\\$")
    return _running(held, _nodes(held, formula=False)).translate(_BACK)


def _nodes(text: str, *, formula: bool) -> list[Any]:
    from pylatexenc.latexwalker import (  # noqa: PLC0415 - 20 ms that most events save
        LatexWalker,
        LatexWalkerError,
    )

    walker = LatexWalker(text, latex_context=_commands(), tolerant_parsing=False)
    state = walker.make_parsing_state(in_math_mode=formula)
    try:
        nodes, _, length = walker.get_latex_nodes(parsing_state=state)
    except (LatexWalkerError, ValueError, IndexError) as reason:
        raise _UnsaidError from reason
    if length != len(text):
        raise _UnsaidError
    return list(nodes)


@functools.cache
def _commands() -> Any:  # noqa: ANN401 - pylatexenc has no types
    """Return which commands have an argument."""
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415
    from pylatexenc.macrospec import MacroSpec  # noqa: PLC0415

    known = get_default_latex_context_db()
    macros = [MacroSpec(name) for name in (*SYMBOLS, *SWITCHES) if name != "\\"]
    macros += [MacroSpec(name, args_parser="{") for name in _ARGUMENT]
    known.add_context_category("plain", prepend=True, macros=macros)
    return known


def _running(source: str, nodes: Iterable[Any]) -> str:
    """Return what running text says."""
    found, before = [], ""
    for node in nodes:
        kind, written = type(node).__name__, source[node.pos : node.pos + node.len]
        if kind in {"LatexCharsNode", "LatexSpecialsNode"}:
            found.append(written)
        elif kind == "LatexGroupNode":
            whole = _SET.fullmatch(written[1:-1]) and before != "LatexMacroNode"
            if written in GROUPS:
                found.append(GROUPS[written])
            elif whole and not _POINT.match(source, node.pos):
                found.append(written)
            else:
                found.append(_running(source, node.nodelist))
        else:
            said = _command(source, node, formula=False)
            found.append(said + ("" if _in_word(said) else node.macro_post_space[:1]))
        before = kind
    return "".join(found)


def _atoms(source: str, nodes: Iterable[Any]) -> Iterator[str]:
    """Yield what a formula says, piece by piece; `^` and `_` belong to the piece that follows."""
    said = space = ""
    for node in nodes:
        kind = type(node).__name__
        if space and not (_is_letter(said) and source[node.pos : node.pos + 1].isalnum()):
            yield space
        space = ""
        if kind == "LatexCharsNode":
            yield from node.chars.translate(_TYPOGRAPHY)
        elif kind == "LatexGroupNode":
            yield _joined(_atoms(source, node.nodelist))
        elif kind == "LatexMacroNode":
            said = _command(source, node, formula=True)
            yield said
            space = node.macro_post_space[:1]
        else:
            raise _UnsaidError


def _is_letter(said: str) -> bool:
    return len(said) == 1 and said.isalpha()


def _in_word(said: str) -> bool:
    r"""Return whether a command says a letter of a word, as in `S\o ren`, or nothing."""
    return not said or (unicodedata.name(said[0], "").startswith("LATIN") and len(said) == 1)


def _joined(atoms: Iterable[str]) -> str:
    """Return the pieces of a formula, those behind `^` and `_` raised and lowered."""
    found, pieces = [], iter(atoms)
    for piece in pieces:
        if piece in SCRIPTS:
            found.append(_script(piece, next((each for each in pieces if each != " "), "")))
        else:
            found.append(piece)
    return "".join(found)


def _script(sign: str, text: str) -> str:
    letters = SCRIPTS[sign]
    if not text or not letters.keys() >= set(text):
        raise _UnsaidError
    return "".join(letters[letter] for letter in text)


def _command(source: str, node: Any, *, formula: bool) -> str:  # noqa: ANN401
    """Return what a command says with its argument."""
    if type(node).__name__ != "LatexMacroNode":
        raise _UnsaidError
    name = node.macroname
    given = [each for each in getattr(node.nodeargd, "argnlist", None) or () if each is not None]
    if name in _ARGUMENT and len(given) == 1:
        inner = given[0].nodelist if type(given[0]).__name__ == "LatexGroupNode" else given
        text = _joined(_atoms(source, inner)) if formula else _running(source, inner)
        return _with_argument(name, text)
    if given or name not in SYMBOLS | dict.fromkeys(SWITCHES, ""):
        raise _UnsaidError
    return SYMBOLS.get(name, "")


def _with_argument(name: str, text: str) -> str:
    if name in UNWRAPPED:
        return text
    if name in _RAISED:
        return _script(_RAISED[name], text.translate(_TYPOGRAPHY))
    if name == _ROOT and len(text) == 1 and text.isalnum():
        return f"√{text}"
    letters = alphabet(name)
    if letters and text and letters.keys() >= set(text):
        return "".join(letters[letter] for letter in text)
    found = accented(text, name) if name in ACCENTS else None
    if found is None:
        raise _UnsaidError
    return found
