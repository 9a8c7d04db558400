"""The few events that every run of the tests makes: of which files each is made.

They are chosen from the first 500 so that every kind shows in a file in which it matters, and each
file shows most of its own, in as little time as may be.
"""

from collections.abc import Mapping

CHOSEN: Mapping[str, tuple[int, ...]] = {
    "cfp": (52, 78, 100, 125, 270, 325, 494),
    "program": (44, 266, 272, 331, 401, 459, 492),
    "badges": (6, 10, 56, 247, 421),
    "signage-board-cards": (56, 78, 178, 245, 266, 325, 331, 401),
    "signage-range-signs": (20, 270),
    "signage-poster-lists": (20, 459),
    "signage-door-sign": (226, 240, 268, 401),
    "signage-chair-sheets": (44, 277),
    "signage-reserved-seats": (93, 266),
    "signage-direction-signs": (93, 243),
    "signage-time-cards": (93,),
    "signage-notices": (93, 401),
}

WHOLE = 180
"""The one that is made whole, with print editions and preflight: one of few papers."""
