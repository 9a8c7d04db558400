"""Images: what they say they are, and whether their data are that."""
