"""The real flyer, made once for all tests of it."""

from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.resources import BUNDLED


@pytest.fixture(scope="session")
def flyer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder with the workshop's flyer: Letter for the US, A4 for Europe."""
    out = tmp_path_factory.mktemp("flyer")
    common = ["--project", str(BUNDLED), "cfp", "--out", str(out)]
    assert main(common) == 0
    assert main([*common, "--size", "a4", "--shop", "generic-eu"]) == 0
    return out
