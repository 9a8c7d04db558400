"""Typeset pages become a product's editions."""
