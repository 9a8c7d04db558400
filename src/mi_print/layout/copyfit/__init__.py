"""The size and breaks at which a text fits its place."""
