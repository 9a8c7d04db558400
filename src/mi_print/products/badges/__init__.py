"""The name badges: who gets one, what it says, and how it is made."""
