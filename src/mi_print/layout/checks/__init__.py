"""Whether set pages fit, keep clear and can be read from afar, and colours are the theme's."""
