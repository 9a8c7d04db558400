"""Checks across the parts of the event: people, sessions, papers, boards."""
