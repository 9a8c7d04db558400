"""Many of one: a design set once, and every record stamped into it."""
