"""A believable town made by code through the same use cases people have: to look at, to learn on, to measure."""
