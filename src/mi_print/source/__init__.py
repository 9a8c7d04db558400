"""Reads YAML and CSV as plain values with their places, and validates them."""
