"""Reads `data/attendees.csv`: who comes, and what is odd about the list."""
