"""Layouts: manifests, templates, theme, fonts, copyfitting, and the typesetter."""
