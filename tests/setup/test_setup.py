"""The lock file, and the script that sets up a working copy."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


def locked() -> dict[str, Requirement]:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pins = [Requirement(line.rstrip(" \\")) for line in lines if line[:1].isalnum()]
    return {pin.name: pin for pin in pins}


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    pins = locked()
    for requirement in map(Requirement, wanted):
        (pin,) = pins[requirement.name.lower()].specifier
        assert pin.operator == "=="
        assert requirement.specifier.contains(pin.version), requirement.name


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text("utf-8")


@pytest.mark.parametrize(
    ("sonames", "missing"),
    [
        (["libpango-1.0.so.0"], ""),
        (["libpango-1.0.so.0", "libnowhere.so.9"], "libnowhere.so.9"),
    ],
)
def test_the_probe_names_the_libraries_that_are_missing(sonames: list[str], missing: str) -> None:
    command = [sys.executable, str(ROOT / "scripts/probe.py"), *sonames]
    done = subprocess.run(  # noqa: S603 - our own script
        command, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == missing


def test_setup_without_a_package_manager_says_what_to_install(tmp_path: Path) -> None:
    """A machine with a Python that finds no library, and with no way to install one."""
    (tmp_path / "python3").write_text(
        '#!/bin/sh\ncase "$1" in scripts/probe.py) echo libpango-1.0.so.0;; esac\n', "utf-8"
    )
    (tmp_path / "python3").chmod(0o755)
    for tool in ("dirname", "tr", "sh"):
        (tmp_path / tool).symlink_to(f"/usr/bin/{tool}")
    done = subprocess.run(  # noqa: S603 - our own script
        ["/bin/sh", str(ROOT / "scripts/setup.sh")],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 5
    assert "mi-print: not on this machine: libpango-1.0.so.0" in done.stderr
    assert "Pango 1.44 or newer with pangoft2" in done.stderr
