"""What the tests of the event share."""

from pathlib import Path

import pytest

from tests.event.small import Files, Write, write_project


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes the small project and returns its folder."""

    def write_files(files: Files) -> Path:
        write_project(tmp_path, files)
        return tmp_path

    return write_files
