"""What Pango is called by is what its declarations say."""

import runpy
from pathlib import Path

from mi_print.layout.text import pango_abi

SCRIPT = Path(__file__).parents[3] / "scripts" / "pango_abi.py"


def test_the_committed_module_is_up_to_date() -> None:
    text = runpy.run_path(str(SCRIPT))["written"]()
    again = "run: python scripts/pango_abi.py src/mi_print/layout/text/pango_abi.py"
    assert Path(pango_abi.__file__).read_text("utf-8") == text, again
