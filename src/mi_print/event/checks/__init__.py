"""What no model can see alone: the checks between people, sessions and papers."""
