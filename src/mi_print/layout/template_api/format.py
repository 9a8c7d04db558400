"""Functions of templates that write words, dates, times, numbers and names.

They speak the language of the event and not that of the machine: the same data must give the
same bytes everywhere.
"""

from collections.abc import Callable, Sequence

from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.layout.text.typography import (
    bound,
    direction,
    settled,
    short_address,
    undivided,
)


def ranges(numbers: Sequence[int]) -> str:
    """Return "1–4, 7, 9–10"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def css_string(text: str) -> str:
    r"""Return a text as a string of CSS, in which neither quotes nor markup end it."""
    return "".join(c if c.isalnum() else f"\\{ord(c):X} " for c in text)


def formats(locale: PrintLocale) -> dict[str, Callable[..., str | bool]]:
    """Return what templates may call, and use as filters, in a language."""
    spoken = (
        *(locale.word, locale.weekday, locale.day_month, locale.short_day, locale.full_day),
        *(
            locale.weekday_month,
            locale.weekday_full,
            locale.day_range,
            locale.day_span,
            locale.short_span,
            locale.clock,
            locale.time,
        ),
        *(locale.stretch, locale.numeral, locale.ordinal, locale.listed, locale.separated),
    )
    same = (ranges, capitalized, css_string, bound, settled, short_address, direction, undivided)
    return {function.__name__: function for function in (*spoken, *same)}
