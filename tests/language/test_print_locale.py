"""Dates, times and words as they are said on paper, whatever the machine's language."""

import datetime as dt
import re

import pytest

from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.language.word_tables import Phrase

DAY = dt.date(2025, 12, 7)
ENGLISH = PrintLocale()


def test_days_are_named_in_full_and_in_short() -> None:
    assert ENGLISH.weekday(DAY) == "Sunday"
    assert ENGLISH.day_month(DAY) == "7\xa0December"
    assert ENGLISH.full_day(DAY) == "7\xa0December\xa02025"
    assert ENGLISH.weekday_full(DAY) == "Sunday, 7\xa0December\xa02025"
    assert ENGLISH.short_day(DAY) == "\u20077\xa0Dec"
    assert ENGLISH.short_day(dt.date(2026, 5, 31)) == "31\xa0May"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_and_weekdays_agree_with_the_calendar(month: int) -> None:
    day = dt.date(2024, month, 29)
    assert ENGLISH.full_day(day).replace("\xa0", " ") == f"{day:%d %B %Y}"
    assert ENGLISH.short_day(day).replace("\xa0", " ") == f"{day:%d %b}"
    assert ENGLISH.weekday(day) == f"{day:%A}"


@pytest.mark.parametrize("lang", ["en-US", "en-GB", "xx"])
def test_all_english_is_written_in_one_way(lang: str) -> None:
    assert PrintLocale(lang).full_day(DAY) == "7\xa0December\xa02025"
    assert PrintLocale(lang).clock(dt.time(14, 30)) == "14:30"


@pytest.mark.parametrize(
    ("lang", "weekday", "short", "full"),
    [
        ("de", "Sonntag, 7. Dezember", "\u20077. Dez.", "7. Dezember 2025"),
        ("de-AT", "Sonntag, 7. Dezember", "\u20077. Dez.", "7. Dezember 2025"),
        ("fr", "Dimanche 7 décembre", "\u20077 déc.", "7 décembre 2025"),
        ("es", "Domingo, 7 de diciembre", "\u20077 dic", "7 de diciembre de 2025"),
        ("ja", "12月7日（日曜日）", "12月7日", "2025年12月7日"),
        ("ko", "12월 7일 일요일", "12월 7일", "2025년 12월 7일"),
        ("sv", "Söndag, 7 december", "\u20077 dec.", "7 december 2025"),
    ],
)
def test_dates_are_those_of_the_language(lang: str, weekday: str, short: str, full: str) -> None:
    spoken = PrintLocale(lang)
    texts = spoken.weekday_month(DAY), spoken.short_day(DAY), spoken.full_day(DAY)
    assert tuple(text.replace("\xa0", " ") for text in texts) == (weekday, short, full)


@pytest.mark.parametrize(
    ("lang", "ranges"),
    [
        ("en", ("4–6 May 2026", "30 April – 2 May 2026", "30 December 2026 – 2 January 2027")),
        ("de", ("4.–6. Mai 2026", "30. April – 2. Mai 2026", "30. Dezember 2026 – 2. Januar 2027")),
        ("fr", ("4–6 mai 2026", "30 avril – 2 mai 2026", "30 décembre 2026 – 2 janvier 2027")),
        (
            "it",
            ("4–6 maggio 2026", "30 aprile – 2 maggio 2026", "30 dicembre 2026 – 2 gennaio 2027"),
        ),
        ("ja", ("2026年5月4日～6日", "2026年4月30日～5月2日", "2026年12月30日～2027年1月2日")),
        ("zh", ("2026年5月4日–6日", "2026年4月30日 – 5月2日", "2026年12月30日 – 2027年1月2日")),
    ],
)
def test_days_in_a_row_are_a_range(lang: str, ranges: tuple[str, ...]) -> None:
    spoken = PrintLocale(lang)
    days = [
        (dt.date(2026, 5, 4), dt.date(2026, 5, 6)),
        (dt.date(2026, 4, 30), dt.date(2026, 5, 2)),
        (dt.date(2026, 12, 30), dt.date(2027, 1, 2)),
    ]
    assert tuple(spoken.day_range(*pair).replace("\xa0", " ") for pair in days) == ranges
    assert spoken.day_range(DAY, DAY) == spoken.full_day(DAY)


