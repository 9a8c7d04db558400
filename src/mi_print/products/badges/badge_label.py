"""The label at a badge's head: the workshop, and whose it is.

Everybody's badge has the same one, so it is set before any name: in one line, in two, by the
workshop's `short`, and at last in as many lines as it takes, which leave the name less room. In
a small size the host is left out then, which is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mi_print.event.model import Workshop
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import balanced, greedy
from mi_print.problem import Problem, warning

_NAME, _HOST = "badge-day-strong", "badge-day"
_GAP = 5.0  # points between the name and the host in a line
_NARROWER = 0.1  # points by which the next lines that are tried are
_LINES = 2
_NO_ROOM = "the badge's head has no room for the host"
_SHORTER = "write a short name of the workshop, short, or order a larger size"


@dataclass(frozen=True, slots=True)
class BadgeLabel:
    """Lines of the name, then of the host, in `size` points.

    `beside` is by how many points the host's only line stands behind the beginning of the name's
    last; 0 if it stands below.
    """

    name: list[str]
    host: list[str]
    size: float
    beside: float = 0.0

    @property
    def lines(self) -> int:
        """How many lines high it is."""
        return len(self.name) + (0 if self.beside else len(self.host))


@dataclass(frozen=True, slots=True)
class BadgeLabelSetter:
    """The label of an event; a layout asks for it in its measures."""

    workshop: Workshop
    context: LayoutContext
    notes: list[Problem] = field(default_factory=list)

    def set(
        self, *, size: float, least: float, lines: int = 1, without_host: bool = False
    ) -> BadgeLabel:
        """Return the label.

        Args:
            size: of the type, in points.
            least: the smallest it gets.
            lines: 1 if name and host stand in one line where there is room.
            without_host: whether the host is left out if both take more than two lines.
        """
        names = dict.fromkeys(filter(None, (self.workshop.name, self.workshop.short)))
        for name in names:
            for found in self._ways(name, size, least, lines):
                if found.lines <= _LINES:
                    return found
        below = self._below(list(names)[-1], least)
        if without_host and below.host:
            note = warning("badge-label", _NO_ROOM, _SHORTER, file="data/workshop.yaml")
            if note not in self.notes:
                self.notes.append(note)
            return replace(below, host=[])
        return below

    def _ways(self, name: str, size: float, least: float, lines: int) -> Iterator[BadgeLabel]:
        host = self.workshop.host
        for each in dict.fromkeys((size, least)):
            if lines > 1 or host is None:
                break
            behind = _GAP + self._wide(host.name, _HOST, each)
            named = self._filled(name, each, behind)
            beside = self._wide(named[-1], _NAME, each) + _GAP
            if self._reach(named, each, behind) <= self.context.grid.measure:
                yield BadgeLabel(named, [host.name], each, beside)
        for each in dict.fromkeys((size, least)):
            yield self._below(name, each)

    def _below(self, name: str, size: float) -> BadgeLabel:
        host = self.workshop.host
        return BadgeLabel(
            self._lines(name, _NAME, size),
            self._lines(host.name, _HOST, size) if host else [],
            size,
        )

    def _filled(self, name: str, size: float, behind: float) -> list[str]:
        """Return the fewest lines of the name, as even as they are with what stands behind them."""
        pieces = word_breaks.parts(name)

        def within(width: float) -> list[str]:
            return greedy(pieces, width, lambda line: self._wide(line, _NAME, size))

        found = lines = within(self.context.grid.measure)
        while True:
            widest = max(self._wide(line, _NAME, size) for line in lines)
            narrower = within(widest - _NARROWER)
            if len(narrower) > len(found) or narrower == lines:
                return found
            lines = narrower
            if self._reach(lines, size, behind) < self._reach(found, size, behind):
                found = lines

    def _reach(self, lines: Sequence[str], size: float, behind: float) -> float:
        """Return how wide lines are, the last with what stands behind it."""
        *above, last = [self._wide(line, _NAME, size) for line in lines]
        return max([*above, last + behind])

    def _wide(self, text: str, step: str, size: float) -> float:
        return self.context.wide(text, step, size)

    def _lines(self, text: str, step: str, size: float) -> list[str]:
        face = self.context.sized(step, size)
        return balanced(text, self.context.grid.measure, face, self.context.lang)
