"""JSON and XML of strangers as plain values; the only importer of defusedxml.

Document types, entities, and references are refused: small files can grow by them.
"""

import json
import math
import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from mi_print.problem import Problem, error

_MOST = 3_000_000  # lists and mappings, or tags: each takes some hundred bytes of memory
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_AGAIN = "export it again: it may be cut off"
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^<>]{0,400}\?>")
"""It names the encoding that the file had."""


def json_value(text: str, file: str) -> object:
    """Return the value of a JSON text, or why it can't be read."""
    if text.count("[") + text.count("{") > _MOST:
        return _too_large(file)
    try:
        found: object = json.loads(text, parse_constant=_refused, parse_float=_finite)
        if _SURROGATE.search(text):
            json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError as reason:
        message = f"this is no JSON: {reason.msg[:1].lower()}{reason.msg[1:]}"
        return error("syntax", message, _AGAIN, file=file, line=reason.lineno, column=reason.colno)
    except RecursionError:
        return error("nesting", "this is nested too deeply to be data", _AGAIN, file=file)
    except ValueError:  # of UnicodeEncodeError too
        message = "this has a number without an end, or half a character"
        return error("syntax", message, _AGAIN, file=file)
    return found


def _refused(name: str) -> float:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refused(text)


def xml_root(text: str, file: str) -> Element | Problem:
    """Return the root of an XML text, or why it can't be read."""
    if text.count("<") > _MOST:
        return _too_large(file)
    text = _DECLARATION.sub(lambda said: "\n" * said[0].count("\n"), text)
    try:
        found: Element = ElementTree.fromstring(text.encode(), forbid_dtd=True)
    except DefusedXmlException:
        message = "this declares a document type or entities, which no schedule has"
        return error("syntax", message, "export it again", file=file)
    except (ParseError, ValueError, RecursionError) as reason:
        line, column = getattr(reason, "position", (1, 0))
        message = f"this is no XML: {str(reason).partition(':')[0]}"
        return error("syntax", message, _AGAIN, file=file, line=line, column=column + 1)
    return found


def _too_large(file: str) -> Problem:
    message = f"there are more than {_MOST:,} lists, mappings, or tags in this"
    return error("size", message, "see whether this is the right file", file=file)
