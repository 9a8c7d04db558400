"""mi-print: a workshop's printed matter, from its data to press-ready PDF."""

__version__ = "0.1.0"
