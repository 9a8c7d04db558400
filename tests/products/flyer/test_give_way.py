"""What gives way does so in its order, no more than it must, and is counted."""

from mi_print.event.model import Workshop
from mi_print.language.print_locale import PrintLocale
from mi_print.products.flyer.flyer_blocks import FlyerBlock, FlyerItem, FlyerPart, PartKind
from mi_print.products.flyer.give_way import Blocks, CutPart, MoreWords, shortened
from tests.small_workshop import WORKSHOP

SPEECH = MoreWords(
    Workshop.model_validate(WORKSHOP | {"url": "https://example.org/"}), PrintLocale()
)
WORDS = tuple(f"word{number}" for number in range(100))


def blocks(**parts: int) -> dict[str, FlyerBlock]:
    """Return a block for each part, of so many items."""
    return {
        name: FlyerBlock(
            name,
            (FlyerPart(name, PartKind.LIST, tuple(FlyerItem(str(n)) for n in range(count))),),
        )
        for name, count in parts.items()
    }


def items(found: Blocks, name: str) -> list[str]:
    return [item.text for part in found[name].parts for item in part.items]


def total(found: Blocks) -> int:
    return sum(len(items(found, name)) for name in found)


def test_the_first_part_gives_way_first_and_as_little_as_it_must() -> None:
    whole = blocks(topics=40, organizers=30)
    found, cut = shortened(whole, ["organizers", "topics"], lambda b: total(b) <= 55, SPEECH)
    assert cut == [CutPart("organizers", 15, 30)]
    assert items(found, "organizers") == [str(number) for number in range(15)]
    (part,) = found["organizers"].parts
    assert part.more == FlyerItem("… and 15 more at example.org", link="https://example.org/")
    assert found["topics"] == whole["topics"]


def test_each_keeps_some_before_any_is_cut_further() -> None:
    whole = blocks(topics=40, organizers=30)
    _, cut = shortened(whole, ["organizers", "topics"], lambda b: total(b) <= 20, SPEECH)
    assert cut == [CutPart("organizers", 8, 30), CutPart("topics", 12, 40)]
    _, cut = shortened(whole, ["organizers", "topics"], lambda b: total(b) <= 12, SPEECH)
    assert cut == [CutPart("organizers", 4, 30), CutPart("topics", 8, 40)]
    _, cut = shortened(whole, ["organizers", "topics"], lambda _: False, SPEECH)
    assert cut == [CutPart("organizers", 2, 30), CutPart("topics", 2, 40)]


def test_what_has_room_again_since_others_gave_way_comes_back() -> None:
    def fits(found: Blocks) -> bool:
        return len(items(found, "topics")) <= 20 and len(items(found, "organizers")) <= 25

    _, cut = shortened(blocks(topics=40, organizers=30), ["organizers", "topics"], fits, SPEECH)
    assert cut == [CutPart("organizers", 25, 30), CutPart("topics", 20, 40)]
    _, cut = shortened(blocks(topics=40, organizers=24), ["organizers", "topics"], fits, SPEECH)
    assert cut == [CutPart("topics", 20, 40)]


def test_one_is_never_left_out_alone() -> None:
    _, cut = shortened(blocks(topics=20), ["topics"], lambda b: total(b) <= 19, SPEECH)
    assert cut == [CutPart("topics", 18, 20)]
    assert shortened(blocks(topics=3), ["topics"], lambda _: False, SPEECH)[1] == []


def test_running_text_is_cut_at_a_word_or_at_the_end_of_a_sentence() -> None:
    def about(text: str) -> list[str]:
        part = FlyerPart("about", PartKind.TEXT, (FlyerItem(text),))
        found, cut = shortened(
            {"about": FlyerBlock("about", (part,))},
            ["about"],
            lambda b: len(items(b, "about")[0].split()) <= 70,
            SPEECH,
        )
        assert cut[0].running
        assert found["about"].parts[0].more == FlyerItem(
            "More at example.org", link="https://example.org/"
        )
        return items(found, "about")

    (text,) = about(" ".join(WORDS))
    assert text.endswith("word68 …")
    (text,) = about(" ".join((*WORDS[:50], "End.", *WORDS[50:])))
    assert text.endswith("word49 End.")
