"""Signs: notices with more codes than they have room for."""

from collections.abc import Iterator

from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error


def two_codes(draft: PartialEvent) -> Iterator[Problem]:
    """A notice with two QR codes: nobody could tell which one a phone would take."""
    for location, notice in draft.notices.items():
        if notice.url and notice.wifi:
            yield error(
                "two-codes",
                f'notice "{notice.id}" has both url and wifi, and room for one QR code',
                "make two notices of it",
                **draft.at("signs", *location, "wifi"),
            )
