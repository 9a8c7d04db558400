"""The code of the submission address, and the address below it."""

from mi_print.layout import qr
from mi_print.layout.template_api.logos import LogoRows
from mi_print.products.flyer.flyer_blocks import FlyerBlock, FlyerPart, PartKind
from mi_print.products.flyer.set_blocks import SetBlock
from mi_print.products.flyer.set_items import SetType
from mi_print.products.flyer.submit_block import PlacedCode, submit_block
from mi_print.units import points
from tests.products.made_up import context

CONTEXT = context("letter", "cfp")
TYPE = SetType(
    CONTEXT.face("text"),
    CONTEXT.face("strong"),
    "en",
    lambda _, width, area: LogoRows([], width, area),
)
BLOCK = FlyerBlock("submit", (FlyerPart("submit", PartKind.TEXT, (), "Submit by a long Sunday"),))
WIDTH = 120.0


def made(address: str) -> tuple[SetBlock, PlacedCode]:
    return submit_block(BLOCK, address, WIDTH, TYPE, CONTEXT.face("address"))


def test_a_code_is_25_mm_wide_or_as_wide_as_its_modules_print() -> None:
    assert made("https://example.org")[1].size == points("25 mm")
    _, code = made("https://example.org/" + "0f" * 180)
    assert points("25 mm") < code.size < WIDTH
    assert qr.has_room("https://example.org/" + "0f" * 180, code.size)


def test_an_address_too_long_for_any_has_the_code_s_place() -> None:
    longest = "https://example.org/" + "0f" * 370
    too_long = longest + "0f" * 20
    assert qr.has_room(longest, WIDTH)
    assert not qr.has_room(too_long, WIDTH)
    block, code = made(longest)
    without, plain = made(too_long)
    assert len(plain.lines) > len(code.lines)
    assert block.height - without.height > 0.8 * WIDTH
    assert plain.top + plain.height < without.height + 1
