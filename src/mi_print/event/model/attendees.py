"""`data/attendees.csv`: who comes."""

from typing import Annotated

from pydantic import AfterValidator

from mi_print.event.model.base import EventPart
from mi_print.event.model.roles import Role, RoleName
from mi_print.event.string_types import Address, Identifier, Language, PersonName
from mi_print.source.text_line import TextLine

APART = "none"
"""What `same_as` says of somebody who is nobody else of that name."""


def _apart(same_as: str) -> str:
    return APART if same_as.lower() == APART else same_as


class Attendee(EventPart):
    """Somebody who comes, and gets a badge."""

    id: Identifier
    """The short name or number of the registration; no two people share one."""
    name: PersonName
    """The whole name as it is printed."""
    given: PersonName | None = None
    """Given name, only where it is known: a name is never split by guesswork."""
    family: PersonName | None = None
    """Family name, only where it is known."""
    affiliation: TextLine | None = None
    """University, company or group."""
    role: RoleName = Role.ATTENDEE.value
    """The word and the colour of the badge's band, as `RoleTable.find` returns it."""
    pronouns: TextLine | None = None
    """Printed as written."""
    url: Address | None = None
    """The person's own web page; the badge prints it as a QR code."""
    lang: Language | None = None
    """The language of the name (BCP 47); it chooses the forms of Han characters."""
    same_as: Annotated[Identifier, AfterValidator(_apart)] | None = None
    """The id of whom of the program this is, or `none` for nobody, whatever the name is."""
