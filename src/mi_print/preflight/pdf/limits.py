"""How far a file is followed: an untrusted file may be made to take for ever.

Each limit is far beyond what printed matter needs, and reaching one is always
said as an error, because what was not read was not checked.  Time is bounded
by counting work, so that the same file gives the same findings on every
machine: a page at its limits takes some seconds.
"""


class LimitError(ValueError):
    """More was met than a limit allows: what lies beyond it was not checked."""


DEPTH = 24
"""How deep forms, patterns, glyphs and masks may stand inside each other."""
OPERATORS = 400_000
"""How many operators one page may run, all that it draws through counted."""
TOKENS = 2_000_000
"""Words of one content stream that a parser is given: each costs it some hundred bytes."""
FILE_OPERATORS = 500_000_000
"""How many operators all pages of a file may run: some ten minutes of two processes."""
PAGES = 1_000_000
"""Pages that one file may have."""
PROBLEMS = 20_000
"""Problems of pages that are told of one file."""
MEMORY = 1024 * 1024 * 1024
"""Bytes of memory that a process may hold that reads a file."""
STREAM = 96 * 1024 * 1024
"""Bytes that one decoded stream may have."""
SMALL_STREAM = 16 * 1024 * 1024
"""Bytes that a decoded profile, font program or other part of a page may have."""
IMAGE = 1024 * 1024 * 1024
"""Bytes that the data of one image may unpack to; they are counted, and not kept."""
CLIMB = 64
"""Steps from a page to the root of its tree, or along any other chain."""
OBJECTS = 2_000_000
"""Objects that one file may hold."""
KIN = 4_096
"""Members that are read of one array or dictionary of the file's structure."""
