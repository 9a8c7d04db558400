"""The program booklet."""
