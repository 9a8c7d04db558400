"""LaTeX in titles and names: what of it Unicode can say."""
