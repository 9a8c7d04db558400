"""WeasyPrint's libraries are opened by name, without a search through the machine."""

import ctypes.util
import subprocess
import sys

from mi_print.layout.typeset.dlopen import named_in_full


def test_no_program_is_started_to_find_a_library() -> None:
    code = "import subprocess; subprocess.Popen = None; import mi_print.layout.typeset.typesetter"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert run.returncode == 0, run.stderr


def test_the_search_is_as_before_afterwards() -> None:
    search = ctypes.util.find_library
    with named_in_full():
        assert (ctypes.util.find_library is search) == (sys.platform != "linux")
    assert ctypes.util.find_library is search
