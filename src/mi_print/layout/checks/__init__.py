"""Whether what was set fits, stays out of keep-outs and can be read from afar."""
