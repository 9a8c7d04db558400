"""`data/signs.yaml`: the way to the room, and what is to be said there."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from mi_print.event.model.base import EventPart
from mi_print.event.string_types import Address, Identifier
from mi_print.source.text_line import TextLine

Minutes = Annotated[int, Field(ge=1, le=60)]
"""Minutes that a speaker has left."""


class Arrow(StrEnum):
    """Where an arrow points, as one stands before the sign."""

    UP = "up"
    UP_RIGHT = "up-right"
    RIGHT = "right"
    DOWN_RIGHT = "down-right"
    DOWN = "down"
    DOWN_LEFT = "down-left"
    LEFT = "left"
    UP_LEFT = "up-left"


class Direction(EventPart):
    """A sign with an arrow."""

    id: Identifier
    """A short name of the place where the sign hangs."""
    text: TextLine | None = None
    """What lies that way; if left out, the workshop's name."""
    to: tuple[TextLine, ...] = Field(default=(), max_length=20)
    """Where it is, a line each: the level, the room."""
    arrow: Arrow
    """Where the arrow points, as one stands before the sign; up is straight on."""


class Wifi(EventPart):
    """A wireless network, as a QR code that phones join by."""

    network: TextLine
    """The network's name (SSID)."""
    password: TextLine | None = None
    """Its password; left out, the network is open."""


class Notice(EventPart):
    """A sign that says something, with a QR code if there is something to scan."""

    id: Identifier
    """A short name of the notice."""
    title: TextLine
    """What it is about, in large letters."""
    lines: tuple[TextLine, ...] = Field(default=(), max_length=50)
    """What it says, a line each."""
    url: Address | None = None
    """A web page, printed as a QR code."""
    wifi: Wifi | None = None
    """A wireless network, printed as a QR code in place of a web page's."""


class Signs(EventPart):
    """`data/signs.yaml`: what is to be read on the way, at the door and from the stage."""

    directions: tuple[Direction, ...] = Field(default=(), max_length=500)
    """Signs with arrows on the way to the room."""
    notices: tuple[Notice, ...] = Field(default=(), max_length=500)
    """Signs that say something: the wireless network, where to find the papers."""
    reserved: bool = True
    """Whether there are cards for the seats of those who speak."""
    times: tuple[Minutes, ...] = Field(default=(10, 5, 2), max_length=60)
    """The time cards: minutes left.  One that says Stop follows them."""
