"""The size and breaks at which texts fit their places, for layouts and series."""
