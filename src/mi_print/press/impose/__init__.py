"""Places finished pages on sheets: arithmetic first, drawing after."""
