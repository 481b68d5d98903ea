"""The window: shows records and calls services."""
