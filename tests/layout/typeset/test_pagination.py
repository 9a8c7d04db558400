"""A book of parts settles on its page numbers, or says why not."""

from collections.abc import Callable, Iterator

import pytest

from mi_print.errors import InputError
from mi_print.layout.typeset.pagination import PageNumbers, paginate
from mi_print.layout.typeset.typesetter import TypesetPages, Typesetter
from mi_print.problem import error
from mi_print.resources import BUNDLED

PAGE = "@page{size:100pt 100pt;margin:5pt} .p{break-after:page} .p:last-child{break-after:auto}"


class Book:
    """Sets parts of so many pages, given as HTML, and remembers what it set."""

    def __init__(self) -> None:
        self.typesetter = Typesetter([BUNDLED], [("page", PAGE, BUNDLED)])
        self.sets: list[str] = []

    def typeset(self, part: str, html: str) -> TypesetPages:
        self.sets.append(part)
        return self.typesetter.set(html, BUNDLED, part)


def single(compose: Callable[[str, PageNumbers], str]) -> Callable[[str, PageNumbers], list[str]]:
    """Return what composes each part as one chapter."""
    return lambda part, numbers: [compose(part, numbers)]


def body(pages: int, anchors: dict[int, str] | None = None, text: str = "") -> str:
    """Return so many pages, some with an id; `text` stands on the first."""
    made = [
        f'<p class="p"{f" id={anchors[n]}" if anchors and n in anchors else ""}>'
        f"{text if n == 0 else ''}</p>"
        for n in range(pages)
    ]
    return f"<body>{''.join(made)}</body>"


def test_a_part_is_told_where_it_starts_and_how_long_the_others_are() -> None:
    told: dict[str, list[tuple[int, int]]] = {"a": [], "b": [], "c": []}

    def compose(part: str, numbers: PageNumbers) -> str:
        told[part].append((numbers.start, numbers.others))
        return body({"a": 2, "b": 3, "c": 1}[part])

    book = Book()
    assert len(paginate(["a", "b", "c"], single(compose), book.typeset)) == 6
    assert told == {"a": [(1, 0), (1, 4)], "b": [(3, 2), (3, 3)], "c": [(6, 5), (6, 5)]}
    assert book.sets == ["a", "b", "c"], "a part without references is set once"


def test_numbers_of_pages_before_and_after_are_right() -> None:
    def compose(part: str, numbers: PageNumbers) -> str:
        if part == "contents":
            return body(1, text=f"{numbers.page_of('x')} {numbers.page_of('y')}")
        if part == "index":
            return body(1, text=numbers.page_of("x"))
        return body(5, {1: "x", 4: "y"})

    book = Book()
    seen: dict[str, str] = {}

    def typeset(part: str, html: str) -> TypesetPages:
        seen[part] = html
        return book.typeset(part, html)

    assert len(paginate(["contents", "body", "index"], single(compose), typeset)) == 7
    assert ">3 6<" in seen["contents"]
    assert ">3<" in seen["index"]
    assert book.sets == ["contents", "body", "index", "contents"]


def test_an_unknown_number_is_as_wide_as_most() -> None:
    numbers = PageNumbers(1, 0, {"here": 7})
    assert numbers.page_of("there") == "000"
    assert numbers.page_of("here") == "7"
    assert numbers.asked == {"there", "here"}


def test_a_part_that_grows_moves_what_follows_until_all_is_settled() -> None:
    """The first part is a page a figure long, and names a page that it pushes on."""

    def compose(part: str, numbers: PageNumbers) -> str:
        if part == "list":
            return body(len(numbers.page_of("end")))
        return body(12, {11: "end"})

    book = Book()
    assert len(paginate(["list", "body"], single(compose), book.typeset)) == 14
    assert book.sets == ["list", "body", "list"]


def test_an_empty_part_is_left_out() -> None:
    book = Book()
    pages = paginate(["a", "b"], lambda part, _: [body(1) if part == "a" else " \n"], book.typeset)
    assert len(pages) == 1
    assert book.sets == ["a"]


def test_what_is_nowhere_is_a_problem_of_each_part_that_asks() -> None:
    def compose(part: str, numbers: PageNumbers) -> str:
        if part == "a":
            return body(1, text=numbers.page_of("lost") + numbers.page_of("gone"))
        return body(1, text=numbers.page_of("lost"))

    with pytest.raises(InputError) as wrong:
        paginate(["a", "b"], single(compose), Book().typeset)
    hint = "\n    give an element of some part this id"
    assert str(wrong.value) == "\n".join(
        [
            f'a: error reference: page_of("gone") is nowhere{hint}',
            f'a: error reference: page_of("lost") is nowhere{hint}',
            f'b: error reference: page_of("lost") is nowhere{hint}',
        ]
    )


def test_an_anchor_that_went_away_is_nowhere() -> None:
    """A part that is left out as soon as the numbers are known takes its anchors along."""

    def compose(part: str, numbers: PageNumbers) -> str:
        if part == "a":
            return body(1, text=numbers.page_of("x"))
        return body(1, {0: "x"}) if numbers.others == 1 and numbers.page_of("x") != "2" else ""

    with pytest.raises(InputError, match=r'page_of\("x"\) is nowhere'):
        paginate(["a", "b"], single(compose), Book().typeset)


def test_numbers_that_never_settle_are_a_problem() -> None:
    def compose(part: str, numbers: PageNumbers) -> str:
        if part == "a":
            return body(1 if numbers.page_of("x") == "3" else 2)
        return body(1, {0: "x"})

    book = Book()
    with pytest.raises(InputError) as wrong:
        paginate(["a", "b"], single(compose), book.typeset)
    assert str(wrong.value) == (
        "error pages: the page numbers don't settle\n"
        "    a part's length depends on its own page numbers; give the numbers a fixed width"
    )
    assert len(book.sets) <= 16  # eight rounds of two parts


def test_chapters_of_a_part_follow_each_other_and_are_set_once() -> None:
    starts: list[int] = []

    def compose(part: str, numbers: PageNumbers) -> Iterator[str]:
        if part == "front":
            yield body(2)
            return
        for number, pages in enumerate((1, 3, 2)):
            starts.append(numbers.start)
            yield body(pages, {0: f"x{number}"}, text=f"{number}")

    book = Book()
    assert len(paginate(["front", "lists"], compose, book.typeset)) == 8
    assert starts == [3, 4, 7] * 2
    assert book.sets == ["front", "lists", "lists", "lists"]


def test_a_part_may_lose_chapters_from_round_to_round() -> None:
    rounds = iter((3, 1, 1, 1))

    def compose(_part: str, _numbers: PageNumbers) -> list[str]:
        return [body(1, {0: f"x{n}"}, text=str(n)) for n in range(next(rounds))]

    assert len(paginate(["lists"], compose, Book().typeset)) == 1


def test_what_is_wrong_in_several_parts_is_said_at_once() -> None:
    def compose(part: str, _: PageNumbers) -> str:
        if part != "b":
            raise InputError([error("template", f"{part} is wrong")])
        return body(1)

    with pytest.raises(InputError) as raised:
        paginate(["a", "b", "c"], single(compose), Book().typeset)
    assert [problem.message for problem in raised.value.problems] == ["a is wrong", "c is wrong"]
