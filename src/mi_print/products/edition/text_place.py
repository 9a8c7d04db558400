"""Where a text of the data stands that a problem of a product is about."""

from dataclasses import replace

from mi_print.event.load import Loaded
from mi_print.event.located_texts import spelled
from mi_print.problem import Place, Problem
from mi_print.trade.qr_code import wifi_text


def in_the_data(problem: Problem, loaded: Loaded) -> Problem:
    """Return a problem with the place of its text in the data, if it has one there."""
    if not problem.text or problem.page is None:
        return problem
    wanted = spelled(_source(problem.text, loaded))
    for text in loaded.texts:
        if text.value == wanted:
            place: Place = {"file": text.file, "line": text.line, "column": text.column}
            place |= {"page": None, "box": None}
            message = f"{text.field}: {problem.message}"
            return replace(problem, message=message, **place)
    return problem


def _source(text: str, loaded: Loaded) -> str:
    """Return the text of the data that a code is made of: of a network's, its name."""
    for notice in loaded.event.signs.notices if loaded.event else ():
        wifi = notice.wifi
        if wifi and wifi_text(wifi.network, wifi.password) == text:
            return wifi.network
    return text
