"""Slots of a series layout: where they are, and how a text may be set in them."""
