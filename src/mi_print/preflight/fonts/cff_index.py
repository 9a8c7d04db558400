"""The INDEX of a compact font program: objects of any length (Adobe TN 5176, 5)."""

import struct
from dataclasses import dataclass

from mi_print.preflight.fonts.program_error import ProgramError, blanked


@dataclass(frozen=True, slots=True)
class CffIndex:
    """An INDEX: objects of any length, one after the other (TN 5176, 5)."""

    data: bytes
    at: int

    def __len__(self) -> int:
        """Return how many there are."""
        return int(struct.unpack_from(">H", self.data, self.at)[0])

    def _mark(self, number: int) -> int:
        size = self.data[self.at + 2]
        begin = self.at + 3 + number * size
        base = self.at + 2 + (len(self) + 1) * size
        return base + int.from_bytes(self.data[begin : begin + size], "big")

    def __getitem__(self, number: int) -> bytes:
        """Return one of them."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self.data[self._mark(number) : self._mark(number + 1)]

    def blanked(self) -> bool:
        """Return whether a part of it was overwritten with nothing."""
        return len(self) > 0 and blanked(self.data[self.at : self._mark(len(self))])

    def check_order(self) -> None:
        """Check that its objects follow each other, from the first place.

        Raises:
            ProgramError: they don't.
        """
        size = self.data[self.at + 2]
        begin, count = self.at + 3, len(self) + 1
        raw = self.data[begin : begin + size * count]
        marks = [raw[place : place + size] for place in range(0, size * count, size)]
        if int.from_bytes(marks[0], "big") != 1 or marks != sorted(marks):
            raise ProgramError("its glyphs are not in order")

    @property
    def end(self) -> int:
        """Where it ends, which must be inside the program."""
        end = self._mark(len(self)) if len(self) else self.at + 2
        if end > len(self.data) or (len(self) and not 1 <= self.data[self.at + 2] <= 4):  # noqa: PLR2004
            raise ProgramError("it is cut short")
        return end
