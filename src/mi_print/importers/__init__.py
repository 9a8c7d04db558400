"""Reads what other programs export, and makes data files of it."""
