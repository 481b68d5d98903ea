"""台账: every finding, found in a moment, with its whole story."""
