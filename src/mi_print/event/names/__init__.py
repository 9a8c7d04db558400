"""Names of people: their titles, their folded form, and whose they are."""
