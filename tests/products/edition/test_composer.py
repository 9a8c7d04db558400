"""Composing a part: what fits in no type is refused before anything is typeset."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.composer import composer_of
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request

Write = Callable[[dict[str, str]], Path]


def test_a_text_that_fits_at_no_size_names_its_record_before_it_is_typeset(write: Write) -> None:
    body = "{{ fitted(workshop.venue.name, 'h1', 4, 2, floor=20).lines }} {{ wide('a', 'h1', 9) }}"
    project = write({"layouts/cfp/page.html.j2": body, "layouts/cfp/page.css": ""})
    loaded = load_checked(project)
    assert isinstance(loaded.event, Event)
    job = resolve("cfp", project, loaded, Request(project))
    composer = composer_of(job, loaded.event, DataPlaces.of(loaded))
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            composer.compose("page", {"workshop": loaded.event.workshop})
        (problem,) = caught.value.problems
        assert (problem.rule, problem.file) == ("overflow", "data/workshop.yaml")
        assert problem.line is not None
        assert loaded.event.workshop.venue.name in problem.message
        assert problem.message.endswith("for its place in 20 pt, the smallest size there")
