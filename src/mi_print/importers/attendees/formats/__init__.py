"""The lists of registrations that single programs export, and that of any other."""
