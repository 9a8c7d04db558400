"""Lists of registrations: one module for each program that exports them."""
