"""The rules that need a picture of the page or its plates."""
