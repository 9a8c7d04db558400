"""Separation: pages in RGB become pages in the inks of a press."""
