"""A page's content interpreted: all that it paints, as a display list."""
