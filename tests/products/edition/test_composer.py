"""Composing a part: what fits in no type is refused before anything is typeset."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition import composer as module
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request

Write = Callable[[dict[str, str]], Path]


def composing(project: Path) -> tuple[Composer, Event]:
    loaded = load_checked(project)
    assert isinstance(loaded.event, Event)
    job = resolve("cfp", project, loaded, Request(project))
    return composer_of(job, loaded.event, DataPlaces.of(loaded)), loaded.event


def test_a_text_that_fits_at_no_size_names_its_record_before_it_is_typeset(write: Write) -> None:
    body = "{{ fitted(workshop.venue.name, 'h1', 4, 2, floor=20).lines }} {{ wide('a', 'h1', 9) }}"
    project = write({"layouts/cfp/page.html.j2": body, "layouts/cfp/page.css": ""})
    composer, event = composing(project)
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            composer.compose("page", {"workshop": event.workshop})
        (problem,) = caught.value.problems
        assert (problem.rule, problem.file) == ("overflow", "data/workshop.yaml")
        assert problem.line is not None
        assert event.workshop.venue.name in problem.message
        assert problem.message.endswith("for its place in 20 pt, the smallest size there")


def test_a_picture_of_few_pixels_is_noted_once(write: Write) -> None:
    composer, event = composing(write({"layouts/cfp/page.html.j2": "", "layouts/cfp/page.css": ""}))
    for _ in range(2):
        composer.context.coarse["logos/sample.png"] = 128.4
        composer.compose("page", {"workshop": event.workshop})
    (note,) = composer.notes
    assert str(note).startswith(
        "warning picture: logos/sample.png is printed at 128 pixels per inch"
    )


def test_composing_has_time_by_the_entries_and_setting_by_the_text(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    composer, event = composing(
        write({"layouts/cfp/page.html.j2": "a", "layouts/cfp/page.css": ""})
    )
    many = event.model_copy(update={"papers": (None,) * 6000})
    began: list[float] = []
    monkeypatch.setattr(module, "step", lambda _name="", share=1: began.append(share))
    replace(composer, event=many).compose("page", {})
    composer.typeset("page", f"<title>T</title><!--{' ' * 600_000}-->")
    assert [round(share, 1) for share in began] == [3, 4, 1]
