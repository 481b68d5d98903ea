"""Use cases: one method is one thing a user can do, in one transaction."""
