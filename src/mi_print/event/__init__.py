"""The event: everything that `data/` says, loaded once and never changed."""
