"""Reads `data/attendees.csv`, and warns of odd spellings and of people listed twice."""
