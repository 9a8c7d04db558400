"""Every rule is caught where it is broken, and a clean file has no finding."""

import pytest

from mi_print.preflight.expected import Expected
from mi_print.preflight.rules.catalog import RULES
from mi_print.problem import Problem
from mi_print.trade.shops import shops
from tests.preflight.breaking import x1a
from tests.preflight.examined import examined
from tests.preflight.faults import FAULTS
from tests.preflight.good import HEIGHT, WIDTH, drawing, good, shown

ORDERED = Expected((WIDTH, HEIGHT))


FITTING = [
    name
    for name, row in shops().items()
    if row.colour is None or row.colour.condition == "CGATS TR 006"
]


def found(data: bytes, shop: str = "generic-us", expected: Expected = ORDERED) -> list[Problem]:
    return examined(data, shops()[shop], expected, "sheet.pdf")


@pytest.mark.parametrize(
    "shop",
    [
        name
        for name, row in shops().items()
        if row.colour is None or row.colour.condition == "CGATS TR 006"
    ],
)
def test_a_clean_file_passes_in_silence(shop: str) -> None:
    assert found(good(), shop) == []


def test_a_clean_x1a_file_passes_in_silence() -> None:
    assert found(x1a()) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_caught_and_nothing_else_is_said(fault: str) -> None:
    row = FAULTS[fault]
    problems = found(row.build(), row.shop)
    told = {(str(p.severity), p.rule) for p in problems if p.rule not in row.besides}
    assert told == {(row.severity, row.rule)}
    assert all(p.hint and p.file == "sheet.pdf" for p in problems)


def test_every_rule_is_tested_and_every_finding_has_its_rule() -> None:
    ordered = {"MP-PAGES", "MP-SIZE"}  # below
    assert {row.rule for row in FAULTS.values()} | ordered == set(RULES)


def test_another_size_than_ordered() -> None:
    (problem,) = found(good(), expected=Expected((WIDTH, HEIGHT + 1)))
    assert (problem.rule, problem.page) == ("MP-SIZE", 1)
    assert "(1 more pages)" in problem.message


def test_a_bound_product_has_pages_that_can_be_bound() -> None:
    (problem,) = found(good(), expected=Expected((WIDTH, HEIGHT), bound=True))
    assert (problem.rule, problem.hint) == ("MP-PAGES", "add 2 pages, or leave some out")


def test_the_office_printer_takes_what_the_press_refuses() -> None:
    assert found(FAULTS["an area in RGB"].build(), "office") == []
    assert found(FAULTS["no metadata"].build(), "office") == []
    (problem,) = found(FAULTS["a coarse photograph"].build(), "office")
    assert (problem.rule, str(problem.severity)) == ("R0031", "warning")


def test_like_findings_on_a_page_are_one_problem() -> None:
    words = shown("small")
    many = b" ".join(b"1 0 0 1 30 %d Tm <%s> Tj" % (y, words) for y in range(60, 100, 10))
    (problem,) = found(drawing(b"0 1 1 0 k BT /F1 7 Tf " + many + b" ET"))
    assert problem.message == (
        "text “small” in 7 pt Inter is of several inks and so small that they will not register"
        " (3 more on this page)"
    )
    assert problem.page == 1
    assert problem.box is not None
    assert problem.box[0] == pytest.approx(21)
    assert problem.box[1] == pytest.approx(309 - 60 - 4.9)
