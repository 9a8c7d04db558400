"""Which signs are made: kinds by name, orders of single kinds, kinds of a project's own."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.errors import InputError
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import Job
from mi_print.products.orders.product_jobs import check_orders
from mi_print.products.orders.request import Request
from mi_print.products.orders.sign_kinds import sign_jobs
from mi_print.resources import BUNDLED
from tests.made import made
from tests.products.elsewhere import make_elsewhere

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

OWN = {
    "layouts/thanks/layout.yaml": """\
product: signage
kind: thanks
about: Thanks to those who paid
sizes:
  a4-landscape:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
""",
    "layouts/thanks/page.html.j2": """\
{% from "_shared/sign.html.j2" import document with context %}
{% call document('thanks') %}<h1 class="at t-name" style="left:40pt;top:40pt;width:700pt">
Thanks to {{ workshop.host.name }}</h1>
{% endcall %}
""",
    "layouts/thanks/page.css": "",
}


def jobs(project: Path, **wishes: object) -> dict[str, Job]:
    request = Request(project, **wishes)  # type: ignore[arg-type]
    return {job.name: job for job in sign_jobs(project, load_checked(project), request)}


def test_kinds_are_ordered_for_themselves(write: Write) -> None:
    orders = """\
signage:
  shop: generic-eu
  kinds:
    board-cards: {size: a4-landscape}
    door-sign: {shop: generic-us}
"""
    found = jobs(write({"data/print.yaml": orders}))
    assert found["signage-board-cards"].size == "a4-landscape"
    assert found["signage-board-cards"].shop.about == "Sheetfed printers in Europe"
    assert found["signage-door-sign"].shop.about == "Sheetfed printers in the US"
    assert found["signage-time-cards"].size == "letter-landscape"


def test_another_size_has_its_own_name(write: Write) -> None:
    found = jobs(write({}), kinds=("poster-lists",), size="a1", shop="generic-eu")
    assert list(found) == ["signage-poster-lists-a1"]


@pytest.mark.parametrize(
    ("orders", "message"),
    [
        (
            "  kinds:\n    banner: {size: a3}\n",
            'data/print.yaml:3:20: error kind: no kind of sign is called "banner"',
        ),
        (
            "  kinds:\n    door-sign: {size: a5}\n",
            'data/print.yaml:3:23: error size: no size for signage-door-sign is called "a5"',
        ),
        (
            "  kinds:\n    door-sign: {layout: cfp}\n",
            'data/print.yaml:3:25: error layout: no layout for signage-door-sign is called "cfp"',
        ),
        (
            "  shop: corner\n",
            'data/print.yaml:2:9: error shop: no shop for signage is called "corner"',
        ),
    ],
)
def test_an_order_for_what_there_is_not_is_said_where_it_stands(
    write: Write, orders: str, message: str
) -> None:
    project = write({"data/print.yaml": f"signage:\n{orders}"})
    found = [str(problem) for problem in check_orders(project, load_checked(project))]
    assert message in {each.splitlines()[0] for each in found}


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (
            ["--kind", "banner"],
            2,
            'error usage: no kind of sign is called "banner"\n    there are: board-cards, ',
        ),
        (
            ["--kind", "door-sign", "--size", "a1"],
            2,
            'no size is called "a1"\n    the layout door-sign is made for: tabloid, a3\n',
        ),
        (
            ["--kind", "board-cards"],
            3,
            "error empty: there is nothing to print on board-cards\n",
        ),
    ],
)
def test_a_wish_for_what_there_is_not_is_said(
    write: Write, capsys: Capture, options: list[str], code: int, message: str
) -> None:
    assert main(["--project", str(write({})), "signage", *options]) == code
    said = capsys.readouterr()
    assert message in said.err
    assert said.out == ""


def test_a_project_hangs_a_sign_of_its_own(write: Write) -> None:
    project = write(OWN)
    assert main(["--project", str(project), "signage", "--kind", "thanks"]) == 0
    with pypdfium2.PdfDocument(project / "output" / "screen" / "signage-thanks.pdf") as book:
        words = book[0].get_textpage().get_text_range()
    assert " ".join(words.split()) == "Thanks to Big Conference"


def test_of_two_layouts_of_a_kind_the_one_named_like_it_is_taken(write: Write) -> None:
    other = OWN["layouts/thanks/layout.yaml"].replace("kind: thanks", "kind: door-sign")
    files = OWN | {"layouts/thanks/layout.yaml": other}
    assert jobs(write(files))["signage-door-sign"].layout.name == "door-sign"
    files |= {"data/print.yaml": "signage: {kinds: {door-sign: {layout: thanks}}}\n"}
    assert jobs(write(files))["signage-door-sign"].layout.name == "thanks"


def test_what_is_wrong_with_several_signs_is_said_at_once(write: Write, capsys: Capture) -> None:
    signs = """\
