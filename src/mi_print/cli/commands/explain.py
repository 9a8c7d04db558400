"""`mi-print explain`: what a rule means, and what to do; pages of the docs besides."""

import textwrap

from mi_print import rule_catalog
from mi_print.cli.terminal import print_text
from mi_print.errors import ExitCode, UsageError
from mi_print.preflight.rules import catalog
from mi_print.resources import DOCS
from mi_print.source.wording import nearest

_COLUMNS = 78
_ACCEPT = (
    "If a warning is right as it is, accept it in data/print.yaml: accept: [{{rule: {name}, "
    "id: ID, reason: WHY}}]. check --json names the id as record."
)
_FINISHED = "What to do stands below each finding; preflight --report FILE.html shows where it is."
_LISTED = "mi-print explain data lists those of the data, mi-print explain preflight those of files"
_WHAT = (
    "mi-print explain RULE says what a rule means, which stands in each problem, and what to do."
)


MANUAL = ("data", "fonts", "import", "layouts", "preflight", "press", "sheets", "shops", "signage")
"""Pages of the docs that are in every installation."""


def explain(rule: str) -> int:
    """Print the page of a rule, or one of the manual; without a name, what there is.

    Raises:
        UsageError: there is no such rule.
    """
    if rule in MANUAL:
        print_text((DOCS / f"{rule}.md").read_text("utf-8").rstrip())
        return ExitCode.DONE
    if not rule:
        print_text(f"{_WHAT}\nPages of the manual: {', '.join(MANUAL)}.")
        print_text(f"All rules: {_LISTED}.")
        return ExitCode.DONE
    paragraphs = pages().get(rule)
    if paragraphs is None:
        hint = nearest(rule, [*pages(), *MANUAL]) or _LISTED
        raise UsageError(f'no rule is called "{rule}"', hint)
    head, *more = paragraphs
    print_text(head)
    for paragraph in more:
        text = paragraph.replace("`", "")
        print_text(textwrap.fill(text, _COLUMNS, initial_indent="    ", subsequent_indent="    "))
    return ExitCode.DONE


def pages() -> dict[str, list[str]]:
    """Return the paragraphs of every rule's page, by its name."""
    data = {
        name: [
            f"{name} ({text.severity})",
            text.about,
            text.cure,
            *([_ACCEPT.format(name=name)] if "warning" in text.severity else []),
        ]
        for name, text in rule_catalog.rules().items()
    }
    finished = {
        name: [
            f"{name} (preflight)",
            f"It asks: {about}.",
            f"{catalog.origin(name)} {_FINISHED}",
        ]
        for name, about in catalog.ALL_RULES.items()
    }
    return data | finished
