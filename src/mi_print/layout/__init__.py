"""How it looks: manifests, templates, theme, fonts, and the typesetter."""
