"""Theme colours: one sRGB value or one spot ink used for two builds."""

from collections.abc import Iterator

from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error
from mi_print.trade.inks import shared_values, torn_spots


def same_colours(draft: PartialEvent) -> Iterator[Problem]:
    """Two colours with one sRGB value: separation finds the ink build by that value."""
    colours = draft.colours
    for first, later in shared_values(colours):
        yield error(
            "same-colour",
            f'"{later}" and "{first}" are both {colours[later].srgb}',
            "change a digit of one of them: the press tells colours apart by this value",
            **draft.at("workshop", "theme", "colours", later, "srgb"),
        )


def one_spot_two_builds(draft: PartialEvent) -> Iterator[Problem]:
    """One spot ink with two builds: its plate has one alternate."""
    colours = draft.colours
    for first, later in torn_spots(colours):
        yield error(
            "spot",
            f'"{later}" and "{first}" are both {colours[later].spot}, in different builds',
            "give both the build by which the ink is proofed, or name another ink",
            **draft.at("workshop", "theme", "colours", later, "spot"),
        )
