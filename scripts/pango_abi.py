# noqa: INP001 - a script, not a package
"""Write `src/mi_print/layout/text/pango_abi.py`: what Pango and its libraries are called by.

Developers' tooling: run it after changing the declarations below.

    python scripts/pango_abi.py src/mi_print/layout/text/pango_abi.py

cffi reads declarations of C by a parser written in Python, which takes longer
than measuring a page of text.  So they are read here, once, and what comes of
it travels with mi-print.  Declarations: https://docs.gtk.org/Pango/
"""

import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from cffi import FFI

MODULE = "mi_print.layout.text.pango_abi"
HEAD = '''\
"""The functions and structures of Pango, GObject and fontconfig, as cffi has them at hand.

`scripts/pango_abi.py` has the declarations and writes this file; nobody else does.
"""
# ruff: noqa: E501, Q000 - as cffi writes it
# fmt: off

'''
DECLARATIONS = """
    typedef void *gpointer;
    typedef struct GSList { gpointer data; struct GSList *next; } GSList;
    typedef struct {
        gpointer klass; unsigned int start_index; unsigned int end_index;
    } PangoAttribute;
    typedef struct {
        gpointer shape_engine; gpointer lang_engine; gpointer font;
        uint8_t level; uint8_t gravity; uint8_t flags; uint8_t script;
        gpointer language; GSList *extra_attrs;
    } PangoAnalysis;
    typedef struct { int offset; int length; int num_chars; PangoAnalysis analysis; } PangoItem;
    typedef struct {
        uint32_t glyph; int width; int x_offset; int y_offset; uint32_t attr;
    } PangoGlyphInfo;
    typedef struct {
        int num_glyphs; PangoGlyphInfo *glyphs; int *log_clusters;
    } PangoGlyphString;
    typedef struct { PangoItem *item; PangoGlyphString *glyphs; } PangoGlyphItem;
    typedef struct {
        gpointer layout; int start_index; int length; GSList *runs;
    } PangoLayoutLine;
    typedef struct { int x; int y; int width; int height; } PangoRectangle;
    void g_object_unref (gpointer);
    gpointer pango_ft2_font_map_new (void);
    gpointer pango_font_map_create_context (gpointer);
    void pango_context_set_round_glyph_positions (gpointer, int);
    void pango_context_set_language (gpointer, gpointer);
    gpointer pango_language_from_string (const char *);
    gpointer pango_layout_new (gpointer);
    void pango_layout_set_text (gpointer, const char *, int);
    void pango_layout_set_single_paragraph_mode (gpointer, int);
    void pango_layout_set_font_description (gpointer, gpointer);
    void pango_layout_set_attributes (gpointer, gpointer);
    gpointer pango_layout_get_line_readonly (gpointer, int);
    void pango_layout_line_get_extents (gpointer, PangoRectangle *, PangoRectangle *);
    int pango_layout_get_unknown_glyphs_count (gpointer);
    const uint32_t *pango_layout_get_log_attrs_readonly (gpointer, int *);
    gpointer pango_font_description_new (void);
    void pango_font_description_free (gpointer);
    void pango_font_description_set_family (gpointer, const char *);
    void pango_font_description_set_weight (gpointer, int);
    void pango_font_description_set_absolute_size (gpointer, double);
    gpointer pango_attr_list_new (void);
    void pango_attr_list_unref (gpointer);
    void pango_attr_list_insert (gpointer, gpointer);
    gpointer pango_attr_letter_spacing_new (int);
    gpointer pango_attr_font_features_new (const char *);
    gpointer g_object_ref (gpointer);
    void pango_context_set_base_dir (gpointer, int);
    void pango_layout_set_auto_dir (gpointer, int);
    gpointer pango_fc_font_get_pattern (gpointer);
    int FcPatternGetString (gpointer, const char *, int, char **);
    int FcPatternGetInteger (gpointer, const char *, int, int *);
    gpointer FcInitLoadConfigAndFonts (void);
    void FcConfigDestroy (gpointer);
"""


def written() -> str:
    """Return the module's text."""
    ffi = FFI()
    ffi.cdef(DECLARATIONS)
    ffi.set_source(MODULE, None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.py"
        with redirect_stdout(StringIO()):  # it says what it does
            ffi.emit_python_code(str(path))
        _, _, body = path.read_text("utf-8").partition("import _cffi_backend")
    return f"{HEAD}import _cffi_backend{body}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(written(), "utf-8")
