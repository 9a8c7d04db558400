"""What is wrong with a font program, and how much of it is looked at."""

_MOST = 250


class ProgramError(ValueError):
    """A font program is none, or is damaged; its message is a clause that says how."""


def some(count: int) -> range:
    """Return the glyphs that are looked at, of so many: some of all parts, since damage is wide."""
    return range(0, count, -(-count // _MOST) or 1)
