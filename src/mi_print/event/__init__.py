"""The event: everything in `data/`, loaded once and immutable."""
