"""Reports as HTML pages that stand alone: of preflight, and of copyfitting."""
