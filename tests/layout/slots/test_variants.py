"""Masters: as few as the design differs, and nobody's name on any of them."""

from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.layout.slots.variants import VariantRecord, variants
from mi_print.layout.template_api.templates import Templates

RECORDS: list[dict[str, object]] = [
    {"name": "Ada", "role": "speaker", "url": "https://example.org"},
    {"name": "Bo", "role": "student", "url": None},
    {"name": "Cy", "role": "speaker", "url": "https://example.com"},
    {"name": "Di", "role": "speaker", "url": ""},
]


def test_each_combination_that_occurs_has_a_master() -> None:
    found = variants(RECORDS, ["role", "url?"], "layout.yaml")
    assert [(each.key, each.records) for each in found] == [
        (("speaker", True), (0, 2)),
        (("student", False), (1,)),
        (("speaker", False), (3,)),
    ]
    assert (found[0].record.role, found[0].record.url) == ("speaker", True)


def test_a_series_of_one_design_has_one_master() -> None:
    (found,) = variants(RECORDS, [], "layout.yaml")
    assert found.records == (0, 1, 2, 3)
    assert variants([], ["role"], "layout.yaml") == []


def test_a_field_that_no_record_has_is_a_problem() -> None:
    with pytest.raises(InputError) as reason:
        variants(RECORDS, ["rôle", "colour?"], "l/layout.yaml")
    assert [str(each) for each in reason.value.problems] == [
        f"l/layout.yaml: error slot: no record has “{name}”\n    they have: name, role, url"
        for name in ("rôle", "colour")
    ]


def test_fields_of_all_numbers_are_named_at_once() -> None:
    numbered: list[dict[str, object]] = [
        {"url_1": "a", "url_2": "", "url_10": "", "urls": "x", "topic_1": "Circuits"},
        {"url_1": "b", "url_2": "", "url_10": "", "urls": "y", "topic_1": "Circuits"},
        {"url_1": "", "url_2": "", "url_10": "c", "urls": "z", "topic_1": "Circuits"},
    ]
    found = variants(numbered, ["topic_#", "url_#?"], "layout.yaml")
    assert [(each.key, each.records) for each in found] == [
        (("Circuits", True, False, False), (0, 1)),
        (("Circuits", False, False, True), (2,)),
    ]
    assert (found[1].record.url_10, found[1].record.url_1) == (True, False)
    with pytest.raises(InputError, match="no record has “arc_#”"):
        variants(numbered, ["arc_#?"], "layout.yaml")


def said(tmp_path: Path, template: str) -> str:
    (tmp_path / "layouts/l").mkdir(parents=True)
    (tmp_path / "layouts/l/page.html.j2").write_text(template, "utf-8")
    record = VariantRecord({"role": "speaker"}, ["name", "role"])
    return Templates([tmp_path / "layouts"], tmp_path).render(
        "l/page.html.j2", {"badges": [record]}
    )


def test_a_template_sees_what_the_layout_varies_by(tmp_path: Path) -> None:
    assert said(tmp_path, "{% for badge in badges %}{{ badge.role }}{% endfor %}") == "speaker"


@pytest.mark.parametrize(
    ("field", "message"),
    [("name", "“name” differs from record to record"), ("nmae", "has no attribute 'nmae'")],
)
def test_a_template_cannot_print_what_is_one_persons(
    tmp_path: Path, field: str, message: str
) -> None:
    with pytest.raises(InputError) as reason:
        said(tmp_path, f"\n{{{{ badges[0].{field} }}}}")
    assert str(reason.value).startswith("layouts/l/page.html.j2:2: error template: ")
    assert message in str(reason.value)
