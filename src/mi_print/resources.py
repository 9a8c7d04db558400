"""Where the files that travel with mi-print lie.

In a checkout they stand at the top (`layouts/`, `assets/`); in a wheel they
are packed into `mi_print/bundled/`.  A project's own `layouts/` goes before
them, folder by folder.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKED = _PACKAGE / "bundled"
BUNDLED = _PACKED if _PACKED.is_dir() else _PACKAGE.parents[1]
ASSETS = BUNDLED / "assets"
FONTS = ASSETS / "fonts"
LAYOUTS = BUNDLED / "layouts"
