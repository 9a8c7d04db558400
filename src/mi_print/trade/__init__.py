"""The print trade's conventions: sizes, shops and inks, as checked tables."""
