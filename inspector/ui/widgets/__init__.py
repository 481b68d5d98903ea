"""Widgets of the kit, one per file (docs/ui-kit.md shows them)."""
