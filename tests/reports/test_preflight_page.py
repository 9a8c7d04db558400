"""The report as a page for a browser."""

import re

import pytest

from mi_print.preflight.check import preflight
from mi_print.preflight.report import PreflightReport, seen, severities
from mi_print.problem import error, warning
from mi_print.reports.preflight_page import preflight_page
from tests.preflight.sheet import US, book, text
from tests.reports.read_page import tags

EVIL = '<script>alert("1")</script>'


@pytest.fixture(scope="module")
def page() -> str:
    data = book(text("Fine", 40, 100), "0 0 0 1 k 0 144 50 72 re f")
    report = preflight(data, US, file=f"{EVIL}.pdf")
    return preflight_page([(report, data)], "generic-us")


def test_nothing_from_a_file_is_markup(page: str) -> None:
    assert tags(page, "script") == []
    assert "&lt;script&gt;" in page


def test_the_page_stands_alone(page: str) -> None:
    assert "http" not in re.sub(r"base64,[^\"]*", "", page)
    assert tags(page, "link") == []
    pictures = tags(page, "img")
    assert [picture["alt"] for picture in pictures] == ["page 1", "page 2"]
    assert all((picture["src"] or "").startswith("data:image/png;base64,") for picture in pictures)


def test_findings_are_boxed_where_they_are(page: str) -> None:
    styles = [each["style"] or "" for each in tags(page, "i") if "error" in (each["class"] or "")]
    boxes = [[float(share) for share in re.findall(r"([0-9.]+)%", style)] for style in styles]
    left, top, width, height = 0, 100 * 81 / 306, 100 * 9 / 234, 100 * 72 / 306
    assert pytest.approx((left, top, width, height), abs=0.1) in boxes


def test_worst_pages_come_first_and_clean_ones_last() -> None:
    data = book("", "", "", "")
    found = (warning("W", "small", page=1), error("E", "large", page=3), error("F", "all"))
    html = preflight_page([(PreflightReport("a.pdf", 4, found, 4), data)], "generic-us")
    headings = re.findall(r"<h3>(.*?)</h3>", html)
    assert headings == ["The whole file", "Page 3", "Page 1", "Nothing found on 2 pages"]
    assert len(tags(html, "img")) == 4


def test_a_heavy_picture_is_made_lighter() -> None:
    lines = " ".join(
        f"{(x * 7919) % 97 / 97} {(x * 31) % 89 / 89} {x % 7 / 7} rg"
        f" {x * 37 % 600} {x * 61 % 780} 3 3 re f"
        for x in range(60_000)
    )
    data = book(lines, size=(612, 792))
    html = preflight_page(
        [(PreflightReport("a.pdf", 1, (error("E", "x", page=1),), 1), data)], "generic-us"
    )
    (picture,) = tags(html, "img")
    assert len(picture["src"] or "") < 1_400_000


def test_an_unreadable_file_is_told_without_pictures() -> None:
    report = preflight(b"nothing", US, file="a.pdf")
    html = preflight_page([(report, b"nothing")], "generic-us")
    assert tags(html, "img") == []
    assert "not readable" in html


def test_words_for_counts() -> None:
    assert severities([error("E", "x"), warning("W", "x")]) == "1 error, 1 warning"
    assert severities([]) == "0 errors, 0 warnings"
    assert seen(PreflightReport("a", 9, (), 9)) == ""
    assert seen(PreflightReport("a", 9, (), 3)) == "pictures of 3 of 9 pages looked at"
