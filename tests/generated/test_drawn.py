"""The generated events are the same everywhere, valid, and of what fonts can print."""

import hashlib
from collections import Counter
from random import Random
from statistics import median

import pytest

from mi_print.layout.text.coverage import uncovered
from tests.generated import made_texts
from tests.generated.chosen_events import CHOSEN
from tests.generated.drawn import event
from tests.generated.draws import EXTREMES
from tests.generated.kinds import KINDS, MATTER, kinds_of
from tests.generated.made_products import FILES
from tests.processes.alone import alone


def digests() -> list[str]:
    return [hashlib.sha256(repr(event(number)).encode()).hexdigest() for number in range(5)]


def test_another_process_draws_the_same_events() -> None:
    assert alone(digests) == digests()


@pytest.mark.parametrize("script", made_texts.WORDS)
def test_the_fonts_have_every_letter(script: str) -> None:
    random = Random(7)  # noqa: S311 - not for secrets
    written = "".join(made_texts.text(random, script, 200) for _ in range(20))
    assert uncovered(written) == []


def test_texts_are_as_long_as_is_asked_for_at_the_most() -> None:
    random = Random(7)  # noqa: S311 - not for secrets
    for length in range(1, 201):
        for script in made_texts.WORDS:
            assert 1 <= len(made_texts.text(random, script, length)) <= length
    assert {len(made_texts.address(random, length)) for length in range(24, 301)} <= set(
        range(20, 301)
    )


def test_events_are_of_many_sizes() -> None:
    drawn = [event(number) for number in range(40)]
    assert 5 <= median(len(each.papers) for each in drawn) <= 15
    assert max(len(each.papers) for each in drawn) > 100
    assert max(len(each.program) for each in drawn) > 20
    extremes = Counter(extreme for each in drawn for extreme in each.extremes)
    assert len(extremes) > 15
    assert sum(not each.extremes for each in drawn) > 8


@pytest.mark.parametrize("kind", KINDS)
def test_events_are_of_many_kinds(kind: str) -> None:
    assert sum(bool(KINDS[kind](event(number))) for number in range(150)) > 3


def test_the_chosen_events_are_of_all_kinds_and_each_file_of_most_of_its_own() -> None:
    kinds = {number: kinds_of(event(number)) for chosen in CHOSEN.values() for number in chosen}
    shown = {
        file: MATTER[file] & set().union(*(kinds[number] for number in CHOSEN[file]))
        for file in FILES
    }
    matter = set().union(*MATTER.values())
    assert matter <= {*KINDS, *EXTREMES, *made_texts.WORDS}
    assert matter - set().union(*shown.values()) == set()
    few = {file for file in FILES if len(shown[file]) < _MOST * len(MATTER[file])}
    assert few == set()


_MOST = 0.5
