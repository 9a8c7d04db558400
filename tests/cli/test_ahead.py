"""For which command lines the server of processes starts before they are parsed."""

import pytest

from mi_print.cli import ahead
from mi_print.errors import MissingError
from mi_print.processes import server


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["preflight", "a.pdf"], True),
        (["--project", "here", "--debug", "preflight", "a.pdf"], True),
        (["--project=preflight", "list", "shops"], False),
        (["--project", "preflight", "list", "shops"], False),
        (["explain", "preflight"], False),
        (["--version"], False),
        (["--project"], False),
        ([], False),
    ],
)
def test_only_what_waits_for_it(
    arguments: list[str], *, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(server, "start", lambda *modules: started.append(modules))
    ahead.start(arguments)
    assert started == [(ahead.READ, ahead.LOOK)] * wanted


def test_a_server_that_can_not_be_started_is_left_to_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(*_: object) -> None:
        raise MissingError("no other process can be started", "end other programs")

    monkeypatch.setattr(server, "start", none)
    ahead.start(["preflight", "a.pdf"])
