"""市民寻访 · 实地检查: offline field inspection for a district that wants to become a National Civilized City."""

__version__ = "0.1.0"