directions: [{id: stairs, arrow: left, text: "LONG"}]
notices: [{id: quiet, title: "LONG LONG"}]
""".replace("LONG", "A very long text that nobody can read from afar " * 4)
    project = write({"data/signs.yaml": signs})
    request = ["signage", "--kind", "notices", "--kind", "direction-signs"]
    assert main(["--project", str(project), *request]) == 3
    said = capsys.readouterr().err
    assert "error legible: id stairs: stairs, name: capitals of " in said
    assert "id quiet: " in said
    assert not (project / "output").exists()


def test_what_is_wrong_with_several_manifests_is_said_at_once(write: Write) -> None:
    broken = "product: signage\nkind: KIND\nabout: Nothing\nsizes: {}\n"
    names = ("one", "two")
    files = {f"layouts/{name}/layout.yaml": broken.replace("KIND", name) for name in names}
    with pytest.raises(InputError) as reason:
        jobs(write(files))
    found = {problem.file for problem in reason.value.problems}
    assert found == {f"layouts/{name}/layout.yaml" for name in names}


def test_what_is_wrong_with_one_sign_leaves_it_out_and_no_other(
    write: Write, capsys: Capture
) -> None:
    signs = """\
notices: [{id: one, title: Quiet}, {id: two, title: "LONG LONG"}, {id: three, title: Please}]
directions: [{id: stairs, arrow: left, text: "LONG"}]
times: [5]
""".replace("LONG", "A very long text that nobody can read from afar " * 4)
    project = write({"data/signs.yaml": signs})
    kinds = ["notices", "direction-signs", "time-cards"]
    request = ["signage", "--edition", "screen", *(f"--kind={kind}" for kind in kinds)]
    assert main(["--project", str(project), *request]) == 3
    said = capsys.readouterr()
    assert "id two: " in said.err
    assert "id stairs: " in said.err
    assert said.out == (
        "output/screen/signage-notices.pdf  2 pages  tabloid  1 left out\n"
        "output/screen/signage-time-cards.pdf  2 pages  letter-landscape\n"
    )
    assert "\n0 cards of direction-signs, 1 left out:\n" in said.err
    assert said.err.startswith("2 cards of notices, 1 left out:\n")
    with pypdfium2.PdfDocument(project / "output" / "screen" / "signage-notices.pdf") as book:
        assert [page.get_textpage().get_text_range().split()[0] for page in book] == [
            "Quiet",
            "Please",
        ]


def test_the_same_data_give_the_same_bytes_in_another_process(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = made(tmp_path_factory, "signage")
    kinds = ["poster-lists", "range-signs", "notices"]
    wanted = [word for kind in kinds for word in ("--kind", kind)]
    make_elsewhere(BUNDLED, tmp_path, "signage", *wanted, "--edition", "screen")
    for kind in kinds:
        name = f"screen/signage-{kind}.pdf"
        assert (tmp_path / name).read_bytes() == (first / name).read_bytes()
