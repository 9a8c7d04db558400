"""Interrupts runs at moments spread over all their time, and says what should not have come of it.

python -m tests.attack.interrupting PROJECT 300
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = "import sys; from mi_print.__main__ import main; sys.exit(main())"
GROUP = "SIGINT to the group"
"""What a terminal sends; all other signals are sent to the program alone."""
KINDS = (GROUP, "SIGINT", "SIGTERM", "SIGHUP", "SIGKILL")
INTERRUPTED = 130
LATE = 3.0
"""Seconds within which a run must have ended."""
_NOISE = ("Traceback", "Exception ignored", "Fatal", "a bug in", "KeyboardInterrupt", "SystemExit")


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """A command with {out} for a folder, and what comes of it when nobody interrupts it."""

    arguments: Sequence[str]
    cache: Path
    code: int
    seconds: float
    files: Mapping[str, bytes]


def undisturbed(arguments: Sequence[str], cache: Path) -> Undisturbed:
    """Return what comes of a command; the second time, since the first fills the cache."""
    for _ in range(2):
        with TemporaryDirectory() as name, _begun(arguments, cache, Path(name)) as run:
            began = time.monotonic()
            run.communicate()
            seconds, files = time.monotonic() - began, _everything(Path(name, "out"))
    return Undisturbed(arguments, cache, run.returncode, seconds, files)


def interrupted(command: Undisturbed, kind: str, moment: float) -> list[str]:
    """Interrupt a command and return what should not be.

    Args:
        command: the command.
        kind: one of `KINDS`.
        moment: seconds after it began.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        with _begun(command.arguments, command.cache, folder) as run:
            with contextlib.suppress(subprocess.TimeoutExpired):
                run.wait(moment)
            number = signal.SIGINT if kind == GROUP else signal.Signals[kind]
            if run.poll() is None:
                (os.killpg if kind == GROUP else os.kill)(run.pid, number)
            told = time.monotonic()
            said = run.communicate()[1].decode("utf-8", "replace")
            took = time.monotonic() - told
        wrong = [] if took <= LATE else [f"took {took:.1f} s to end"]
        while (left := _processes(folder)) and time.monotonic() - told < LATE:
            time.sleep(0.02)
        wrong += [f"left {' '.join(left)}"] if left else []
        wrong += [f"said {said!r}"] if any(each in said for each in _NOISE) else []
        if run.returncode not in {command.code, INTERRUPTED, -number}:
            wrong.append(f"ended with {run.returncode} and {said!r}")
        scratch, files = _everything(folder / "scratch"), _everything(folder / "out")
        wrong += [f"left {each}" for each in scratch]
        if kind != "SIGKILL" or run.returncode == command.code:  # else one file may be half there
            wrong += [f"half made: {each}" for each in files if files[each] != command.files[each]]
        if run.returncode == command.code and files.keys() != command.files.keys():
            wrong.append(f"made {sorted(files)}")
        return wrong


def _begun(arguments: Sequence[str], cache: Path, folder: Path) -> "subprocess.Popen[bytes]":
    scratch = folder / "scratch"
    scratch.mkdir()
    out = str(folder / "out")
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *(each.replace("{out}", out) for each in arguments)],
        env=os.environ | {"TMPDIR": str(scratch), "XDG_CACHE_HOME": str(cache)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
        preexec_fn=_undo_nohup,  # noqa: PLW1509 - it only asks the system
    )


def _undo_nohup() -> None:
    for kind in (signal.SIGINT, signal.SIGHUP):
        signal.signal(kind, signal.SIG_DFL)


def _everything(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _processes(folder: Path) -> list[str]:
    """Return the command lines of the processes that know a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended, or is somebody else's
            if str(folder).encode() in (process / "environ").read_bytes():
                line = (process / "cmdline").read_bytes().replace(b"\0", b" ")
                found.append(f"{process.name}: {line.decode('utf-8', 'replace')[:100]}")
    return found


COMMANDS = (
    ("list", "sizes"),
    ("init", "{out}"),
    ("check",),
    ("cfp", "--out", "{out}"),
    ("program", "--out", "{out}"),
    ("badges", "--out", "{out}"),
    ("signage", "--out", "{out}"),
    ("all", "--out", "{out}"),
    ("preflight", "{pdf}"),
)


def _commands(project: Path, cache: Path) -> Iterator[Undisturbed]:
    pdf = str(project / "output" / "print" / "program.pdf")
    for command in COMMANDS:
        arguments = [each.replace("{pdf}", pdf) for each in command]
        yield undisturbed(["--project", str(project), *arguments], cache)


def main(project: Path, count: int, seed: int = 1) -> None:
    """Interrupt the commands in turn and print each interruption that went wrong."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    bad = 0
    with TemporaryDirectory() as cache:
        commands = list(_commands(project, Path(cache)))
        for each in commands:
            print(f"{each.seconds:6.2f} s, ends with {each.code}:", *each.arguments[2:], flush=True)  # noqa: T201
        for number in range(count):
            command, kind = commands[number % len(commands)], KINDS[number % len(KINDS)]
            moment = chance.uniform(0, 1.05 * command.seconds)
            wrong = interrupted(command, kind, moment)
            bad += bool(wrong)
            for fault in wrong:
                at = f"{command.arguments[2:]}, {kind} at {moment:.3f} s"
                print(f"{number}: {at}: {fault}", flush=True)  # noqa: T201
    print(f"{bad} of {count}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *map(int, sys.argv[2:]))
