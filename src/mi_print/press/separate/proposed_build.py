"""Proposes the build of a colour that names none, from a shop's ICC profile.

A build that people write is clean: whole steps of 5 %, few inks, no black in a light
colour, where its dots would be seen.  What a profile makes of a colour is none of these;
but it says where a colour lies that no inks reach, since ΔE 2000 alone would take a gray
for the nearest thing to a strong magenta.
"""

import functools
from typing import NamedTuple

import numpy as np

from mi_print.press.colour_difference import FloatArray, colour_difference, colour_differences
from mi_print.press.separate.colours import Rgb
from mi_print.press.separate.lcms import Lcms
from mi_print.trade.shops import Build

STEP = 5
"""Percent between two builds."""
MOST_INKS = 3
"""Inks of a build: a fourth adds ink, and another plate that must fit, but no colour."""
LIGHT = 60
"""CIE L*, from which on a colour has no black in it."""
REACHED = 5
"""ΔE 2000 of what a profile makes of a colour, above which no inks reach it."""
_ALIKE = 1
"""ΔE 2000 that is hardly seen: within it, fewer inks are better than a nearer colour."""


class ProposedBuild(NamedTuple):
    """A build in percent, and how far it is from the colour on the screen (ΔE 2000).

    `reached` is whether the press can print the colour at all.
    """

    build: Build
    difference: float
    reached: bool


def proposed_build(lcms: Lcms, colour: Rgb) -> ProposedBuild:
    """Return the build proposed for a colour of the screen; the same for the same profile.

    A neutral colour is black ink alone, as everywhere in a print edition.
    """
    return _proposed(lcms.profile, lcms.tac, colour)


@functools.lru_cache(maxsize=256)
def _proposed(profile: bytes, tac: float, colour: Rgb) -> ProposedBuild:
    lcms = Lcms(profile, tac)
    builds, labs = _candidates(profile, tac)
    inks = np.count_nonzero(builds, axis=1)
    wanted = lcms.screen_lab(colour)
    nearest = lcms.inks_lab(lcms.chromatic(colour))
    reached = colour_difference(wanted, nearest) <= REACHED
    if len(set(colour)) == 1:
        allowed = builds[:, :3].sum(axis=1) == 0
    else:
        allowed = (builds[:, 3] == 0) | (wanted[0] < LIGHT)
    difference = colour_differences(wanted if reached else nearest, labs)
    difference[~allowed] = np.inf
    alike = difference <= difference.min() + _ALIKE
    # The last key of lexsort counts first.
    best = np.lexsort((builds.sum(axis=1), difference, inks, ~alike))[0]
    cyan, magenta, yellow, black = (float(ink) for ink in builds[best])
    away = float(colour_differences(wanted, labs[[best]])[0])
    return ProposedBuild((cyan, magenta, yellow, black), away, reached)


@functools.lru_cache(maxsize=4)
def _candidates(profile: bytes, tac: float) -> tuple[FloatArray, FloatArray]:
    """Return all clean builds within the ink limit, in percent, and how they look (CIE Lab)."""
    steps = np.arange(0, 101, STEP, dtype=np.float64)
    builds = np.stack(np.meshgrid(*[steps] * 4, indexing="ij"), axis=-1).reshape(-1, 4)
    few = np.count_nonzero(builds, axis=1) <= MOST_INKS
    builds = builds[few & (builds.sum(axis=1) <= tac)]
    return builds, Lcms(profile, tac).inks_labs(builds / 100)
