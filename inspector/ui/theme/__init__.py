"""Look: tokens, the one sheet, icons and painted marks."""
