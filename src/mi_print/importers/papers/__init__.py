"""Accepted papers as submission systems, web sites, and boards have them."""
