"""Reads the pictures that the data names, and judges whether they can be printed."""
