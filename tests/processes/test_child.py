"""Work in another process, which may fail, crash or never end."""

import contextlib
import ctypes
import errno
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
from mi_print.processes.child import Child, StoppedError, threads
from mi_print.processes.limits import allow_seconds
from mi_print.processes.worker import beat, receive, send
from tests.processes.alone import alone

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are read from Linux's /proc")


class OddError(Exception):
    """Can't be unpickled: its arguments are others than it says."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def counts() -> Iterator[int]:
    yield from range(3)


def fails() -> Iterator[int]:
    yield 1
    raise ValueError("no good")


def finds_no_room() -> Iterator[int]:
    raise OSError(errno.ENOSPC, "No space left on device", "a.pdf")
    yield


def fails_oddly() -> Iterator[int]:
    yield 1
    raise OddError("no ", "good")


def is_wrong() -> Iterator[int]:
    yield 1
    raise InputError([error("alt", "a picture has no title", file="page.html.j2", page=3)])


def crashes() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGSEGV)


def is_killed() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def never_ends() -> Iterator[int]:
    yield 1
    subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=False)


def naps() -> Iterator[int]:
    yield os.getpid()
    while True:
        time.sleep(1)


def deaf() -> Iterator[int]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    yield from naps()


def answers() -> Iterator[str]:
    send("ready")
    while True:
        yield f"{receive()}!"


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
    from mi_print.processes import worker  # noqa: PLC0415 - as it is in that process

    assert worker._parent is not None  # noqa: SLF001 - a message that breaks off
    return worker._parent.fileno()  # noqa: SLF001 - the same


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


def test_a_full_disk_is_the_machines_fault() -> None:
    with pytest.raises(MissingError, match=r"missing: a\.pdf can't be used: No space"):
        list(Child(finds_no_room, 5).results())


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


def test_who_is_killed_while_others_are_at_work_is_said_to_be() -> None:
    others = [Child(naps, 60) for _ in range(3)]
    for _ in range(2):
        with pytest.raises(StoppedError, match=r"^was killed$") as caught:
            list(Child(is_killed, 60))
        assert isinstance(caught.value.cause, MissingError)
    for other in others:
        assert other.receive()[0]
        other.stop()


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


def is_busy() -> Iterator[int]:
    allow_seconds(0)
    yield 1
    while True:
        pass


def forked_and_busy() -> tuple[int, str]:
    child = Child(is_busy, 60, fork=True)
    _, first = child.receive()
    try:
        child.receive()
    except StoppedError as stopped:
        return first, str(stopped)
    return first, "goes on"


def test_a_fork_that_takes_too_much_processor_time_is_ended_by_the_system() -> None:
    assert alone(forked_and_busy) == (1, "took too much processor time")


def test_a_message_that_breaks_off_has_an_end() -> None:
    with pytest.raises(StoppedError, match=r"^took longer than 1 s$"):
        list(Child(stops_halfway, 1))


def test_signs_of_life_are_no_results() -> None:
    assert list(Child(beats, 1.5)) == [1]


@LINUX
def test_who_does_not_end_when_asked_is_ended() -> None:
    child = Child(deaf, 5)
    _, process = child.receive()
    child.stop()
    until_gone(process)


def until_gone(process: int) -> None:
    end = time.monotonic() + 5
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_work_that_is_told() -> None:
    child = Child(answers, 5)
    assert child.receive() == (True, "ready")
    for word in ("one", "two"):
        child.send(word)
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


def asks_for_more() -> Iterator[int]:
    yield from Child(counts, 5)


def test_a_child_has_children_of_its_own() -> None:
    assert list(Child(asks_for_more, 5)) == [0, 1, 2]


def opens() -> set[str]:
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # that of the folder itself
            found.add(str(link.readlink()))
    return found


def zombies() -> int:
    children = Path("/proc/self/task").glob("*/children")
    found = [number for path in children for number in path.read_text("utf-8").split()]
    return sum(") Z " in Path(f"/proc/{each}/stat").read_text("utf-8") for each in found)


@LINUX
def test_two_hundred_children_leave_nothing_behind() -> None:
    three = partial(iter, (0, 1, 2))
    list(Child(three, 5))  # the server runs
    before = opens()
    for number in range(200):
        child = Child(three, 5)
        if number % 10:
            assert list(child) == [0, 1, 2]
        else:
            child.stop()
    assert opens() == before
    assert zombies() == 0


def many_forks() -> tuple[bool, int]:
    before = opens()
    for number in range(100):
        child = Child(numbers if number % 10 else crashes, 5, fork=True)
        child.receive()
        child.stop()
    return opens() == before, zombies()


@LINUX
def test_a_hundred_forks_leave_nothing_behind() -> None:
    assert alone(many_forks) == (True, 0)


def holds() -> Iterator[set[str]]:
    yield opens()


def siblings() -> tuple[int, int]:
    first = Child(naps, 5, fork=True)
    first.receive()
    second = Child(holds, 5, fork=True)
    ours = {str(Path(f"/proc/self/fd/{each.fileno()}").readlink()) for each in (first, second)}
    _, found = second.receive()
    first.stop()
    second.stop()
    return len(ours), len(ours & found)


@LINUX
def test_a_fork_has_no_end_of_another_childs_connection() -> None:
    assert alone(siblings) == (2, 0)


def refuse(_parent: int) -> None:
    raise ValueError("no good")


def unwound(notes: str, times: int) -> set[str]:
    """Return the processes that leave this function, where work is stopped as it begins."""
    for _ in range(times):
        try:
            Child(numbers, 5, fork=True).stop()
        finally:
            with Path(notes).open("a", encoding="utf-8") as file:
                file.write(f"{os.getpid()}\n")
    return {*Path(notes).read_text("utf-8").split()} - {str(os.getpid())}


def test_a_fork_that_is_stopped_at_once_does_not_go_on_as_its_parent(tmp_path: Path) -> None:
    assert alone(unwound, str(tmp_path / "notes"), 50) == set()


def test_a_fork_that_can_not_begin_does_not_go_on_as_its_parent(tmp_path: Path) -> None:
    replaced = {"mi_print.processes.signals:end_with": refuse}
    assert alone(unwound, str(tmp_path / "notes"), 1, replaced=replaced) == set()


def floods() -> Iterator[int]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    yield from numbers()


def test_who_sends_on_when_asked_to_end_is_ended() -> None:
    child = Child(floods, 5)
    child.receive()
    before = time.monotonic()
    child.stop()
    assert time.monotonic() - before < 5


def test_a_message_that_breaks_off_does_not_keep_whoever_stops() -> None:
    child = Child(stops_halfway, 60)
    assert child.receive_once() is None  # it has begun
    before = time.monotonic()
    child.stop()
    assert time.monotonic() - before < 5


def dies_halfway() -> Iterator[bytes]:
    os.write(_pipe_of(), (1_000_000).to_bytes(4, "big") + b"half of it")
    os.kill(os.getpid(), signal.SIGKILL)
    yield b""


def test_who_is_killed_within_a_message_is_said_to_be() -> None:
    with pytest.raises(StoppedError, match=r"^was killed$"):
        list(Child(dies_halfway, 5))


def ends_of(kind: int) -> Iterator[str]:
    yield str(os.getpid())
    os.kill(os.getpid(), kind)
    yield "goes on"


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGHUP])
def test_only_the_first_process_is_interrupted(kind: int) -> None:
    assert list(Child(partial(ends_of, kind), 5))[1:] == ["goes on"]


def test_who_is_asked_to_end_ends() -> None:
    with pytest.raises(StoppedError, match=r"^was killed$"):
        list(Child(partial(ends_of, signal.SIGTERM), 5))


def leaves() -> Iterator[int]:
    inner = Child(naps, 60, fork=True)
    yield inner.receive()[1]
    time.sleep(60)


@LINUX
def test_the_children_of_who_is_stopped_end_with_it() -> None:
    child = Child(leaves, 5)
    _, inner = child.receive()
    child.stop()
    until_gone(inner)


def test_where_no_connection_can_be_made_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("socket.socketpair", none)
    with pytest.raises(MissingError, match="no other process can be started: Too many open files"):
        Child(counts, 5)


def with_a_library() -> list[str]:
    try:
        ctypes.CDLL("libpango-1.0.so.0")
        Child(counts, 5, fork=True)
    except RuntimeError as reason:
        return [str(reason), *threads()]
    return []


@LINUX
def test_a_process_that_has_loaded_pango_is_not_forked() -> None:
    said, *loaded = alone(with_a_library)
    assert said.startswith("a process with threads can't be forked: libpango")
    assert "libpango" in loaded
