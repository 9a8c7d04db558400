"""What a run leaves in the folder for temporary files: nothing."""

import os
import subprocess
import sys
from pathlib import Path

from mi_print.resources import FONTS
from tests.conftest import Write

RUN = "import sys; from mi_print.cli import main; sys.exit(main(sys.argv[1:]))"
LAYOUT = {
    "layouts/own/layout.yaml": "product: cfp\nabout: Mine\npages: 1\nsizes:\n  a5:\n"
    "    margins: {inner: 36 pt, outer: 36 pt, top: 36 pt, foot: 36 pt}\n"
    "    gutter: 9 pt\n    base: 12 pt\n",
    "layouts/own/page.html.j2": "<!doctype html><html lang=en><title>T</title><p>Text",
    "layouts/own/page.css": "@font-face { font-family: Own; src: url(own.ttf) }\n"
    "p { font-family: Own; margin: 1in }\n",
    "data/print.yaml": "cfp: {layout: own, size: a5}\n",
}


def test_a_font_of_a_layout_leaves_no_folder(write: Write, tmp_path: Path) -> None:
    project = write(LAYOUT)
    font = (FONTS / "inter" / "Inter-Regular.ttf").read_bytes()
    (project / "layouts" / "own" / "own.ttf").write_bytes(font)
    (tmp_path / "scratch").mkdir()
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", RUN, "--project", str(project), "cfp", "--edition", "screen"],
        env=os.environ | {"TMPDIR": str(tmp_path / "scratch")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert not list((tmp_path / "scratch").iterdir())
