"""The rules that are decided from a file's bytes."""
