"""Workshops unlike ours: small, large, in many scripts; each booklet comes out whole or says why.

These are set from files, as a user's are, and read back from what was written.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from mi_print.cli import main
from tests.products.made_up import PEOPLE_OF_THE_WORLD, Row, paper, session
from tests.products.read_booklet import Booklet, places, plain
from tests.small_workshop import WORKSHOP

WORDS = "interpretable features of models that nobody has seen yet"


def write(
    folder: Path,
    sessions: Sequence[Row] = (),
    papers: Sequence[Row] = (),
    people: Sequence[Row] = (),
    **workshop: object,
) -> Path:
    """Write a project, without what is None; JSON is YAML."""
    data = folder / "data"
    data.mkdir(parents=True)
    given = WORKSHOP | {"people": list(people)} | workshop
    whole = {key: value for key, value in given.items() if value is not None}
    for name, content in {
        "workshop": whole,
        "program": {"sessions": list(sessions)},
        "papers": {"papers": list(papers)},
    }.items():
        (data / f"{name}.yaml").write_text(
            json.dumps(content, ensure_ascii=False, default=str), "utf-8"
        )
    return folder


def booklet(project: Path, size: str = "half-letter") -> Booklet:
    command = ["--project", str(project), "program", "--edition", "screen", "--size", size]
    assert main(command) == 0
    (path,) = (project / "output" / "screen").glob("*.pdf")
    return Booklet(path)


def said(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said of a booklet that can't be made."""
    assert main(["--project", str(project), "program", "--edition", "screen"]) == 3
    assert not (project / "output").exists()
    return capsys.readouterr().err


DAY: Sequence[Row] = (session("posters", "11:00", "12:00", "posters"),)


def test_a_workshop_of_nothing_but_a_room(tmp_path: Path) -> None:
    made = booklet(write(tmp_path))
    assert len(made.pages) == 4
    assert "Room 1" in " ".join(made.pages)


def test_one_session_and_no_papers(tmp_path: Path) -> None:
    made = booklet(write(tmp_path, [session("talk", "09:00", "10:00")]), "a5")
    assert len(made.pages) % 4 == 0
    assert [title for level, title, _ in made.bookmarks if level == 0][1:] == [
        *("Contents", "The day at a glance", "Sessions", "Room and venue"),
    ]
    assert "Index" not in " ".join(made.pages), "nobody has a name"


def test_names_that_fill_their_column_with_the_comma_behind_them(tmp_path: Path) -> None:
    names = ["Μρθηεγ Βαάλωνόαψειέ", "Ada Bartholomäusdóttirsen", "وح حدوأ"]
    talks = [{"title": "Sample", "speakers": [{"name": name} for name in names]}]
    title = f"All about {3 * WORDS}"
    made = booklet(
        write(tmp_path, [session("a", "11:00", "12:00", "lightning", talks=talks, title=title)])
    )
    (page,) = [page for page in made.pages if "äusdóttirsen," in page]
    assert "All about interpretable features of models that nobody…" in plain(page)


def test_three_poster_sessions_and_fourteen_topics(tmp_path: Path) -> None:
    sessions = [
        session(f"p{n}", f"{9 + n}:00".zfill(5), f"{10 + n}:00", "posters") for n in (1, 2, 3)
    ]
    papers = [
        paper(f"{s}-{b}", b, session=f"p{s}", category=f"Topic number {(5 * s + b) % 14}")
        for s in (1, 2, 3)
        for b in range(1, 15)
    ]
    made = booklet(write(tmp_path, sessions, papers))
    found = places(made)
    for s in (1, 2, 3):
        for at in range(14):
            topic = f"Topic number {(5 * s + at + 1) % 14}"
            assert topic in made.said(found[f"topic-{s}-{at}"])
    for row in papers:
        assert str(row["title"]) in made.said(found[f"paper-{row['id']}"])


def test_a_topic_has_an_opener_where_it_comes_back_and_one_if_it_is_scattered(
    tmp_path: Path,
) -> None:
    hung = "A" * 10 + "B" * 10 + "A" * 10 + "CD" * 7
    papers = [paper(str(n), n, category=topic) for n, topic in enumerate(hung, 1)]
    made = booklet(write(tmp_path, DAY, papers))
    found = places(made)
    openers = [found[f"topic-1-{at}"] for at in range(5)]
    assert openers == sorted(set(openers))
    assert all(page % 2 == 0 for page in openers)
    contents = made.said(2)
    heads = ("A 1–10", "B 11–20", "A 21–30", "C", "D")
    for opener, head in zip(openers, heads, strict=True):
        assert f"{opener} {head}" in contents
    assert "Boards 31, 33, 35, 37, 39, 41, 43" in made.said(openers[3])
    for row, topic in zip(papers, hung, strict=True):
        page = found[f"paper-{row['id']}"]
        assert topic in made.said(page)
        assert str(row["title"]) in made.said(page)


