"""检查表: what is looked at, how it is judged, what this district wants otherwise."""
