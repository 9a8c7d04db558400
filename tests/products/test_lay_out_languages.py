"""The words of every language have room in every bundled layout."""

from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.language.word_tables import languages
from tests import small_workshop

WORKSHOP = """\
call:
  opens: 2025-06-01
  deadline: {date: 2025-09-30, zone: AoE}
  notification: 2025-10-30
  submit: https://example.org/submit
  tracks: [{name: A, pages: 8}]
  camera_ready_extra_pages: 1
tentative: true
topics: [A topic]
welcome: [Hello.]
attendance: Everybody.
sponsors: [{name: S}]
people:
  - {id: ada, name: Ada Sample, roles: [keynote]}
  - {id: bob, name: Bob Sample, roles: [organizer, panelist]}
  - {id: cy, name: Cy Sample, roles: [lightning]}
"""
PROGRAM = """\
sessions:
  - {id: key, start: "09:00", end: "10:00", kind: keynote, title: K, speakers: [ada], remote: true}
  - {id: talks, start: "10:00", end: "11:00", kind: lightning, title: L, talks: [{title: T, speakers: [cy]}]}
  - {id: spot, start: "11:00", end: "12:00", kind: spotlights, title: S, posters: one}
  - {id: one, start: "12:00", end: "13:00", kind: posters, title: P}
  - {id: two, start: "13:00", end: "14:00", kind: posters, title: P}
"""
PAPERS = """\
id,title,authors,session,board,spotlight
a,One,Ada Sample,one,1,true
b,Two,Dan Sample,one,2,
c,Three,Eve Sample,two,1,
d,Four,Fay Sample,remote,,true
"""
ATTENDEES = "id,name,role\n" + "".join(
    f"{number},Person {number},{role}\n"
    for number, role in enumerate(
        (
            *("speaker", "panelist", "organizer", "attendee", "volunteer", "sponsor", "press"),
            *("student", "other"),
        )
    )
)
SIGNS = """\
directions: [{id: a, arrow: up-left}]
notices: [{id: b, title: W, wifi: {network: net, password: secret}}]
"""


@pytest.mark.slow
@pytest.mark.parametrize("language", languages().values())
def test_every_word_has_its_place(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "workshop.yaml": f"{small_workshop.YAML}lang: {language}\n{WORKSHOP}",
        "program.yaml": PROGRAM,
        "papers.csv": PAPERS,
        "attendees.csv": ATTENDEES,
        "signs.yaml": SIGNS,
    }
    (tmp_path / "data").mkdir()
    for name, text in files.items():
        (tmp_path / "data" / name).write_text(text, "utf-8")
    status = main(["--project", str(tmp_path), "check"])
    assert "error" not in capsys.readouterr().out
    assert status == 0
