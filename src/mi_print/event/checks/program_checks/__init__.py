"""Checks of the program: its days and times, what runs in what, and its rooms."""
