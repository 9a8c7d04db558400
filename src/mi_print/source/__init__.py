"""Files that people write, as plain values with their places, held against a model."""
