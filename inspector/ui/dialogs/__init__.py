"""Dialogs: only when a person must decide, give a reason, or a file cannot be written."""
