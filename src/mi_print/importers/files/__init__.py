"""Files of other programs as plain values, each read within limits."""