def test_times_stand_under_each_other() -> None:
    assert ENGLISH.clock(dt.time(9, 5)) == "\u20079:05"
    assert ENGLISH.clock(dt.time(14, 30)) == "14:30"
    assert ENGLISH.stretch(dt.time(9, 5), dt.time(10)) == "9:05–10:00"


@pytest.mark.parametrize(
    ("lang", "hours", "clock", "within", "across"),
    [
        ("en", 12, "\u20079:30 am", "9:30–10:00 am", "11:30 am–1:00 pm"),
        ("de", None, "09:30", "09:30–10:00", "11:30–13:00"),
        ("es", None, "\u20079:30", "9:30–10:00", "11:30–13:00"),
        ("ja", 12, "午前9:30", "午前9:30～10:00", "午前11:30～午後1:00"),
        ("ko", None, "오전 9:30", "오전 9:30–10:00", "오전 11:30–오후 1:00"),
        ("ko", 24, "09:30", "09:30–10:00", "11:30–13:00"),
        ("fi", None, "\u20079.30", "9.30–10.00", "11.30–13.00"),
    ],
)
def test_times_have_the_hours_that_are_usual_or_asked_for(
    lang: str, hours: int | None, clock: str, within: str, across: str
) -> None:
    spoken = PrintLocale(lang, hours)
    texts = (
        spoken.clock(dt.time(9, 30)),
        spoken.stretch(dt.time(9, 30), dt.time(10)),
        spoken.stretch(dt.time(11, 30), dt.time(13)),
    )
    assert tuple(text.replace("\xa0", " ").replace("\u2060", "") for text in texts) == (
        clock,
        within,
        across,
    )


@pytest.mark.parametrize(("number", "said"), [(0, "zero"), (1, "one"), (12, "twelve"), (13, "13")])
def test_small_numbers_are_words(number: int, said: str) -> None:
    assert ENGLISH.numeral(number) == said


def test_a_number_chooses_the_plural() -> None:
    assert [ENGLISH.word("pages", n=n) for n in (1, 2)] == ["1 page", "2 pages"]
    said = [ENGLISH.ordinal(n) for n in (1, 2, 3, 4, 11, 21)]
    assert said == ["1st", "2nd", "3rd", "4th", "11th", "21st"]


def test_own_words_go_first_and_have_the_plurals_of_their_language() -> None:
    own: dict[str, Phrase] = {
        "contents": "Spis",
        "pages": {"one": "{n} strona", "few": "{n} strony", "other": "{n} stron"},
    }
    spoken = PrintLocale("pl", own=own)
    assert spoken.word("contents") == "Spis"
    assert [spoken.word("pages", n=n) for n in (1, 2, 5)] == ["1 strona", "2 strony", "5 stron"]
    assert spoken.word("notes") == "Notes"


def test_a_list_is_joined_as_the_language_does() -> None:
    assert ENGLISH.listed(["A", "B", "C"]) == "A, B and C"
    assert PrintLocale("de").listed(["A", "B", "C"]) == "A, B und C"
    assert PrintLocale("ja").listed(["A", "B"]) == "A、B"
    assert ENGLISH.listed([]) == ""


def test_authors_are_separated_as_the_language_does() -> None:
    assert ENGLISH.separated(["A", "B", "C"]) == "A, B, C"
    assert PrintLocale("zh-TW").separated(["A", "B"]) == "A、B"
    assert (
        PrintLocale("de", own={"more-texts": "{first} · {second}"}).separated(["A", "B"]) == "A · B"
    )


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        ("contnts", {}, 'no word is called "contnts"; did you mean "contents"?'),
        ("board", {}, '"Board {board}" needs a value for {board}'),
        ("pages", {}, 'the word "pages" is chosen by a number: n=…'),
    ],
)
def test_a_wrong_word_is_an_error(key: str, values: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        ENGLISH.word(key, **values)


def test_a_capital_changes_no_other_letter() -> None:
    assert [capitalized(text) for text in ("by ACL", "événement", "日", "")] == [
        "By ACL",
        "Événement",
        "日",
        "",
    ]
