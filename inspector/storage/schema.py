"""The version of the schema this program works with."""

HEAD = "0012"
"""The newest migration; a test compares it with the migrations."""
