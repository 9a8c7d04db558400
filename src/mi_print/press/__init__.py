"""Typeset pages in RGB become the screen edition and the print edition."""
