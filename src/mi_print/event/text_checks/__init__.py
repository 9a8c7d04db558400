"""What a program, or a copy from elsewhere, spoiled in a text, and how it may be meant."""
