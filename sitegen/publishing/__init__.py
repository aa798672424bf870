"""Putting a built site somewhere: it sees a finished folder and its release.json, never the catalogue."""
