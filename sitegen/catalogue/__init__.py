"""Entries become a catalogue: references resolved, recognitions as of a date, trees, counts."""
