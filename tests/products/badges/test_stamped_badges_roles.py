"""Badges in roles of a workshop's own: their words, long or short, in their colours."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from mi_print.event.badges import Badge
from mi_print.event.model import Event
from mi_print.products.orders.request import Edition
from tests.products.badges.test_stamped_badges import SIZES, proof, stamped, workshop

ROLES: dict[str, dict[str, object]] = {
    "mentor": {"label": "Mentorin", "colour": "#FFD200"},
    "vip": {"label": "VIP", "colour": "ochre"},
    "awards": {"label": "Wissenschaftliche Programmwahl", "colour": "#0B6E4F"},
    "crew": {
        "label": "Veranstaltungstechnikerinnenteam",
        "colour": {"srgb": "#5A2A82", "cmyk": [80, 95, 0, 5]},
    },
    "guest-of-honour": {},
    "keynote": {"label": "Hauptvortrag"},
}
BANDS = {
    "mentor": "#FFD200",
    "vip": "#A06200",
    "awards": "#0B6E4F",
    "crew": "#5A2A82",
    "guest-of-honour": "#6E6A64",
    "keynote": "#DC3311",
}
SAID = [str(about.get("label", "Guest of honour")) for about in ROLES.values()]


@pytest.fixture(scope="module")
def event() -> Event:
    data = workshop().model_dump(
        mode="json", exclude={"attendees", "papers", "program", "shops", "stocks"}
    )
    data["workshop"]["roles"] = ROLES
    return Event.model_validate(data)


def badges() -> list[Badge]:
    return [Badge(role, "Ada Sample", role, given="Ada", family="Sample") for role in ROLES]


@pytest.mark.parametrize("size", SIZES)
def test_every_role_stands_whole_on_both_sides_and_on_its_colour(size: str, event: Event) -> None:
    with pypdfium2.PdfDocument(proof(stamped(size, badges(), event))) as book:
        said = [page.get_textpage().get_text_range() for page in book]
        said = ["".join(text.replace("\ufffe", "").split()) for text in said]
        feet = [_foot(page.render(scale=1).to_pil()) for page in book]
    for number, (role, label) in enumerate(zip(ROLES, SAID, strict=True)):
        for page in (2 * number, 2 * number + 1):
            assert "".join(label.split()) in said[page]
            assert feet[page] == BANDS[role]


def _foot(page: Image.Image) -> str:
    pixel = page.convert("RGB").crop((2, page.height - 3, 3, page.height - 2))
    return f"#{pixel.tobytes().hex().upper()}"


def test_a_build_that_the_data_gives_is_what_the_press_lays_down(event: Event) -> None:
    series = stamped("4x3in", badges()[3:4], event, (Edition.PRINT,))
    with pikepdf.open(BytesIO(series.editions[Edition.PRINT])) as pdf:
        drawn = b"".join(
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
        )
    assert re.search(rb"\b0?\.8 0?\.95 0 0?\.05 k\b", drawn)
