"""Views: the fields of what is viewed, its order, and nothing that can be done with it."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

import pytest
from markupsafe import Markup
from pydantic import BaseModel, Field

from mi_print.layout.template_api.views import View, bare, plain


class Colour(Enum):
    RED = "red"


class Part(BaseModel):
    name: str
    on: dt.date = dt.date(2025, 12, 7)
    colour: Colour = Colour.RED
    many: tuple["Part", ...] = ()
    said_so: dict[str, int] = Field(default={}, alias="said-so")

    @property
    def loud(self) -> str:
        return self.name.upper()

    def run(self) -> None:
        raise AssertionError


@dataclass(frozen=True)
class Record:
    part: Part
    _hidden: int = 1


def names(view: View) -> set[str]:
    return {name for name in dir(view) if not name.startswith("_")}


def test_a_model_has_its_fields_and_properties_alone() -> None:
    view = plain(Part(name="a", many=(Part(name="b"),)))
    assert names(view) == {"name", "on", "colour", "many", "said_so", "loud"}
    assert (view.name, view.loud, view.colour, view.said_so) == ("a", "A", "red", {})
    assert type(view.colour) is str
    assert [type(each).__name__ for each in view.many] == ["Part"]
    assert view.many[0].loud == "B"


def test_a_record_has_its_fields_alone() -> None:
    view = plain(Record(Part(name="a")))
    assert names(view) == {"part"}
    assert view.part.name == "a"


def test_a_view_can_not_be_changed() -> None:
    with pytest.raises(AttributeError):
        plain(Part(name="a")).name = "b"


def test_views_are_equal_and_in_order_as_what_they_show() -> None:
    days = [plain(dt.date(2025, 12, day)) for day in (9, 7, 8)]
    assert [str(day) for day in sorted(days)] == ["2025-12-07", "2025-12-08", "2025-12-09"]
    assert (days[0].year, days[0].month, days[0].day) == (2025, 12, 9)
    assert days[1] <= days[2] < days[0]
    assert len({*days, plain(dt.date(2025, 12, 9))}) == 3
    assert plain(Part(name="a")) == plain(Part(name="a")) != plain(Part(name="b"))
    assert plain(dt.time(9, 30)).minute == 30


def test_only_a_day_and_a_time_are_a_text() -> None:
    assert (str(plain(dt.date(2025, 12, 7))), str(plain(dt.time(9, 30)))) == (
        "2025-12-07",
        "09:30:00",
    )
    with pytest.raises(ValueError, match=r"^<Part> is not a text; write one of its fields$"):
        str(plain(Part(name="a")))
    assert repr([plain(Part(name="a"))]) == "[<Part>]"


def test_what_is_plain_stays_as_it_is() -> None:
    for value in ("a", 1, 1.5, True, None, Markup("<b>")):
        assert plain(value) is value
    view = plain(Part(name="a"))
    assert plain(view) is view
    assert plain([("a", {"b": [1]})]) == [("a", {"b": [1]})]


def test_a_function_gets_what_was_viewed_and_returns_what_is_plain() -> None:
    part, got = Part(name="a"), []

    def function(*given: object, **named: object) -> Part:
        got.append((given, named))
        return part

    view = plain(part)
    found = plain(function)([view], (view,), (each for each in [view]), key={"a": view})
    assert isinstance(found, View)
    assert got == [(([part], (part,), [part]), {"key": {"a": part}})]
    assert bare(found) is part
    assert [name for name in dir(plain(function)) if not name.startswith("__")] == []