def test_few_papers_follow_each_other_without_openers(tmp_path: Path) -> None:
    topics = ["Alpha", "Beta", "Gamma"]
    sessions = [*DAY, session("later", "13:00", "14:00", "posters")]
    papers = [
        paper(f"{s}{n}", n, session=s, category=topics[n % 3], awards=[f"Prize {n}"])
        for s in ("posters", "later")
        for n in range(1, 7)
    ]
    made = booklet(write(tmp_path, sessions, papers))
    found = places(made)
    listed = made.said(found["topic-1-0"])
    assert len({found[f"topic-{s}-{at}"] for s in (1, 2) for at in range(3)}) <= 2
    places_of = [listed.index(each) for each in ("Posters, session 1", "Beta", "Gamma", "Alpha")]
    assert places_of == sorted(places_of)
    text = " ".join(made.pages)
    assert all(text.count(f"Prize {n}") == 2 for n in range(1, 7))


LONG_TITLE = "Measures of what nobody has seen, and of what nobody will – with a word on waiting"


@pytest.mark.parametrize(
    ("before", "title", "said"),
    [
        (17, 'On "Waiting"', 'On "Waiting"'),
        (18, LONG_TITLE, "Measures of what nobody has seen, and of what nobody will…"),
    ],
)
def test_an_abstract_that_goes_on_leaves_no_line_alone_and_says_whose_it_is(
    tmp_path: Path, before: int, title: str, said: str
) -> None:
    abstract = "\n\n".join(["The problem", *(f"{WORDS} {n} " * 9 for n in range(4)), "The end"])
    times = [f"{9 + n // 4:02}:{n % 4 * 15:02}" for n in range(before + 1)]
    rows = [session(f"talk{n}", *times[n : n + 2]) for n in range(before)]
    rows.append(session("long", "20:00", "21:00", title=title, abstract=abstract))
    project = write(tmp_path / "one", rows)
    (project / "data" / "print.yaml").write_text("program: {abstracts: true}\n", "utf-8")
    assert main(["--project", str(project), "program", "--edition", "screen"]) == 0
    pages = Booklet(project / "output" / "screen" / "program.pdf").pages
    told = [page for page in pages if plain(WORDS) in page]
    continued = plain(f"{said} (continued)")
    assert [continued in page for page in told] == [False, *(True for _ in told[1:])]
    assert "The problem" in told[0]
    assert "The end" in told[-1]


def test_abstracts_are_in_the_lists_if_they_are_ordered(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(900))
    papers = [paper("a", 1, abstract=f"First.\n\n{long}"), paper("b", abstract="Second.")]
    project = write(tmp_path / "ordered", DAY, papers)
    (project / "data" / "print.yaml").write_text("program: {abstracts: true}\n", "utf-8")
    text = " ".join(booklet(project).pages)
    assert all(f"word{n}" in text for n in range(900))
    assert "Second." in text
    plainly = " ".join(booklet(write(tmp_path / "not", DAY, papers)).pages)
    assert "word1" not in plainly
    assert "Second." not in plainly


def test_remote_papers_stand_by_their_topics(tmp_path: Path) -> None:
    papers = [paper(f"p{n}", category="Alpha" if n % 2 else "Beta") for n in range(4)]
    made = booklet(write(tmp_path, papers=papers))
    text = made.said(places(made)["remote"])
    order = ("Beta", "Paper p0", "Paper p2", "Alpha", "Paper p1", "Paper p3")
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)


@pytest.mark.parametrize("count", [1, 100])
def test_papers_of_very_many_authors_and_of_none(tmp_path: Path, count: int) -> None:
    names = [f"Sample {chr(65 + n % 26)}. Author{n}" for n in range(count)]
    names.append("The International Collaboration for the Study of Very Long Names of Groups")
    papers = [paper("a", 1, authors=names), paper("b", 2, authors=[])]
    made = booklet(write(tmp_path, DAY, papers))
    page = made.said(places(made)["paper-a"])
    assert all(name in page for name in names)
    assert "Paper b" in page


def test_names_in_all_scripts_are_in_the_list_and_in_the_index(tmp_path: Path) -> None:
    """Scripts written from the right or with reordered marks are looked at in pictures."""
    papers = [
        paper(str(n), n, authors=[name]) for n, name in enumerate(PEOPLE_OF_THE_WORLD.values(), 1)
    ]
    made = booklet(write(tmp_path, DAY, papers))
    found = places(made)
    index = " ".join(made.pages[found["index"] - 1 :])
    plainly = {"Latin", "Vietnamese", "Greek", "Cyrillic", "Georgian", "Armenian", "Ethiopic"}
    for n, (script, name) in enumerate(PEOPLE_OF_THE_WORLD.items(), 1):
        if script in plainly or script in {"Chinese", "Japanese", "Korean"}:
            assert plain(name) in made.said(found[f"paper-{n}"]), script
            assert all(part in index for part in plain(name).split(" ")), script


