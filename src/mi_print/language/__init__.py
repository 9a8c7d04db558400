"""What layouts say in each language: fixed words, dates, times, numbers, lists."""
