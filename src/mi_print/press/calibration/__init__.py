"""A sheet by which the offset of a printer's backs is read."""
