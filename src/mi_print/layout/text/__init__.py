"""Text as Pango measures it: fonts, coverage, line breaking, typography."""
