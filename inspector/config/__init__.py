"""Paths, settings, log and clock: what the program knows about the machine it runs on."""
