"""The suite sets its texts in the bundled fonts, as every run of mi-print does."""

from mi_print.layout.fonts import cache_folder, use_bundled_fonts

use_bundled_fonts(cache_folder())
