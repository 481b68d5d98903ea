"""One module per feature, each with WORDS."""
