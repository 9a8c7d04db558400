"""Libraries that are missing are all named, before anything is set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mi_print.errors import MissingError
from mi_print.layout.text import libraries
from mi_print.layout.text.libraries import check_libraries
from tests.conftest import Write

RUN = "import sys; from mi_print.cli import main; sys.exit(main(sys.argv[1:]))"
CURE = (
    "    install Pango and HarfBuzz:"
    " apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
)


class Without:
    """Opens every library but some."""

    RTLD_NOW = 2

    def __init__(self, *missing: str) -> None:
        self.missing = missing

    def dlopen(self, file: str, _flags: int) -> object:
        if file.startswith(self.missing):
            raise OSError(file)
        return file


def test_all_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "ffi", Without())
    check_libraries()
    monkeypatch.setattr(libraries, "ffi", Without("libgobject", "libharfbuzz-subset"))
    with pytest.raises(MissingError) as caught:
        check_libraries()
    (problem,) = caught.value.problems
    named = "libgobject-2.0.so.0, libharfbuzz-subset.so.0"
    assert problem.message == f"these libraries are not on this machine, or not whole: {named}"


@pytest.mark.skipif(sys.platform != "linux", reason="LD_LIBRARY_PATH is Linux's")
@pytest.mark.parametrize("file", ["libpango-1.0.so.0", "libharfbuzz.so.0", "libfontconfig.so.1"])
def test_a_library_that_is_not_whole_ends_the_run_in_one_sentence(
    file: str, write: Write, tmp_path: Path
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / file).write_bytes(b"\x7fELF")
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", RUN, "--project", str(write({})), "cfp"],
        env=os.environ | {"LD_LIBRARY_PATH": str(tmp_path / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 5
    sentence, _, cure = run.stderr.partition("\n")
    assert sentence.startswith("error missing: these libraries are not on this machine, or not")
    assert file in sentence
    assert cure == CURE
