"""Lists of registrations: what a format is, which a list has, and what is made of its rows."""
