"""A layout's folder: found by name, its manifest and its theme."""
