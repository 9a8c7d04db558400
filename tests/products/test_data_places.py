"""A fault of a page names the record; what is the layout's own names the layout."""

from mi_print.event.located_texts import LocatedText
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.page_fault import PageFault
from mi_print.products.data_places import DataPlaces

PLACES = DataPlaces(
    TextPlaces([LocatedText("On Samples", "sessions[0].title", "data/program.yaml", 4, 12)])
)


def fault(*texts: str) -> PageFault:
    return PageFault("overflow", "too long", "cut it", 3, (1, 2, 3, 4), tuple((t,) for t in texts))


def test_a_fault_has_the_place_of_its_text_and_its_page() -> None:
    (found,) = PLACES.problems([fault("On\u00a0Samples")], "layouts/program")
    assert str(found) == (
        "data/program.yaml:4:12, page 3 [1 2 3×4 pt]: error overflow: too long\n    cut it"
    )


def test_the_first_text_that_is_known_counts() -> None:
    (found,) = PLACES.problems([fault("Contact", "On Samples")], "layouts/program")
    assert found.file == "data/program.yaml"


def test_a_fault_of_the_layouts_own_names_the_layout() -> None:
    found = PLACES.problems([fault("Contact"), fault()], "layouts/program")
    assert [each.file for each in found] == ["layouts/program", "layouts/program"]
    assert [each.page for each in found] == [3, 3]
