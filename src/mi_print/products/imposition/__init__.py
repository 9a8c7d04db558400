"""Finished files on sheets."""
