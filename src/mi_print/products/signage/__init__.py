"""The signage: the cards of each kind of sign, and how they are made."""
