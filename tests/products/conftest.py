"""The real flyer, made once for all tests of it."""

import shutil
from pathlib import Path

import pytest

from tests.made import made


@pytest.fixture(scope="session")
def flyer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder with the workshop's flyer: Letter for the US, A4 for Europe."""
    out = tmp_path_factory.mktemp("flyer")
    american = made(tmp_path_factory, "cfp", "letter")
    european = made(tmp_path_factory, "cfp", "a4", "--shop", "generic-eu")
    for folder in (american, european):
        shutil.copytree(folder, out, dirs_exist_ok=True)
    return out
