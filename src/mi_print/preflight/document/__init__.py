"""What a file says of itself, and what it holds, on a page or not."""
