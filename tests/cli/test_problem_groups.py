"""Many problems of one rule are one group, and causes come before what follows from them."""

from mi_print.cli.problem_groups import MOST, MOST_LISTED, grouped, listed
from mi_print.problem import Problem, error, warning


def ids(count: int, file: str = "data/program.yaml") -> list[Problem]:
    return [
        error("unknown-person", f'nobody has the id "{n}"', "add it", file=file, line=n, column=3)
        for n in range(1, count + 1)
    ]


def rules(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(group.rule, len(group.problems)) for group in grouped(problems)]


def test_up_to_five_of_a_rule_stand_by_themselves() -> None:
    assert rules(ids(MOST)) == [("unknown-person", 1)] * 5


def test_more_are_one_group_with_the_first_places() -> None:
    (group,) = grouped(ids(240))
    assert len(group.problems) == 240
    assert group.places == "data/program.yaml:1:3, 2:3, 3:3, 4:3, 5:3"


def test_all_are_said_if_that_is_wanted() -> None:
    assert len(grouped(ids(240), every=True)) == 240


def test_of_one_rule_a_thousand_are_listed_and_the_others_are_counted() -> None:
    problems = [*ids(MOST_LISTED + 1500), warning("capitals", "loud")]
    assert len(listed(problems)) == len(grouped(problems, every=True)) == MOST_LISTED + 2
    assert str(listed(problems)[-1]) == (
        "error unknown-person: 1,500 more of these are not listed\n    mend the others first"
    )


def test_errors_and_warnings_of_one_rule_are_apart() -> None:
    twice = [warning("paper-twice", str(n), line=n) for n in range(1, 7)]
    again = [error("paper-twice", str(n), line=n) for n in range(1, 4)]
    assert rules([*twice, *again]) == [("paper-twice", 1)] * 3 + [("paper-twice", 6)]


def test_places_name_a_file_once_and_pages_too() -> None:
    found = [
        error("X-FONT", str(n), file=file, page=page)
        for n, (file, page) in enumerate([("a.pdf", 1), ("a.pdf", 2), ("a.pdf", 2), ("b.pdf", 9)])
    ]
    (group,) = grouped(
        [
            *found,
            *(error("X-FONT", "whole", file="c.pdf") for _ in range(2)),
            error("X-FONT", "z", file="d.pdf"),
        ]
    )
    assert group.places == "a.pdf, page 1, page 2, b.pdf, page 9, c.pdf, d.pdf"


def test_what_has_no_place_has_none_in_a_group() -> None:
    (group,) = grouped([error("usage", str(n)) for n in range(6)])
    assert group.places == ""


def test_each_remedy_is_said_once() -> None:
    values = [error("value", f"{n} is too small", "write 1 or more", line=n) for n in range(9)]
    values += [error("value", "this is empty", "write it or take the key out", line=10)]
    (group,) = grouped(values)
    assert [problem.message for problem in group.kinds] == ["0 is too small", "this is empty"]


def test_remedies_that_name_other_words_are_one() -> None:
    near = [error("value", f'"{n}"', f'did you mean "{n}a"?', line=n) for n in range(1, 9)]
    assert len(grouped(near)[0].kinds) == 1


def test_a_missing_file_comes_before_its_ids_and_a_value_before_references() -> None:
    problems = [
        *ids(6, "data/papers.yaml"),
        error("value", "this is empty", file="data/workshop.yaml", line=3),
        warning("capitals", "loud", file="data/attendees.csv", line=2),
        error("overlap", "two at once", file="data/program.yaml", line=1),
        error("syntax", "no YAML", file="data/signs.yaml", line=7),
        error("missing-file", "there is no such file", file="data/program.yaml"),
    ]
    assert rules(problems) == [
        ("missing-file", 1),
        ("syntax", 1),
        ("value", 1),
        ("unknown-person", 6),
        ("overlap", 1),
        ("capitals", 1),
    ]


def test_a_column_that_is_not_read_comes_before_the_one_that_is_missing() -> None:
    found = [
        error("missing-key", 'the column "name" is missing', line=1, column=1),
        warning("unknown-column", 'no column is called "nmae"', line=1, column=4),
    ]
    assert [group.rule for group in grouped(found)] == ["unknown-column", "missing-key"]
