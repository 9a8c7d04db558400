"""Work in another process, which may fail, crash or never end."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from mi_print.errors import ExitCode, InputError, MissingError
from mi_print.problem import error
from mi_print.processes.child import Child, StoppedError, beat, hear, say, threads
from tests.processes.alone import alone


class OddError(Exception):
    """Can't be unpickled: its arguments are others than it says."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def counts() -> Iterator[int]:
    yield from range(3)


def fails() -> Iterator[int]:
    yield 1
    raise ValueError("no good")


def fails_oddly() -> Iterator[int]:
    yield 1
    raise OddError("no ", "good")


def is_wrong() -> Iterator[int]:
    yield 1
    raise InputError([error("alt", "a picture has no title", file="page.html.j2", page=3)])


def crashes() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def never_ends() -> Iterator[int]:
    yield 1
    subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=False)


def deaf() -> Iterator[int]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    yield os.getpid()
    while True:
        time.sleep(1)


def answers() -> Iterator[str]:
    say("ready")
    while True:
        yield f"{hear()}!"


def beats() -> Iterator[int]:
    for _ in range(4):
        time.sleep(0.5)
        beat()
    yield 1


def stops_halfway() -> Iterator[bytes]:
    os.write(_pipe_of(), (1_000_000).to_bytes(4, "big") + b"half of it")
    time.sleep(60)
    yield b""


def _pipe_of() -> int:
    from mi_print.processes import child  # noqa: PLC0415 - as it is in that process

    assert child._parent is not None  # noqa: SLF001 - a message that breaks off
    return child._parent.fileno()  # noqa: SLF001 - the same


def surroundings() -> Iterator[tuple[str | None, str]]:
    yield os.environ.get("GIVEN_LATE"), str(Path.cwd())


def numbers() -> Iterator[int]:
    yield from range(10**9)


def forked(work: Callable[[], Iterator[int]]) -> list[int]:
    return list(Child(work, 5, fork=True))


def forked_and_failed() -> str:
    try:
        list(Child(fails, 5, fork=True))
    except StoppedError as stopped:
        return str(stopped)
    return "nothing"


@pytest.mark.parametrize("run", [lambda work: list(Child(work, 5)), partial(alone, forked)])
def test_results_come_back_in_order(run: Callable[[object], list[int]]) -> None:
    assert run(counts) == [0, 1, 2]


def test_a_failure_is_said() -> None:
    with pytest.raises(StoppedError, match=r"^failed: ValueError: no good$"):
        list(Child(fails, 5))
    assert alone(forked_and_failed) == "failed: ValueError: no good"


def test_what_failed_is_raised_as_it_was_with_where_it_happened() -> None:
    with pytest.raises(ValueError, match="no good") as caught:
        list(Child(fails, 5).results())
    assert "in fails" in caught.value.__notes__[0]


def test_what_can_not_be_handed_back_is_named() -> None:
    with pytest.raises(RuntimeError, match="OddError: no good"):
        list(Child(fails_oddly, 5).results())


def test_problems_arrive_whole() -> None:
    with pytest.raises(InputError) as caught:
        list(Child(is_wrong, 5).results())
    assert [str(problem) for problem in caught.value.problems] == [
        "page.html.j2, page 3: error alt: a picture has no title"
    ]


def test_a_crash_is_said() -> None:
    with pytest.raises(StoppedError, match=r"^crashed$"):
        list(Child(crashes, 5))


def test_a_crash_of_ours_is_the_machines() -> None:
    with pytest.raises(MissingError) as caught:
        list(Child(crashes, 5).results())
    assert caught.value.exit_code is ExitCode.MISSING
    assert str(caught.value) == (
        "error missing: work in another process crashed\n"
        "    this machine may be out of memory: end other programs, and try again"
    )


def test_what_is_silent_for_too_long_is_stopped_with_all_that_it_started() -> None:
    before = time.monotonic()
    with pytest.raises(StoppedError, match=r"^took longer than 1 s$"):
        list(Child(never_ends, 1))
    assert time.monotonic() - before < 10


def test_a_message_that_breaks_off_has_an_end() -> None:
    with pytest.raises(StoppedError, match=r"^took longer than 1 s$"):
        list(Child(stops_halfway, 1))


def test_signs_of_life_are_no_results() -> None:
    assert list(Child(beats, 1.5)) == [1]


@pytest.mark.skipif(sys.platform != "linux", reason="the process is looked up in Linux's /proc")
def test_who_does_not_end_when_asked_is_ended() -> None:
    child = Child(deaf, 5)
    _, process = child.receive()
    child.stop()
    end = time.monotonic() + 5
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_work_that_is_told() -> None:
    child = Child(answers, 5)
    assert child.receive() == (True, "ready")
    for word in ("one", "two"):
        child.tell(word)
        assert child.receive() == (True, f"{word}!")
    child.stop()


def test_a_child_has_the_surroundings_of_its_beginning(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    list(Child(counts, 5))  # the server runs
    monkeypatch.setenv("GIVEN_LATE", "yes")
    monkeypatch.chdir(tmp_path)
    assert list(Child(surroundings, 5)) == [("yes", str(tmp_path))]


def test_stopping_twice_does_no_harm() -> None:
    work = Child(counts, 5)
    work.stop()
    work.stop()


def test_whoever_stops_listening_stops_the_work() -> None:
    results = iter(Child(numbers, 5))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    results.close()  # type: ignore[attr-defined]  # it is a generator


def with_a_library() -> list[str]:
    try:
        ctypes.CDLL("libpango-1.0.so.0")
        Child(counts, 5, fork=True)
    except RuntimeError as reason:
        return [str(reason), *threads()]
    return []


@pytest.mark.skipif(sys.platform != "linux", reason="what is loaded is read from Linux's /proc")
def test_a_process_that_has_loaded_pango_is_not_forked() -> None:
    said, *loaded = alone(with_a_library)
    assert said.startswith("a process with threads can't be forked: libpango")
    assert "libpango" in loaded
