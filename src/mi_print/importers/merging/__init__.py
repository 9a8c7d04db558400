"""What is imported, put into what the data says already."""
