"""Proof that a file is fit for the press: read from its bytes, as a stranger would read it."""
