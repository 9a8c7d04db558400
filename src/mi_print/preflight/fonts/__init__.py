"""Fonts as a page uses them: widths, codes, glyphs."""
