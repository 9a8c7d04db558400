"""Lines of text as glyphs, and the fonts that have them."""
