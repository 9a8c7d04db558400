"""Where the files that come with mi-print are.

In a checkout they are at the top (`layouts/`, `assets/`, `docs/`); in a wheel they
are packed into `mi_print/bundled/`.  A layout in a project's own
`layouts/` takes the place of one of the same name.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKED = _PACKAGE / "bundled"
BUNDLED = _PACKED if _PACKED.is_dir() else _PACKAGE.parents[1]
ASSETS = BUNDLED / "assets"
FONTS = ASSETS / "fonts"
LAYOUTS = BUNDLED / "layouts"
DOCS = BUNDLED / "docs"
