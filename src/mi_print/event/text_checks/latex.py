"""LaTeX that Unicode can't say, or that stands where none is read: it prints as it stands."""

import re

from mi_print.event.text_checks.escapes import PATH, unescaped
from mi_print.event.text_checks.note import TextNote, quoted

_LATEX = re.compile(
    r"""
    (?<![\w$])\$(?=\S)(?:[^$]*[^$\s])\$(?!\w)     # $n$; $5 and $6 are prices
    | \$[A-Za-z\\_^][^$\s]*\$                     # CO$_2$
    | \\[A-Za-z]{2,}(?:\{[^{}]*\})?               # \emph{x}, \alpha
    | \{\\[^{}]*\}                                # {\'e}, {\o}
    | \\[`'^"~=.]\{?[A-Za-z]\}?                   # \'e
    | \\[cvukHrdb]\{[^{}]*\}                      # \c{c}
    | \\[&%$#_{}]                                 # \&
    | \{(?=[^{},|]*[^\W\d])[^{},|]*\}            # {BERT}; {0, 1} is a set
    | (?<!`)``(?=\w)                              # quotes; ``` begins code in Markdown
    | (?<![-|:])---(?![-|:])                      # a dash; |---| is a table's
    | \\\\(?=\s|\Z)                               # a line break
    """,
    re.VERBOSE,
)
_MANY = 4
_HINT = "write the characters themselves: LaTeX is not set here"


def latex(text: str) -> TextNote | None:
    r"""LaTeX: `{BERT}`, `\&`, `{\'e}`, `$n$`."""
    if text.startswith(("http://", "https://")):
        return None
    found = list(dict.fromkeys(each[0] for each in _LATEX.finditer(unescaped(PATH.sub("", text)))))
    if not found:
        return None
    more = ", …" if len(found) > _MANY else ""
    listed = ", ".join(found[:_MANY]) + more
    return TextNote("latex", f"{quoted(text)} has LaTeX in it, which prints so: {listed}", _HINT)
