"""What a paper says in one way or the other."""

import pytest
from pydantic import ValidationError

from mi_print.event.model import Paper


def paper(**said: object) -> Paper:
    return Paper.model_validate({"id": "a", "title": "T"} | said)


def test_little_is_needed() -> None:
    found = paper()
    assert (found.authors, found.placed, found.remote, found.board) == ((), {}, False, None)


@pytest.mark.parametrize("said", [{"session": "remote"}, {"remote": True}])
def test_a_paper_is_remote_in_either_word(said: dict[str, object]) -> None:
    assert (paper(**said).remote, paper(**said).placed) == (True, {})


@pytest.mark.parametrize(
    "said", [{"spotlight": True}, {"type": "spotlight"}, {"type": "Spotlight"}]
)
def test_a_spotlight_is_a_type(said: dict[str, object]) -> None:
    found = paper(**said)
    assert found.spotlight
    assert str(found.type).lower() == "spotlight"


def test_in_each_of_several_sessions_a_paper_has_a_board_and_a_place() -> None:
    found = paper(boards={"am": 12, "pm": "A7"})
    assert found.placed == {"am": 12, "pm": "A7"}
    morning, late = found.in_session("am"), found.in_session("pm")
    assert (morning.session, morning.board, morning.anchor) == ("am", 12, "paper-a")
    assert (late.session, late.board, late.anchor) == ("pm", "A7", "paper-a/pm")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"type": "oral", "spotlight": True}, 'type: "oral" and spotlight: true contradict; take'),
        (
            {"type": "spotlight", "spotlight": False},
            'type: "spotlight" and spotlight: false contradict; take',
        ),
        ({"session": "am", "remote": True}, "remote: true and session: am contradict; take"),
        ({"session": "remote", "remote": False}, "session: remote and remote: false contradict"),
        ({"session": "am", "boards": {"pm": 1}}, "boards: names the sessions; take out session:"),
        ({"board": 7}, "board 7 is in no session; add session: with its id"),
    ],
)
def test_what_contradicts_itself_is_an_error(said: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        paper(**said)
    (fault,) = caught.value.errors()
    assert str(fault["ctx"]["error"]).startswith(message)
