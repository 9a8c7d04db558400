"""Workshop pages of the web, in Markdown or HTML, and what they say."""
