"""Texts of a record in their slots: sizes, breaks, positions."""
