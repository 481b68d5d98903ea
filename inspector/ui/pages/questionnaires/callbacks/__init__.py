"""回访: who wants to be called back, and how long anything is kept."""
