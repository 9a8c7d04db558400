"""Templates and what they are given: plain views, measures, pictures, codes."""
