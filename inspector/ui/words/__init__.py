"""Facts in words: dates, numbers, states."""
