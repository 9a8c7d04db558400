"""Stamped texts stay out of keep-outs and of the shop's safe margin, on every page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.geometry import Area
from mi_print.layout.checks.keep_outs import KeepOuts, KeepOutZone
from mi_print.products.edition import preflight_gate
from mi_print.products.edition.page_map import PageMap
from mi_print.products.variable_data.keep_out_hits import in_keep_outs, in_safe_margin
from mi_print.products.variable_data.stamp_series import StampedSeries
from mi_print.series.slot_groups import groups
from mi_print.series.text_outcome import OutcomeFilter, inks
from tests.products.sample_layouts import manifest, page, project
from tests.series.sample_slots import text_slot

Write = Callable[[dict[str, str]], Path]

BODY = """\
<section class="side">
<p class="at t-badge-name" data-slot="name" data-fit="40pt..16pt"
  style="{{ box(20, 30, 248, 90) }}"></p>
</section>
"""
PAGES = PageMap(range(100), 2)
SLOT = text_slot(box=(10, 20, 100, 40), page=2)
CLIP = KeepOuts((KeepOutZone("clip", (60, 0, 50, 50)),), (200, 100), 0)


def asked(keep_outs: KeepOuts) -> OutcomeFilter:
    return OutcomeFilter.of([SLOT], keep_outs, lambda _slot, _fitted: False)


def series(keep_outs: KeepOuts, *texts: str) -> StampedSeries:
    """Return records of two pages, each with a text on its second."""
    (group,) = groups([SLOT])
    found = []
    for text in texts:
        ((slot, fitted),) = group.fitted({"name": text}, "en")
        outcome = asked(keep_outs).outcome(slot, fitted)
        found.append((outcome,) if outcome else ())
    return StampedSeries({}, tuple(found), ())


def test_only_the_ink_of_a_text_counts() -> None:
    problems = list(in_keep_outs(series(CLIP, "Ada", "Adalbert", "Ada"), "layouts/x"))
    ((number, problem),) = problems
    assert (number, problem.rule, problem.page) == (1, "keep-out", 2)
    assert problem.message == "“Adalbert” stands in the clip"
    assert problem.box
    x, y, width, height = problem.box
    assert 10 <= x < 60 < x + width < 110
    assert 20 <= y < y + height < 60


def test_no_line_is_looked_at_where_no_keep_out_is_near() -> None:
    far = KeepOuts((KeepOutZone("clip", (150, 0, 50, 100)),), (200, 100), 8)
    assert asked(far).watched == frozenset()
    assert asked(CLIP).watched == {"name"}
    assert asked(far.with_margin(9)).watched == {"name"}
    assert asked(far.with_margin(7)).watched == set()


def test_ink_is_measured_where_the_slot_has_come_to() -> None:
    turned = text_slot(box=(10, 20, 100, 40), matrix=(0, 1, -1, 0, 100, 0))
    boxes: list[Area] = []
    for slot in (SLOT, turned):
        ((_, fitted),) = groups([slot])[0].fitted({"name": "Ada"}, "en")
        boxes += inks(slot, fitted)
    (x, y, width, height), other = boxes
    assert other == pytest.approx((100 - y - height, x, height, width))


def test_a_safe_margin_goes_round_the_page() -> None:
    keep_outs = KeepOuts((), (200, 100), 0).with_margin(10)
    inside, near = (50, 40, 9, 9), [(9, 40, 9, 9), (50, 9, 9, 9), (182, 40, 9, 9), (50, 82, 9, 9)]
    assert list(keep_outs.entered(inside)) == []
    for box in near:
        assert list(keep_outs.entered(box)) == [("MP-SAFE", "safe margin")]
    problems = list(in_safe_margin(series(keep_outs.with_margin(30), "Ada", "Bea"), PAGES, 30))
    assert [problem.page for problem in problems] == [2, 4]
    assert "“Ada” stands in the safe margin; the shop wants" in problems[0].message


def test_each_record_whose_text_enters_a_keep_out_is_known() -> None:
    found = in_keep_outs(series(CLIP, *["Adalbert"] * 100), "layouts/x")
    assert [number for number, _ in found] == list(range(100))


def test_a_slot_that_stands_wrong_is_not_said_of_every_page() -> None:
    margin = KeepOuts((), (200, 100), 0).with_margin(30)
    problems = list(in_safe_margin(series(margin, *["Adalbert"] * 100), PAGES, 30))
    assert len(problems) == 21
    assert problems[-1].message.startswith("80 more texts of “name” stand in the safe margin; ")
    assert problems[-1].page is None


@pytest.fixture
def folder(write: Write) -> Path:
    return write(project(manifest(), BODY, "id,name\na,Ada Short\nb,Wilhelmina Long\n"))


def badges(folder: Path, *options: str) -> int:
    return main(["--project", str(folder), "badges", *options])


def test_whose_text_enters_a_keep_out_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = "    keep-outs: [{about: clip, x: 230 pt, y: 0 pt, width: 58 pt, height: 120 pt}]\n"
    (folder / "layouts" / "sample" / "layout.yaml").write_text(manifest() + clip, "utf-8")
    assert badges(folder) == 3
    said = capsys.readouterr().err
    assert "\ndata/attendees.csv:3:3: error keep-out: badge of Wilhelmina Long, side 1: " in said
    assert "“Wilhelmina Long” stands in the clip" in said
    assert said.count("error") == 2
    assert said.startswith("error left-out: 1 of 2 badges can't be made, and so none is\n")
    assert not (folder / "output").exists()


def test_a_text_in_the_safe_margin_is_found_on_a_page_that_is_not_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preflight_gate, "MOST_DRAWN", 1)
    wide = page(BODY.replace("248", "266"))
    (folder / "layouts" / "sample" / "page.html.j2").write_text(wide, "utf-8")
    assert badges(folder, "--edition", "screen") == 0
    assert badges(folder, "--edition", "print") == 4
    said = capsys.readouterr().err
    assert "output/print/badges.rejected.pdf, page 2 [" in said
    assert "“Wilhelmina Long” stands in the safe margin" in said


SHARED = """\
<section class="side">
<p class="at t-badge-name" data-slot="name" data-fit="20pt" style="{{ box(20, 30, 248, 24) }}"></p>
<p class="at t-badge-name" data-slot="below" data-fit="20pt" data-upright="top"
  style="{{ box(100, 34, 168, 24) }};text-align:right"></p>
<p class="at t-badge-day" style="{{ box(180, 40, 60, 12) }}">Fixed</p>
</section>
"""


def test_whose_texts_are_printed_over_others_is_said(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    people = (
        "id,name,affiliation\n"
        "a,Al Sample,\n"
        "b,Bo Sample of Some Length,\n"
        "c,Cy Sample,Institute for Examples\n"
    )
    assert badges(write(project(manifest(), SHARED, people))) == 3
    said = capsys.readouterr().err
    assert "badge of Bo Sample of Some Length, side 1: “Bo Sample of Some Length” is" in said
    assert "“Bo Sample of Some Length” is printed over “Fixed”" in said
    assert "“Institute for Examples” is printed over “Cy Sample”" in said
    assert "badge of Al Sample" not in said
