"""HTML into pages by WeasyPrint, and what stands on them."""
