"""检查: picking the site."""
