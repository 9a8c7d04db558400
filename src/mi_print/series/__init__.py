"""Variable data: a design typeset once, and every record stamped into it."""