def test_papers_without_a_place_and_remote_ones_stand_below_each_other(tmp_path: Path) -> None:
    remote = {**paper("far", 1), "session": "remote", "board": None}
    nowhere = {**paper("near", 2), "session": None, "board": None}
    papers = [{key: value for key, value in each.items() if value} for each in (nowhere, remote)]
    made = booklet(write(tmp_path, papers=papers))
    found = places(made)
    text = made.said(found["remote"])
    assert found["other-papers"] == found["remote"]
    assert text.index("Papers") < text.index("Remote papers") < text.index("Presented from")


@pytest.mark.parametrize("name", ["เจ มะแง", "चित्रा 本居"])
def test_a_name_of_another_font_takes_no_more_of_the_index(tmp_path: Path, name: str) -> None:
    papers = [paper(str(n), n, authors=[f"{name} {n:02}"]) for n in range(1, 90)]
    made = booklet(write(tmp_path, DAY, papers))
    index = " ".join(made.pages[places(made)["index"] - 1 :])
    assert all(f" {n:02}" in index for n in range(1, 90))


def test_board_labels_stand_beside_long_topics_in_the_contents(tmp_path: Path) -> None:
    topic = "A topic whose name is as long as a line of the contents has letters, and more"
    papers = [{**paper(str(n), n), "board": f"Hall-D-{n:02}", "category": topic} for n in (1, 2)]
    assert topic.split(" ", maxsplit=1)[0] in " ".join(booklet(write(tmp_path, DAY, papers)).pages)


def test_a_topic_without_boards_has_no_range(tmp_path: Path) -> None:
    papers = [{"id": "a", "title": "Paper a", "session": "posters", "category": "Topic"}]
    made = booklet(write(tmp_path, DAY, papers))
    assert "Paper a" in " ".join(made.pages)
    assert "None" not in " ".join(made.pages)


def test_five_days_apart_fit_the_cover(tmp_path: Path) -> None:
    dates = ["2026-05-12", "2026-05-13", "2026-05-15", "2026-05-16", "2026-05-18"]
    made = booklet(write(tmp_path, date=None, dates=dates))
    assert "12 May, 13 May" in plain(made.pages[0])


def test_sponsors_are_listed(tmp_path: Path) -> None:
    sponsors = [{"name": f"Sponsor {n}", "level": "Gold"} for n in range(12)]
    made = booklet(write(tmp_path, sponsors=sponsors))
    page = made.said(places(made)["sponsors"])
    assert all(sponsor["name"] in page for sponsor in sponsors)


def test_markup_and_template_syntax_print_as_they_are_written(tmp_path: Path) -> None:
    name = "</p><script>{{ 7 * 7 }}</script> {% raw %} & #{x} \\22"
    made = booklet(write(tmp_path, DAY, [paper("a", 1, title=name, authors=[name])]))
    page = made.said(places(made)["paper-a"])
    assert page.count(name) == 2


def test_a_control_character_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = said(write(tmp_path, DAY, [paper("a", 1, title="One\u0007two")]), capsys)
    assert found.startswith("data/papers.yaml:1:")
    assert "U+0007" in found


def test_a_day_that_is_too_long_for_its_page_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [
        {"id": f"p{n}", "name": f"Speaker Number {n}", "roles": ["speaker"]} for n in range(100)
    ]
    everybody = [person["id"] for person in people]
    sessions = [session("panel", "09:00", "10:00", "panel", speakers=everybody)]
    found = said(write(tmp_path, sessions, people=people), capsys)
    message = 'error overflow: what is in the frame "day at a glance" goes on from the page before'
    assert "data/workshop.yaml:" in found
    assert ", page 4 [" in found
    assert message in found


def test_the_same_data_give_the_same_bytes_twice(tmp_path: Path) -> None:
    papers = (paper("a", 1), paper("b"))
    first = booklet(write(tmp_path / "one", DAY, papers)).path.read_bytes()
    assert booklet(write(tmp_path / "two", DAY, papers)).path.read_bytes() == first


def test_a_long_title_of_the_workshop_fits_the_cover(tmp_path: Path) -> None:
    name = "The Seventh International and Interdisciplinary Workshop on " + WORDS
    made = booklet(write(tmp_path, name=name))
    assert name in made.said(1)


def test_a_name_wider_than_a_column_of_the_index_is_said_where_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "Ada" + "verylong" * 5
    project = write(tmp_path, DAY, [paper("a", 1, authors=[name])])
    wrong = said(project, capsys)
    assert "data/papers.yaml:1:" in wrong
    assert "pt wider than a column of the index" in wrong
