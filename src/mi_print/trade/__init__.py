"""The print trade's conventions as validated tables: sizes, shops and inks."""
