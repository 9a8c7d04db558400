"""Colour spaces, gradients, and functions: which inks a colour lays down."""
