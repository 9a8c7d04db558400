"""A check finds what `all` refuses: in full exactly that, and in short nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from mi_print.cli.commands.make import made_in_turn
from mi_print.errors import ExitCode
from mi_print.problem import Problem, errors_of
from mi_print.products.lay_out import lay_out
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.request import Purpose, Request
from tests.cli import small_products
from tests.cli.small_products import page, place

Write = Callable[[dict[str, str]], Path]

LONG = "A name that goes on " * 9


@dataclass(frozen=True)
class Faulty:
    """A project with faults: what is altered, in which products, and the rules that break."""

    files: dict[str, str]
    products: tuple[str, ...]
    rules: set[str]


FAULTY = {
    "nothing": Faulty({}, ("badges",), set()),
    "texts that stand out": Faulty(
        {
            "data/attendees.csv": f"id,name\n1,Ada Sample\n2,{LONG}\n",
            "layouts/cfp/page.html.j2": page(place("{{ workshop.name * 20 }}", "name")),
        },
        ("cfp", "badges"),
        {"overflow"},
    ),
    "a wrong template, nobody with a badge, a file in the way": Faulty(
        {
            "layouts/program/page.html.j2": "{{ workshop.nme }}",
            "data/attendees.csv": "id,name\n",
            "output/print/cfp.pdf": "not ours",
        },
        ("cfp", "program", "badges"),
        {"template", "badges", "exists"},
    ),
    "what preflight rejects": Faulty(
        {"layouts/cfp/page.html.j2": page(place("{{ workshop.name }}", "name", left=2))},
        ("cfp",),
        {"MP-SAFE"},
    ),
    "a size and a profile that are not there": Faulty(
        {
            "data/print.yaml": "cfp: {size: a3}\nprogram: {shop: bare}\n",
            "data/shops.yaml": (
                "shops: {bare: {about: A sample, process: sheetfed, bleed: 3 mm, safe: 3 mm,"
                " page-multiple: 4, colour: {profile: icc/none.icc, condition: FOGRA51, tac: 300}}}"
            ),
        },
        ("cfp", "program"),
        {"size", "missing"},
    ),
}


def made(project: Path, products: Sequence[str], purpose: Purpose) -> tuple[set[Problem], ExitCode]:
    loaded = load_checked(project)
    assert loaded.event
    request = Request(project / "output", purpose=purpose)
    found = list(made_in_turn(products, project, loaded, loaded.event, request))
    code = next((each.code for each in found if each.code), ExitCode.DONE)
    return {problem for each in found for problem in each.problems}, code


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTY)
def test_a_full_check_says_what_all_says_and_a_short_one_nothing_else(
    name: str, write: Write
) -> None:
    faulty = FAULTY[name]
    project = write(small_products.FILES | faulty.files)
    there = {path.relative_to(project) for path in project.rglob("*")}
    loaded = load_checked(project)
    assert loaded.event
    request = Request(project / "output", purpose=Purpose.LAY_OUT)
    short = lay_out(project, loaded, loaded.event, request)
    full, code = made(project, faulty.products, Purpose.CHECK)
    assert {path.relative_to(project) for path in project.rglob("*")} == there
    assert (full, code) == made(project, faulty.products, Purpose.MAKE)
    assert {problem.rule for problem in errors_of(full)} >= faulty.rules
    assert set(map(key, errors_of(short.problems))) <= set(map(key, errors_of(full)))
    assert short.code in {code, ExitCode.DONE}


@pytest.mark.slow
def test_badges_of_very_many_are_laid_out_like_those_of_a_few(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write(small_products.FILES | FAULTY["texts that stand out"].files)
    loaded = load_checked(project)
    assert loaded.event
    request = Request(project / "output", purpose=Purpose.LAY_OUT)
    few = lay_out(project, loaded, loaded.event, request)
    monkeypatch.setattr("mi_print.products.lay_out.EXACT", 0)
    assert lay_out(project, loaded, loaded.event, request) == few
    assert few.code


def key(problem: Problem) -> tuple[str, str]:
    return problem.rule, problem.message
