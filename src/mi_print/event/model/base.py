"""What every part of the event is."""

from pydantic import BaseModel, ConfigDict


class EventPart(BaseModel):
    """A part of the event: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
